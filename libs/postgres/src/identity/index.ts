import type { DataSource } from 'typeorm';
import { PostgresPeople } from './people';
import { PostgresSessions } from './sessions';
import { PostgresSignInAttempts } from './sign-in-attempts';

export { passwordMatches } from './password';
export * from './people';
export * from './sessions';
export * from './sign-in-attempts';

/** Local accounts, their sign-in sessions and the limit on guessing passwords. */
export interface Identity {
  readonly people: PostgresPeople;
  readonly sessions: PostgresSessions;
  readonly attempts: PostgresSignInAttempts;
}

export const openIdentity = (source: DataSource): Identity => ({
  people: new PostgresPeople(source),
  sessions: new PostgresSessions(source),
  attempts: new PostgresSignInAttempts(source),
});
