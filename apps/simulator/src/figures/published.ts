/**
 * Police detentions under section 136, England and Wales, year to 31 March 2025 (Home Office,
 * "Stop and search, arrests and mental health detentions", published 6 November 2025). Percentages
 * are of all 31,779; those not known are left out when shares are compared.
 */
export const published = {
  source: 'Home Office, England and Wales, year to 31 March 2025; shares of those known',
  detentions: 31_779,
  /** Territorial forces of England and Wales: the mean force detains about two people a day. */
  forces: 43,
  firstPlace: { 'emergency-department': 15_171, suite: 14_000, 'police-station': 354 },
  firstPlaceLeftOut: '2,194 not known and 60 elsewhere',
  conveyance: { ambulance: 12_330, 'police-vehicle': 15_506, other: 1_551 },
  conveyanceLeftOut: '2,392 not known',
} as const;

export const detentionsPerDay = published.detentions / published.forces / 365;

/** Each part of a whole. */
export const sharesOf = <Key extends string>(counts: Readonly<Record<Key, number>>): Record<Key, number> => {
  const entries = Object.entries(counts) as [Key, number][];
  const total = entries.reduce((sum, [, count]) => sum + count, 0);
  return Object.fromEntries(entries.map(([key, count]) => [key, total === 0 ? 0 : count / total])) as Record<
    Key,
    number
  >;
};
