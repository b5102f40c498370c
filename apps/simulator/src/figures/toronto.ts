/**
 * When people call. Shares of the 22,176 "Persons in Crisis" calls that Toronto police attended in
 * 2014, because no hours or weekdays are published for England: Toronto Police Service, Public
 * Safety Data Portal. Contains information licensed under the Open Government Licence - Toronto.
 */
export const toronto = {
  source: 'Toronto, open data: 22,176 Persons in Crisis calls attended in 2014',
  /** From the hour that begins at midnight, local time. */
  hourly: [
    0.03648, 0.02841, 0.02345, 0.02092, 0.01605, 0.01339, 0.01493, 0.01953, 0.02742, 0.03675, 0.05014,
    0.05871, 0.05637, 0.06106, 0.06205, 0.06268, 0.06016, 0.05804, 0.05519, 0.05073, 0.04897, 0.05069,
    0.04712, 0.04076,
  ],
  /** From Monday. */
  daily: [0.14953, 0.15152, 0.15115, 0.14669, 0.14822, 0.12599, 0.12689],
  /** Calls that ended in an apprehension under Ontario's Mental Health Act: 4,737 of 22,176. */
  apprehended: 0.21361,
} as const;
