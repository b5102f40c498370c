import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Person, PersonRow } from './people';
import { personColumns, personOf } from './people';

const LONGEST = `interval '12 hours'`;
const IDLE = `interval '60 minutes'`;
/** Written at most this often, so that reading does not become writing. */
const SEEN_EVERY = `interval '1 minute'`;

const isOpen = `s.expires_at > app.real_now() and s.last_seen_at > app.real_now() - ${IDLE}`;

/** SHA-256 of the token in hex: names a session without being able to act for it. */
export type SessionKey = string;

export interface SignedIn {
  readonly sessionKey: SessionKey;
  readonly person: Person;
}

export const sessionKeyOf = (token: string): SessionKey => createHash('sha256').update(token).digest('hex');

const bytes = (key: SessionKey) => Buffer.from(key, 'hex');

/** Server-side sign-in sessions, in real time: 12 hours at most, 60 minutes without use. */
export class PostgresSessions {
  constructor(private readonly source: DataSource) {}

  /** The token goes to the browser and is kept nowhere else. */
  async start(userId: string): Promise<{ token: string; maxAgeSeconds: number }> {
    const token = randomBytes(32).toString('base64url');
    await this.source.query(`delete from session s where not (${isOpen})`);
    const [row] = await this.source.query<{ seconds: number }[]>(
      `insert into session (id_hash, user_id, created_at, last_seen_at, expires_at)
       values ($1, $2, app.real_now(), app.real_now(), app.real_now() + ${LONGEST})
       returning extract(epoch from ${LONGEST})::integer as seconds`,
      [bytes(sessionKeyOf(token)), userId],
    );
    return { token, maxAgeSeconds: row?.seconds ?? 0 };
  }

  /** Who this is and what they answer for now, or undefined when the session has ended. Counts as use. */
  async find(token: string): Promise<SignedIn | undefined> {
    const sessionKey = sessionKeyOf(token);
    const [row] = await this.source.query<(PersonRow & { unseen: boolean })[]>(
      `select ${personColumns}, s.last_seen_at < app.real_now() - ${SEEN_EVERY} as unseen
         from session s join app_user u on u.id = s.user_id where s.id_hash = $1 and ${isOpen}`,
      [bytes(sessionKey)],
    );
    if (!row) return undefined;
    const { unseen, ...person } = row;
    if (unseen) await this.stillOpen([sessionKey]);
    return { sessionKey, person: personOf(person) };
  }

  /** Those of these sessions that are open, with the version of their person's duties. Counts as use. */
  async stillOpen(keys: readonly SessionKey[]): Promise<ReadonlyMap<SessionKey, number>> {
    const rows = await this.source.query<{ key: SessionKey; version: number }[]>(
      `with open as (
         select s.id_hash, s.last_seen_at, u.duties_version from session s join app_user u on u.id = s.user_id
          where s.id_hash = any($1) and ${isOpen}
       ), seen as (
         update session s set last_seen_at = app.real_now() from open
          where s.id_hash = open.id_hash and open.last_seen_at < app.real_now() - ${SEEN_EVERY}
       )
       select encode(id_hash, 'hex') as key, duties_version as version from open`,
      [keys.map(bytes)],
    );
    return new Map(rows.map(({ key, version }) => [key, version]));
  }

  async end(key: SessionKey): Promise<void> {
    await this.source.query('delete from session where id_hash = $1', [bytes(key)]);
  }

  /** Everywhere they are signed in: for an account that is withdrawn or feared stolen. */
  async endAllOf(userId: string): Promise<void> {
    await this.source.query('delete from session where user_id = $1', [userId]);
  }
}
