import { createPostgresBackend, Queue } from 'bullmq';
import { runMigrations } from 'graphile-worker';
import type { ChildProcess } from 'node:child_process';
import { Client, Pool } from 'pg';
import { connectTimerQueue } from '@concord/queue';
import { heard, startProcess } from './processes';
import type { System } from './system';

export const ARMED = 100_000;
export const DUE = 500;
export const OVER_MS = 20_000;
export const BURST = 1_000;
const LEAD_MS = 10_000;
const BURST_AFTER_MS = 3_000;
const DAY_MS = 86_400_000;
const CHUNK = 500;

/** How late each fell: those due over the window, and those due at one instant after it. */
export interface Late {
  readonly spread: readonly number[];
  readonly burst: readonly number[];
}

/** One way of firing at a time: armed with the distant many once, then measured as often as wished. */
export interface Side {
  readonly name: string;
  /** With `midway` done while half of those over the window are still to fall due. */
  measure(midway?: () => Promise<unknown>): Promise<Late>;
  end(): Promise<void>;
}

/** When each falls due: 500 evenly over the window, then 1,000 at once. */
const dueTimes = (now: number): number[] => {
  const burstAt = Math.round(now + LEAD_MS + OVER_MS + BURST_AFTER_MS);
  return [
    ...Array.from({ length: DUE }, (_, i) => Math.round(now + LEAD_MS + (i * OVER_MS) / DUE)),
    ...Array.from({ length: BURST }, () => burstAt),
  ];
};

const distant = (): number[] =>
  Array.from({ length: ARMED - DUE - BURST }, (_, i) => Date.now() + DAY_MS + i);

const inChunks = async <Item>(
  items: readonly Item[],
  add: (chunk: Item[]) => Promise<unknown>,
): Promise<void> => {
  for (let i = 0; i < items.length; i += CHUNK) await add(items.slice(i, i + CHUNK));
};

const until = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, ms - Date.now())));

const untilAllFell = (times: readonly number[]): Promise<void> => until((times.at(-1) ?? 0) + 5_000);

/** Everything that BullMQ keeps in PostgreSQL is gone: every job, and all that it knew of the queue. */
export const emptyQueue = async (databaseUrl: string): Promise<void> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select format('bullmq.%I', tablename) as name from pg_tables where schemaname = 'bullmq'
      and tablename not like '%migration%'`,
  );
  await client.query(`truncate ${rows.map(({ name }) => name).join(', ')}`);
  await client.end();
};

/** What was said of each time, which must be as many as were armed, parted again. */
const parted = (name: string, late: readonly number[]): Late => {
  if (late.length !== DUE + BURST) throw new Error(`${name}: ${late.length} of ${DUE + BURST} fired`);
  return { spread: late.slice(0, DUE), burst: late.slice(DUE) };
};

/**
 * Timers of one incident in Concord's own table, armed in its queue as a command arms them. Lateness is
 * fired_at - due_at, both by the database's clock.
 */
export const ourTimers = async (system: System, incidentId: string): Promise<Side> => {
  const client = new Client({ connectionString: system.databaseUrl });
  await client.connect();
  const queue = connectTimerQueue({ databaseUrl: system.databaseUrl, log: console.error });
  const arm = (point: string, times: readonly number[]) =>
    inChunks(times, async (chunk) => {
      const { rows } = await client.query<{ due_at: Date }>(
        `insert into timer (id, area_id, incident_id, kind, subject, point, anchor_at, due_at, armed_at, state)
         select gen_random_uuid(), $1, $2, 'hold-expiry', gen_random_uuid(), $4, now(), to_timestamp(ms / 1000), now(), 'armed'
           from unnest($3::float8[]) as ms returning due_at`,
        [system.areaId, incidentId, chunk, point],
      );
      const now = Date.now();
      const looks = new Set(rows.map((row) => row.due_at.getTime()));
      await queue.arm([...looks].map((dueAt) => ({ id: String(dueAt), inMs: dueAt - now })));
    });
  await arm('distant', distant());
  return {
    name: 'Concord',
    async measure(midway) {
      const point = `due-${Date.now()}`;
      const times = dueTimes(Date.now());
      await arm(point, times);
      if (midway) await until(times[DUE / 2] ?? 0).then(midway);
      await untilAllFell(times);
      const { rows } = await client.query<{ late: number }>(
        `select extract(epoch from fired_at - due_at)::float8 * 1000 as late
           from timer where point = $1 and state = 'fired' order by due_at`,
        [point],
      );
      return parted(
        'Concord',
        rows.map((row) => row.late),
      );
    },
    async end() {
      await client.query(`update timer set state = 'cancelled' where state = 'armed'`);
      await Promise.all([queue.close(), client.end()]);
    },
  };
};

type Add = (times: readonly number[]) => Promise<unknown>;

/** The same as jobs of a bare library, whose worker is a process of its own and says how late each ran. */
const bareTimers = async (
  name: string,
  worker: ChildProcess,
  add: Add,
  close: () => Promise<unknown>,
): Promise<Side> => {
  await heard(worker);
  await inChunks(distant(), add);
  return {
    name,
    async measure() {
      const times = dueTimes(Date.now());
      await inChunks(times, add);
      await untilAllFell(times);
      worker.send('lateness');
      const ran = await heard<{ dueAt: number; late: number }[]>(worker);
      const inOrder = ran.sort((a, b) => a.dueAt - b.dueAt).map(({ late }) => late);
      return parted(name, inOrder);
    },
    async end() {
      worker.kill();
      await close();
    },
  };
};

const bullJobs = (dueTimesOfJobs: readonly number[]) =>
  dueTimesOfJobs.map((dueAt) => ({
    name: 'timer',
    data: { dueAt },
    opts: { delay: Math.max(0, dueAt - Date.now()), removeOnComplete: true },
  }));

export const bullOnPostgres = (databaseUrl: string): Promise<Side> => {
  const pool = new Pool({ connectionString: databaseUrl, max: 4, options: '-c search_path=bullmq' });
  const queue = new Queue('bare', { connection: { databaseUrl } }, ((
    name: never,
    options: object,
    extra: never,
  ) => createPostgresBackend(name, { ...options, connection: pool }, extra)) as never);
  return bareTimers(
    'BullMQ on PostgreSQL',
    startProcess('bare-worker', 'bullmq-postgres', databaseUrl),
    (times) => queue.addBulk(bullJobs(times)),
    async () => {
      await queue.close();
      await pool.end();
    },
  );
};

export const bullOnRedis = (redisUrl: string): Promise<Side> => {
  const queue = new Queue('bare', { connection: { url: redisUrl } });
  return bareTimers(
    'BullMQ on Redis',
    startProcess('bare-worker', 'bullmq-redis', redisUrl),
    (times) => queue.addBulk(bullJobs(times)),
    () => queue.close(),
  );
};

export const graphileTimers = async (databaseUrl: string): Promise<Side> => {
  await runMigrations({ connectionString: databaseUrl });
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  return bareTimers(
    'graphile-worker',
    startProcess('bare-worker', 'graphile', databaseUrl),
    (times) =>
      client.query(
        `select graphile_worker.add_job('timer', json_build_object('dueAt', ms), run_at => to_timestamp(ms / 1000))
           from unnest($1::float8[]) as ms`,
        [times],
      ),
    () => client.end(),
  );
};
