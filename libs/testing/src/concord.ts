import { createApi } from '@concord/api';
import type { AreaDefinition } from '@concord/contracts';
import { fireDueTimers, harrowdaleAndVale, moveTimeTo } from '@concord/coordination';
import type { Outgoing, Sender } from '@concord/coordination';
import type { Instant } from '@concord/domain';
import { plusMinutes } from '@concord/domain';
import { beat, dataSourceFor, openIdentity, PostgresClock, PostgresStore, seedArea } from '@concord/postgres';
import { connectTimerQueue, connectWake } from '@concord/queue';
import { recorder } from '@concord/senders';
import { createEngine } from '@concord/worker';
import { join } from 'node:path';
import { freshDatabase } from './fresh-database';
import type { LiveBoard } from './live-board';
import type { Person } from './person';
import { startRedis } from './redis';
import { signInAt } from './sign-in';

export interface StartOptions {
  /** Area time at the start; it stands still until `advance` moves it. */
  readonly now?: string;
  /** BullMQ and wake-ups through a private redis-server instead of PostgreSQL. */
  readonly redis?: boolean;
  /** The area to set up; Harrowdale and Vale unless given. */
  readonly area?: AreaDefinition;
  /** An area next to it, in the same database. */
  readonly neighbour?: AreaDefinition;
  /** Seconds of area time a second: 0 (frozen) unless given. */
  readonly rate?: number;
  /** Where messages go out; a recorder, read back by `sent`, unless given. */
  readonly sender?: Sender;
  /** Real seconds after which a silent engine is told of by message. */
  readonly tellSilentAfterSeconds?: number;
  /** With which GOV.UK Notify calls back. */
  readonly notifyCallbackToken?: string;
  /** Fills the fresh database before anything is started on it, for data from before this version. */
  readonly prepare?: (databaseUrl: string) => Promise<void>;
}

export interface Span {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

export type Concord = Awaited<ReturnType<typeof startConcord>>;

const minutesIn = ({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Span): number =>
  days * 24 * 60 + hours * 60 + minutes + seconds / 60;

/**
 * The real API and the real engine on a fresh database, in this process, with time moved by hand.
 * Anything logged as a warning by either fails nothing but is kept in `log`.
 */
export const startConcord = async (options: StartOptions = {}) => {
  const startAt: Instant = new Date(options.now ?? '2026-11-22T02:00:00Z').toISOString();
  const [database, redis] = await Promise.all([freshDatabase(), options.redis ? startRedis() : undefined]);
  const address = { databaseUrl: database.url, redisUrl: redis?.url };
  await options.prepare?.(database.url);
  const ids = await seedArea(database.url, options.area ?? harrowdaleAndVale, { startAt });
  const neighbourIds = options.neighbour && (await seedArea(database.url, options.neighbour));
  const source = await dataSourceFor(database.url, { name: 'concord-test', connections: 12 }).initialize();
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const wake = connectWake({ ...address, log });
  const queue = connectTimerQueue({ ...address, log });
  const store = new PostgresStore(source, wake, queue);
  const clock = new PostgresClock(source);
  if (options.rate !== undefined) await clock.changeRate(options.rate);
  const kept = recorder();
  const sender = options.sender ?? kept;
  const identity = openIdentity(source);
  const { contacts } = identity;
  const newEngine = () => createEngine({ store, sender, contacts, beat: () => beat(source, 'engine'), log });
  let engine = newEngine();
  engine.start();
  let engineRuns = true;
  const settled = () => engine.settle();
  const api = await createApi({
    source,
    store,
    clock,
    identity,
    wake,
    sender,
    untilNothingDue: settled,
    demo: true,
    host: '127.0.0.1',
    port: 0,
    origins: [],
    notifyCallbackToken: options.notifyCallbackToken,
    tellSilentAfterSeconds: options.tellSilentAfterSeconds,
    consoleDir: join(process.cwd(), 'dist/apps/console'),
    logLevel: 'silent',
  });
  const boards = new Set<LiveBoard>();

  const signIn = (persona: string): Promise<Person> => signInAt(api.address, ids.areaId, persona, boards);

  /** The neighbouring area: its ids by their keys, and its people. */
  const neighbour = () => {
    if (!neighbourIds) throw new Error('this test was started without a neighbour');
    const { areaId } = neighbourIds;
    return {
      areaId,
      ids: neighbourIds,
      signIn: (persona: string): Promise<Person> => signInAt(api.address, areaId, persona, boards),
    };
  };

  /** Several people at once, in the order named. */
  const signInAs = async <const Names extends readonly string[]>(...names: Names) =>
    (await Promise.all(names.map(signIn))) as { -readonly [Index in keyof Names]: Person };

  /** Every board that is live has been shown all that has happened. */
  const shown = async (): Promise<void> => {
    await api.tailer.caughtUp();
    const heads = await store.heads();
    const live = [...boards].filter((board) => board.live);
    await Promise.all(
      live.map((board) => board.until((_, { revision }) => revision >= (heads.get(board.areaId) ?? 0))),
    );
  };

  /** Moves the clock, lets everything due on the way happen at its own minute, and shows it on every board. */
  const advance = async (span: Span): Promise<void> => {
    const { now } = await clock.read();
    await moveTimeTo(store, clock, plusMinutes(now, minutesIn(span)), settled);
    await settled();
    await shown();
  };

  const stop = async (): Promise<void> => {
    for (const board of boards) board.close();
    await engine.stop();
    await api.close();
    await Promise.allSettled([wake.close(), queue.close()]);
    await source.destroy();
    await database.drop();
    await redis?.stop();
  };

  return {
    address: api.address,
    areaId: ids.areaId,
    /** Ids of the area's places, rooms, cars and people by their keys in its definition. */
    ids,
    databaseUrl: database.url,
    redisUrl: redis?.url,
    log: lines,
    signIn,
    signInAs,
    neighbour,
    advance,
    shown,
    now: async (): Promise<Instant> => (await clock.read()).now,
    engine: {
      get running() {
        return engineRuns;
      },
      stop: async () => {
        engineRuns = false;
        await engine.stop();
      },
      start: async () => {
        engineRuns = true;
        engine = newEngine();
        engine.start();
        await engine.settle();
        await shown();
      },
    },
    /** Messages handed to senders, in order. */
    sent: (): readonly Outgoing[] => kept.sent(),
    /** For tests of the rules beneath the API. */
    store,
    clock,
    fireDueTimers: () => fireDueTimers(store, ids.areaId),
    stop,
  };
};
