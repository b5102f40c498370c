import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { DatabaseError } from 'pg';
import type { Area, Instant, Named, PersonIdentity, Refusal, ToldStatus } from '@concord/domain';
import { msOf, refuse, refused } from '@concord/domain';
import type { Entities, EntityKind, JournalEntry } from '@concord/contracts';
import type {
  AreaTransaction,
  BoardImages,
  CommandInfo,
  Store,
  TimerQueue,
  Wake,
  Where,
} from '@concord/coordination';
import type { OpenedArea } from './area-transaction';
import { PostgresAreaTransaction } from './area-transaction';
import { readBoard } from './board';
import { CHAIN_START } from './journal-chain';
import type { Connection } from './rows';
import { inArea, Tables } from './tables';

/** SQLSTATE class 40: the transaction was sacrificed, nothing is wrong with it. */
const wasRolledBackForOthers = (error: unknown): boolean =>
  error instanceof DatabaseError && String(error.code).startsWith('40');

const ATTEMPTS = 4;

const contentOf = (command: CommandInfo): string =>
  createHash('sha256')
    .update(JSON.stringify([command.name, command.content ?? null]))
    .digest('hex');

interface OpenAreaRow {
  revision: string;
  head_hash: string;
  now: Date;
  rate: number;
  answered_content: string | null;
  answered: unknown;
}

/** Carries a refusal out through the rollback. */
class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export class PostgresStore implements Store {
  private readonly tables: Tables;

  constructor(
    private readonly source: DataSource,
    private readonly wake?: Wake,
    private readonly queue?: TimerQueue,
  ) {
    this.tables = new Tables(source);
  }

  async change<Answer>(
    areaId: string,
    by: Named | null,
    command: CommandInfo,
    decide: (tx: AreaTransaction) => Promise<Answer | Refusal>,
  ): Promise<Answer | Refusal> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(areaId, by, command, decide);
      } catch (error) {
        if (error instanceof RolledBack) return error.refusal;
        if (attempt >= ATTEMPTS || !wasRolledBackForOthers(error)) throw error;
      }
    }
  }

  private async attempt<Answer>(
    areaId: string,
    by: Named | null,
    command: CommandInfo,
    decide: (tx: AreaTransaction) => Promise<Answer | Refusal>,
  ): Promise<Answer | Refusal> {
    const content = contentOf(command);
    return this.onOneConnection(async (on) => {
      const opened = await this.openArea(on, areaId, by, command, content);
      if ('first' in opened) return { answer: opened.first as Answer };
      const tx = new PostgresAreaTransaction(on, this.tables, areaId, opened);
      const answer = await decide(tx).catch((error: unknown) => tx.explained(error));
      if (refused(answer)) throw new RolledBack(answer);
      const closing = tx.changed ? tx.close(by, command, content, answer) : undefined;
      return { answer, closing, done: () => tx.changed && this.afterCommit(tx, opened.rate) };
    });
  }

  /**
   * One transaction. `begin` goes out with the first statement and `commit` with the last, so a
   * command holds the area for as few round trips as its reads need.
   */
  private async onOneConnection<Answer>(
    work: (
      on: Connection,
    ) => Promise<{ answer: Answer; closing?: Promise<unknown> | undefined; done?: () => unknown }>,
  ): Promise<Answer> {
    const runner = this.source.createQueryRunner();
    const on = (await runner.connect()) as Connection;
    try {
      const begun = on.query({ text: 'begin' });
      begun.catch(() => undefined);
      const { answer, closing, done } = await work(on);
      const committed = on.query({ text: 'commit' });
      await Promise.all([begun, closing, committed]);
      done?.();
      return answer;
    } catch (error) {
      await on.query({ text: 'rollback' }).catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async openArea(
    on: Connection,
    areaId: string,
    by: Named | null,
    command: CommandInfo,
    content: string,
  ): Promise<OpenedArea | { first: unknown }> {
    const retryKey = by ? (command.idempotencyKey ?? null) : null;
    const { rows } = await on.query<OpenAreaRow>({
      name: 'open-area',
      text: 'select * from app.open_area($1, $2, $3)',
      values: [areaId, by?.userId ?? null, retryKey],
    });
    const [row] = rows;
    if (!row) throw new RolledBack(refuse('not-found', 'There is no such area.'));
    if (row.answered_content !== null) {
      if (row.answered_content === content) return { first: row.answered };
      throw new RolledBack(
        refuse('key-reused', 'This idempotency key was already used for a different command.', {
          details: { field: 'Idempotency-Key' },
        }),
      );
    }
    return {
      revision: Number(row.revision),
      headHash: row.head_hash,
      now: row.now.toISOString(),
      rate: row.rate,
    };
  }

  /** Promptness only: if the process dies here, the poll and the sweep find what was committed. */
  private afterCommit(tx: PostgresAreaTransaction, rate: number): void {
    this.wake?.areaMoved(tx.areaId, tx.revision, tx.written);
    if (this.queue && tx.armed.length > 0 && rate > 0) {
      const inMs = (dueAt: Instant) => Math.max(0, Math.ceil((msOf(dueAt) - msOf(tx.now)) / rate));
      void this.queue.arm(tx.armed.map(({ id, dueAt }) => ({ id, inMs: inMs(dueAt) })));
    }
  }

  createArea<Answer>(area: Area, decide: (tx: AreaTransaction) => Promise<Answer>): Promise<Answer> {
    return this.onOneConnection(async (on) => {
      await on.query({
        text: `insert into area_head (area_id, revision, head_hash, last_at, incidents_opened) values ($1, 0, $2, app.now(), 0)`,
        values: [area.id, CHAIN_START],
      });
      const command = { name: 'create-area' };
      const opened = await this.openArea(on, area.id, null, command, '');
      if ('first' in opened) throw new Error('an area is created once');
      const tx = new PostgresAreaTransaction(on, this.tables, area.id, opened);
      await tx.put('area', area);
      const answer = await decide(tx);
      return { answer, closing: tx.close(null, command, '', null) };
    });
  }

  get<Kind extends EntityKind>(areaId: string, kind: Kind, id: string): Promise<Entities[Kind] | undefined> {
    return this.reading((on) => this.tables.of(kind).get(on, inArea(kind, areaId, { id })));
  }

  list<Kind extends EntityKind>(
    areaId: string,
    kind: Kind,
    where: Where<Entities[Kind]> = {},
  ): Promise<Entities[Kind][]> {
    return this.reading((on) => this.tables.of(kind).find(on, inArea(kind, areaId, where)));
  }

  person(areaId: string, id: string): Promise<PersonIdentity | undefined> {
    return this.reading((on) => this.tables.person.get(on, { id, areaId }));
  }

  toldOf(
    areaId: string,
    placeId: string,
    { before, limit }: { before?: Instant | undefined; limit: number },
  ): Promise<ToldStatus[]> {
    return this.reading((on) => this.tables.toldOf(on, { areaId, placeId, before, limit }));
  }

  private async reading<Answer>(read: (on: Connection) => Promise<Answer>): Promise<Answer> {
    const runner = this.source.createQueryRunner();
    try {
      return await read((await runner.connect()) as Connection);
    } finally {
      await runner.release();
    }
  }

  async now(): Promise<Instant> {
    const row = await this.one<{ now: Date }>('select app.now() as now');
    return row.now.toISOString();
  }

  board(areaId: string): Promise<BoardImages> {
    return this.reading((on) => readBoard(on, this.tables, areaId));
  }

  async head(areaId: string): Promise<number | undefined> {
    const [row] = await this.source.query<{ revision: string }[]>(
      'select revision from area_head where area_id = $1',
      [areaId],
    );
    return row && Number(row.revision);
  }

  async heads(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.source.query<{ area_id: string; revision: string }[]>(
      'select area_id, revision from area_head',
    );
    return new Map(rows.map((row) => [row.area_id, Number(row.revision)]));
  }

  /** Whole revisions only: a page may run over `limit` to end with its revision's last entry. */
  async journalAfter(areaId: string, revision: number, limit: number): Promise<JournalEntry[]> {
    const { rows } = await this.reading((on) =>
      on.query<Omit<JournalEntry, 'entityId' | 'at'> & { entity_id: string; at: Date; revision: string }>({
        name: 'journal-after',
        text: `select revision, ordinal, at, actor, command, kind, entity_id, image, hash from journal
                where area_id = $1 and revision > $2
                  and revision <= coalesce((select revision from journal where area_id = $1 and revision > $2 order by revision, ordinal offset $3 limit 1), 9223372036854775807)
                order by revision, ordinal`,
        values: [areaId, revision, limit - 1],
      }),
    );
    return rows.map(({ entity_id, at, ...row }) => ({
      ...row,
      revision: Number(row.revision),
      entityId: entity_id,
      at: at.toISOString(),
    }));
  }

  async areasDue(limit: number): Promise<string[]> {
    const rows = await this.source.query<{ area_id: string }[]>(
      `select area_id from timer where state = 'armed' and due_at <= app.now() group by area_id order by min(due_at) limit $1`,
      [limit],
    );
    return rows.map((row) => row.area_id);
  }

  async areasQueued(limit: number): Promise<string[]> {
    const rows = await this.source.query<{ area_id: string }[]>(
      `select distinct area_id from notification where state = 'queued' limit $1`,
      [limit],
    );
    return rows.map((row) => row.area_id);
  }

  async areaOfTimer(timerId: string): Promise<string | undefined> {
    const [row] = await this.source.query<{ area_id: string }[]>('select area_id from timer where id = $1', [
      timerId,
    ]);
    return row?.area_id;
  }

  async nextDueAt(): Promise<Instant | undefined> {
    const row = await this.one<{ due_at: Date | null }>(
      `select min(due_at) as due_at from timer where state = 'armed'`,
    );
    return row.due_at?.toISOString();
  }

  async msToNextDue(): Promise<number | undefined> {
    const { ms } = await this.one<{ ms: number | null }>(
      `select (extract(epoch from (select min(due_at) from timer where state = 'armed') - app.now()) * 1000 / nullif(rate, 0))::float8 as ms from clock`,
    );
    return ms === null ? undefined : Math.max(0, Math.ceil(ms));
  }

  async epoch(): Promise<string> {
    return (await this.one<{ epoch: string }>('select epoch from app.incarnation')).epoch;
  }

  private async one<Row>(sql: string): Promise<Row> {
    const [row] = await this.source.query<Row[]>(sql);
    if (row === undefined) throw new Error(`no row from: ${sql}`);
    return row;
  }
}
