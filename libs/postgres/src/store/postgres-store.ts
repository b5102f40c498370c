import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { DatabaseError } from 'pg';
import type {
  Area,
  Instant,
  Named,
  Notification,
  PersonIdentity,
  Refusal,
  ToldStatus,
} from '@concord/domain';
import { msOf, refuse, refused } from '@concord/domain';
import type { Entities, EntityKind, JournalEntry } from '@concord/contracts';
import type {
  AreaTransaction,
  AuditedImages,
  AuditSpan,
  BoardImages,
  CommandInfo,
  HistoryPage,
  PersonInArea,
  Store,
  TimerQueue,
  Wake,
  Where,
} from '@concord/coordination';
import type { OpenedArea } from './area-transaction';
import { PostgresAreaTransaction } from './area-transaction';
import { claimMessages, messagesUnder, ordinarySentTo, releaseMessages } from './messages';
import { readAudited } from './audit';
import { readBoard } from './board';
import { CHAIN_START } from './journal-chain';
import { readPeople } from './people';
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

/** Carries out through the rollback that the command needs this area locked too. */
class NeedsArea extends Error {
  constructor(readonly areaId: string) {
    super(`area ${areaId} is not locked yet`);
  }
}

interface Work<Answer> {
  readonly by: Named | null;
  readonly command: CommandInfo;
  readonly content: string;
  readonly decide: (tx: AreaTransaction) => Promise<Answer | Refusal>;
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
    const work = { by, command, content: contentOf(command), decide };
    const others = new Set<string>();
    for (let attempt = 1; ;) {
      try {
        return await this.attempt(areaId, others, work);
      } catch (error) {
        if (error instanceof RolledBack) return error.refusal;
        if (error instanceof NeedsArea) {
          others.add(error.areaId);
          continue;
        }
        if (attempt >= ATTEMPTS || !wasRolledBackForOthers(error)) throw error;
        attempt += 1;
      }
    }
  }

  private async attempt<Answer>(
    areaId: string,
    others: ReadonlySet<string>,
    { by, command, content, decide }: Work<Answer>,
  ): Promise<Answer | Refusal> {
    return this.onOneConnection(async (on) => {
      const opened = new Map<string, OpenedArea>();
      // Lowest id first, whoever asks for which: two commands never wait for each other.
      for (const id of [areaId, ...others].sort()) {
        const own = id === areaId;
        const area = await this.openArea(on, id, own ? by : null, own ? command : null, content);
        if ('first' in area) return { answer: area.first as Answer };
        opened.set(id, area);
      }
      const txs = this.transactions(on, opened);
      const home = txs.get(areaId);
      if (!home) throw new Error(`area ${areaId} was not opened`);
      const answer = await decide(home).catch(async (error: unknown) => {
        for (const tx of txs.values()) await tx.written();
        throw error;
      });
      if (refused(answer)) throw new RolledBack(answer);
      const changed = [...txs.values()].filter((tx) => tx.changed);
      const closing = changed.map((tx) =>
        tx.close(
          by,
          command.name,
          tx === home ? { key: command.idempotencyKey, content, answer } : undefined,
        ),
      );
      const rate = opened.get(areaId)?.rate ?? 1;
      return {
        answer,
        closing: Promise.all(closing),
        done: () => changed.forEach((tx) => this.afterCommit(tx, rate)),
      };
    });
  }

  /** The areas of one run of a command, each under its lock, all at one instant: the latest of theirs. */
  private transactions(
    on: Connection,
    opened: ReadonlyMap<string, OpenedArea>,
  ): ReadonlyMap<string, PostgresAreaTransaction> {
    const now = [...opened.values()].map((area) => area.now).reduce((a, b) => (a > b ? a : b));
    const txs = new Map<string, PostgresAreaTransaction>();
    const beside = (id: string): AreaTransaction => {
      const tx = txs.get(id);
      if (!tx) throw new NeedsArea(id);
      return tx;
    };
    for (const [id, area] of opened)
      txs.set(id, new PostgresAreaTransaction(on, this.tables, id, { ...area, now }, beside));
    return txs;
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
    command: CommandInfo | null,
    content: string,
  ): Promise<OpenedArea | { first: unknown }> {
    const retryKey = by ? (command?.idempotencyKey ?? null) : null;
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
    this.wake?.areaMoved(tx.areaId, tx.revision, tx.entries);
    if (this.queue && tx.armed.size > 0 && rate > 0) {
      const inMs = (dueAt: Instant) => Math.max(0, Math.ceil((msOf(dueAt) - msOf(tx.now)) / rate));
      // By its instant: whoever looks then sees all that is due, so a thousand due at once are one look.
      void this.queue.arm([...tx.armed].map((dueAt) => ({ id: dueAt, inMs: inMs(dueAt) })));
    }
  }

  createArea<Answer>(area: Area, decide: (tx: AreaTransaction) => Promise<Answer>): Promise<Answer> {
    return this.onOneConnection(async (on) => {
      await on.query({
        text: `insert into area_head (area_id, revision, head_hash, last_at, incidents_opened) values ($1, 0, $2, app.now(), 0)`,
        values: [area.id, CHAIN_START],
      });
      const opened = await this.openArea(on, area.id, null, null, '');
      if ('first' in opened) throw new Error('an area is created once');
      const tx = new PostgresAreaTransaction(on, this.tables, area.id, opened, (id) => {
        throw new NeedsArea(id);
      });
      await tx.put('area', area);
      const answer = await decide(tx);
      return { answer, closing: tx.close(null, 'create-area') };
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

  readonly incidentsOpened: Store['incidentsOpened'] = (areaId, span) =>
    this.reading((on) => this.tables.of('incident').within(on, areaId, 'openedAt', span));
  readonly requestsMade: Store['requestsMade'] = (areaId, span) =>
    this.reading((on) => this.tables.of('amhp-request').within(on, areaId, 'requestedAt', span));

  person(areaId: string, id: string): Promise<PersonIdentity | undefined> {
    return this.reading((on) => this.tables.person.get(on, { id, areaId }));
  }

  toldOf(areaId: string, placeId: string, page: HistoryPage): Promise<ToldStatus[]> {
    return this.reading((on) => this.tables.toldOf(on, { areaId, placeId }, page));
  }

  identities(areaId: string, where: Where<PersonIdentity>): Promise<PersonIdentity[]> {
    return this.reading((on) => this.tables.person.find(on, { ...where, areaId }));
  }

  people(areaId: string): Promise<PersonInArea[]> {
    return readPeople(this.source, areaId);
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

  audited(areaId: string, span: AuditSpan): Promise<AuditedImages> {
    return this.reading((on) => readAudited(on, this.tables, areaId, span));
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

  claimMessages(limit: number, leaseSeconds: number, only?: 'statutory'): Promise<Notification[]> {
    return this.reading((on) => claimMessages(on, this.tables, { limit, leaseSeconds, only }));
  }

  releaseMessages(ids: readonly string[]): Promise<void> {
    return this.reading((on) => releaseMessages(on, ids));
  }

  messagesUnder(reference: string): Promise<{ areaId: string; id: string }[]> {
    return this.reading((on) => messagesUnder(on, reference));
  }

  ordinarySentTo(areaId: string, userId: string, since: Instant): Promise<Instant[]> {
    return this.reading((on) => ordinarySentTo(on, { areaId, userId, since }));
  }

  async areaOfTimer(timerId: string): Promise<string | undefined> {
    const [row] = await this.source.query<{ area_id: string }[]>('select area_id from timer where id = $1', [
      timerId,
    ]);
    return row?.area_id;
  }

  async nextDueAt(): Promise<Instant | undefined> {
    const row = await this.one<{ due_at: Date | null }>(
      `select least((select min(due_at) from timer where state = 'armed'), (select min(try_at) from notification where state = 'queued' and try_at > app.now())) as due_at`,
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
