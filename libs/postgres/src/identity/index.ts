import type { DataSource } from 'typeorm';
import { PostgresContactBook } from './contact-methods';
import { PostgresPeople } from './people';
import { PostgresSessions } from './sessions';
import { PostgresSignInAttempts } from './sign-in-attempts';

export { passwordMatches } from './password';
export { PostgresContactBook } from './contact-methods';
export * from './people';
export * from './sessions';
export * from './sign-in-attempts';

/** Local accounts, their sign-in sessions, the limit on guessing passwords, and how their people are reached. */
export interface Identity {
  readonly people: PostgresPeople;
  readonly sessions: PostgresSessions;
  readonly attempts: PostgresSignInAttempts;
  readonly contacts: PostgresContactBook;
}

export const openIdentity = (source: DataSource): Identity => ({
  people: new PostgresPeople(source),
  sessions: new PostgresSessions(source),
  attempts: new PostgresSignInAttempts(source),
  contacts: new PostgresContactBook(source),
});
