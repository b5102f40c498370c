import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

const WINDOW = `interval '15 minutes'`;
const MOST_PER_EMAIL = 5;
const MOST_PER_ADDRESS = 20;

export type Attempt =
  | { readonly allowed: true; readonly id: string }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

/**
 * Failed sign-ins of the last 15 minutes, counted by e-mail address and by network address, in the
 * database so that every process counts the same. An attempt is written before the password is
 * looked at, so that a hundred at once are not a hundred guesses.
 */
export class PostgresSignInAttempts {
  constructor(private readonly source: DataSource) {}

  begin(email: string, address: string): Promise<Attempt> {
    const emailHash = createHash('sha256').update(email.trim().toLowerCase()).digest();
    return this.source.transaction(async (manager) => {
      await manager.query(
        `select pg_advisory_xact_lock(1, hashtext($1)), pg_advisory_xact_lock(2, hashtext($2))`,
        [emailHash.toString('hex'), address],
      );
      await manager.query(`delete from sign_in_attempt where at < app.real_now() - ${WINDOW}`);
      const [wait] = await manager.query<{ seconds: number | null }[]>(
        `select ceil(extract(epoch from max(nth) + ${WINDOW} - app.real_now()))::integer as seconds from (
           (select at as nth from sign_in_attempt where email_hash = $1 order by at desc offset ${MOST_PER_EMAIL - 1} limit 1)
           union all
           (select at from sign_in_attempt where address = $2 order by at desc offset ${MOST_PER_ADDRESS - 1} limit 1)
         ) blocking`,
        [emailHash, address],
      );
      if (wait?.seconds) return { allowed: false, retryAfterSeconds: wait.seconds };
      const [row] = await manager.query<{ id: string }[]>(
        `insert into sign_in_attempt (email_hash, address, at) values ($1, $2, app.real_now()) returning id`,
        [emailHash, address],
      );
      return { allowed: true, id: row?.id ?? '' };
    });
  }

  /** It was the right password after all: it does not count against anybody. */
  async succeeded(id: string): Promise<void> {
    await this.source.query('delete from sign_in_attempt where id = $1', [id]);
  }
}
