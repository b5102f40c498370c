import { createHash, randomInt, randomUUID } from 'node:crypto';
import type { ContactBook, ContactMethod } from '@concord/coordination';
import type { Address, DeliveryFailure } from '@concord/domain';
import type { DataSource } from 'typeorm';

const GOOD_FOR = `interval '15 minutes'`;
const MOST_TRIES = 5;
const WINDOW = `interval '15 minutes'`;
const MOST_IN_WINDOW = 10;

interface Row {
  readonly id: string;
  readonly user_id: string;
  readonly address: Address;
  readonly label: string;
  readonly added_at: Date;
  readonly verified_at: Date | null;
  readonly failing: DeliveryFailure | null;
}

const methodOf = (row: Row): ContactMethod => ({
  id: row.id,
  address: row.address,
  label: row.label,
  addedAt: row.added_at.toISOString(),
  verifiedAt: row.verified_at?.toISOString() ?? null,
  failing: row.failing,
});

const columns = 'id, user_id, address, label, added_at, verified_at, failing';

const hashOf = (methodId: string, code: string): Buffer =>
  createHash('sha256').update(`${methodId} ${code}`).digest();

/** Contact methods beside the accounts, and the codes that prove them. */
export class PostgresContactBook implements ContactBook {
  constructor(private readonly source: DataSource) {}

  async of(userId: string): Promise<ContactMethod[]> {
    const rows = await this.source.query<Row[]>(
      `select ${columns} from contact_method where user_id = $1 order by place_in_order, added_at`,
      [userId],
    );
    return rows.map(methodOf);
  }

  async reachable(userIds: readonly string[]): Promise<ReadonlyMap<string, ContactMethod[]>> {
    const rows = await this.source.query<Row[]>(
      `select ${columns} from contact_method
        where user_id = any($1) and verified_at is not null and failing is distinct from 'subscription-gone'
        order by place_in_order, added_at`,
      [userIds],
    );
    const byPerson = new Map<string, ContactMethod[]>();
    for (const row of rows) byPerson.set(row.user_id, [...(byPerson.get(row.user_id) ?? []), methodOf(row)]);
    return byPerson;
  }

  async add(userId: string, address: Address, label: string): Promise<ContactMethod | undefined> {
    const [row] = await this.source.query<Row[]>(
      `insert into contact_method (id, user_id, address, label, place_in_order, added_at)
       select $1, $2, $3::jsonb, $4, coalesce(max(place_in_order), 0) + 1, app.real_now()
         from contact_method where user_id = $2
       on conflict on constraint contact_method_once do nothing
       returning ${columns}`,
      [randomUUID(), userId, JSON.stringify(address), label],
    );
    return row && methodOf(row);
  }

  async remove(userId: string, methodId: string): Promise<boolean> {
    const rows = await this.source.query<{ id: string }[]>(
      `with gone as (delete from contact_method where id = $1 and user_id = $2 returning id) select id from gone`,
      [methodId, userId],
    );
    return rows.length > 0;
  }

  async order(userId: string, methodIds: readonly string[]): Promise<void> {
    await this.source.query(
      `with ranked as (
         select id, row_number() over (order by array_position($2::uuid[], id) nulls last, place_in_order, added_at) as place
           from contact_method where user_id = $1
       )
       update contact_method m set place_in_order = ranked.place from ranked where m.id = ranked.id`,
      [userId, methodIds],
    );
  }

  maySend(userId: string): Promise<{ waitSeconds: number }> {
    return this.source.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock(3, hashtext($1))', [userId]);
      await manager.query(`delete from contact_asked where at < app.real_now() - ${WINDOW}`);
      const [wait] = await manager.query<{ seconds: number }[]>(
        `select ceil(extract(epoch from at + ${WINDOW} - app.real_now()))::integer as seconds
           from contact_asked where user_id = $1 order by at desc offset ${MOST_IN_WINDOW - 1} limit 1`,
        [userId],
      );
      if (wait) return { waitSeconds: Math.max(1, wait.seconds) };
      await manager.query('insert into contact_asked (user_id, at) values ($1, app.real_now())', [userId]);
      return { waitSeconds: 0 };
    });
  }

  async newCode(methodId: string): Promise<string> {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await this.source.query(
      'update contact_method set code_hash = $2, code_sent_at = app.real_now(), code_tries = 0 where id = $1',
      [methodId, hashOf(methodId, code)],
    );
    return code;
  }

  /** The try is counted before the code is looked at, so that a hundred at once are not a hundred guesses. */
  async tryCode(userId: string, methodId: string, code: string): Promise<'verified' | 'wrong' | 'spent'> {
    const [tried] = await this.source.query<{ right: boolean }[]>(
      `with tried as (
         update contact_method set code_tries = code_tries + 1
          where id = $1 and user_id = $2 and code_hash is not null
            and code_tries < ${MOST_TRIES} and code_sent_at > app.real_now() - ${GOOD_FOR}
          returning code_hash = $3 as right
       ) select "right" from tried`,
      [methodId, userId, hashOf(methodId, code)],
    );
    if (!tried) return 'spent';
    if (!tried.right) return 'wrong';
    await this.source.query(
      'update contact_method set verified_at = app.real_now(), code_hash = null, failing = null where id = $1',
      [methodId],
    );
    return 'verified';
  }

  async heard(methodId: string, failing: DeliveryFailure | null): Promise<void> {
    await this.source.query(
      'update contact_method set failing = $2 where id = $1 and failing is distinct from $2',
      [methodId, failing],
    );
  }
}
