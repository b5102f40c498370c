const boundary = '@nx/enforce-module-boundaries';

export type Canary = {
  promise: string;
  /** The file in canaries/ that breaks it. */
  canary: string;
  /** The project the canary pretends to be part of. */
  in: string;
  /** Rule and line of every complaint, in order. */
  breaks: [rule: string, line: number][];
};

export const canaries: Canary[] = [
  {
    promise: 'the rules cannot reach the database',
    canary: 'domain-imports-pg',
    in: 'libs/domain',
    breaks: [[boundary, 1]],
  },
  {
    promise: 'the rules do not know what crosses the wire',
    canary: 'domain-imports-contracts',
    in: 'libs/domain',
    breaks: [[boundary, 1]],
  },
  {
    promise: 'the rules use nothing of Node, so that they run in the browser too',
    canary: 'domain-uses-node',
    in: 'libs/domain',
    breaks: [['no-restricted-imports', 1]],
  },
  {
    promise: 'the rules cannot read the clock: time is an argument',
    canary: 'domain-reads-clock',
    in: 'libs/domain',
    breaks: [
      ['no-restricted-properties', 3],
      ['no-restricted-syntax', 4],
      ['no-restricted-globals', 5],
      ['no-restricted-properties', 6],
    ],
  },
  {
    promise: 'the rules leave nothing to chance',
    canary: 'domain-takes-chance',
    in: 'libs/domain',
    breaks: [
      ['no-restricted-properties', 1],
      ['no-restricted-globals', 1],
    ],
  },
  {
    promise: 'the rules keep no timers in memory',
    canary: 'domain-waits',
    in: 'libs/domain',
    breaks: [['no-restricted-globals', 1]],
  },
  {
    promise: 'commands leave nothing to chance either',
    canary: 'coordination-takes-chance',
    in: 'libs/coordination',
    breaks: [['no-restricted-imports', 1]],
  },
  {
    promise: 'commands know the database only as a port',
    canary: 'coordination-imports-postgres',
    in: 'libs/coordination',
    breaks: [[boundary, 1]],
  },
  {
    promise: 'commands cannot bring in a database library themselves',
    canary: 'coordination-imports-typeorm',
    in: 'libs/coordination',
    breaks: [[boundary, 1]],
  },
  {
    promise: 'the store and the queue do not know each other',
    canary: 'postgres-imports-queue',
    in: 'libs/postgres',
    breaks: [[boundary, 1]],
  },
  {
    promise: 'SQL takes the time from app.now() alone',
    canary: 'postgres-asks-server-time',
    in: 'libs/postgres',
    breaks: [
      ['no-restricted-syntax', 2],
      ['no-restricted-syntax', 3],
    ],
  },
  {
    promise: 'the console cannot reach the database',
    canary: 'console-imports-postgres',
    in: 'apps/console',
    breaks: [[boundary, 1]],
  },
  {
    promise: 'the simulator lives through the public API, not through the commands',
    canary: 'simulator-imports-coordination',
    in: 'apps/simulator',
    breaks: [[boundary, 1]],
  },
  {
    promise: 'the test harness stays out of the api',
    canary: 'api-imports-testing',
    in: 'apps/api',
    breaks: [[boundary, 1]],
  },
  {
    promise: 'the engine does not reach into the api',
    canary: 'worker-imports-api',
    in: 'apps/worker',
    breaks: [[boundary, 1]],
  },
  {
    promise: 'a library is used through its front door only',
    canary: 'launcher-reaches-into-library',
    in: 'apps/launcher',
    breaks: [[boundary, 1]],
  },
  {
    promise: 'nothing is of type any and no promise is forgotten',
    canary: 'any-and-forgotten-promise',
    in: 'libs/queue',
    breaks: [
      ['@typescript-eslint/no-explicit-any', 1],
      ['@typescript-eslint/no-unsafe-return', 3],
      ['@typescript-eslint/no-floating-promises', 6],
    ],
  },
  {
    promise: 'a new state cannot be forgotten in a switch',
    canary: 'contracts-forgets-a-case',
    in: 'libs/contracts',
    breaks: [['@typescript-eslint/switch-exhaustiveness-check', 4]],
  },
];
