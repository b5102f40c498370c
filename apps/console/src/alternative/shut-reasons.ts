/** Why an alternative is called off for a day, as most of them say it. */
export const shutReasons = ['No staff', 'Building trouble', 'Infection'] as const;
