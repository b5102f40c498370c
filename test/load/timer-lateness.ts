import { createPostgresBackend, Queue } from 'bullmq';
import { Client, Pool } from 'pg';
import { connectTimerQueue } from '@concord/queue';
import { heard, startProcess } from './processes';
import type { System } from './system';

const ARMED = 10_000;
const DUE = 500;
const OVER_MS = 20_000;
const LEAD_MS = 8_000;

/** When each of the 500 falls due, evenly over the window; the other 9,500 are a day away. */
const dueTimes = (now: number): number[] =>
  Array.from({ length: DUE }, (_, i) => now + LEAD_MS + (i * OVER_MS) / DUE);

/**
 * 10,000 timers of one incident in Concord's own table, armed in its queue as a command arms them.
 * Lateness is fired_at - due_at, both by the database's clock.
 */
export const ourLateness = async (system: System, incidentId: string): Promise<number[]> => {
  const point = `bench-${Date.now()}`;
  const client = new Client({ connectionString: system.databaseUrl });
  await client.connect();
  const times = [
    ...dueTimes(Date.now()),
    ...Array.from({ length: ARMED - DUE }, () => Date.now() + 86_400_000),
  ];
  const { rows } = await client.query<{ id: string; due_at: Date }>(
    `insert into timer (id, area_id, incident_id, kind, subject, point, anchor_at, due_at, armed_at, state)
     select gen_random_uuid(), $1, $2, 'hold-expiry', gen_random_uuid(), $4, now(), to_timestamp(ms / 1000), now(), 'armed'
       from unnest($3::float8[]) as ms returning id, due_at`,
    [system.areaId, incidentId, times, point],
  );
  const queue = connectTimerQueue({ databaseUrl: system.databaseUrl, log: console.error });
  await queue.arm(rows.map((row) => ({ id: row.id, inMs: Math.ceil(row.due_at.getTime() - Date.now()) })));
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, (times[DUE - 1] ?? 0) - Date.now()) + 4000));
  const fired = await client.query<{ late: number }>(
    `select extract(epoch from fired_at - due_at)::float8 * 1000 as late from timer where point = $1 and state = 'fired'`,
    [point],
  );
  await client.query(`update timer set state = 'cancelled' where point = $1 and state = 'armed'`, [point]);
  await Promise.all([queue.close(), client.end()]);
  if (fired.rows.length !== DUE) throw new Error(`${fired.rows.length} of ${DUE} timers fired`);
  return fired.rows.map((row) => row.late);
};

/** The same 10,000 as bare BullMQ delayed jobs on the same PostgreSQL; lateness as the worker's process sees it. */
export const bareLateness = async (databaseUrl: string): Promise<number[]> => {
  const worker = startProcess('bare-worker', databaseUrl);
  await heard(worker);
  const pool = new Pool({ connectionString: databaseUrl, max: 4, options: '-c search_path=bullmq' });
  const queue = new Queue<{ dueAt: number }>('bare', { connection: { databaseUrl } }, ((
    name: never,
    options: object,
    extra: never,
  ) => createPostgresBackend(name, { ...options, connection: pool }, extra)) as never);
  const job = (dueAt: number) => ({
    name: 'timer',
    data: { dueAt },
    opts: { delay: Math.max(0, Math.round(dueAt - Date.now())), removeOnComplete: true },
  });
  const distant = Array.from({ length: ARMED - DUE }, () => Date.now() + 86_400_000);
  for (let i = 0; i < distant.length; i += 500) await queue.addBulk(distant.slice(i, i + 500).map(job));
  const times = dueTimes(Date.now()).map(Math.round);
  await queue.addBulk(times.map(job));
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, (times[DUE - 1] ?? 0) - Date.now()) + 4000));
  worker.send('lateness');
  const late = await heard<number[]>(worker);
  worker.kill();
  await queue.obliterate({ force: true });
  await queue.close();
  await pool.end();
  if (late.length !== DUE) throw new Error(`${late.length} of ${DUE} bare jobs ran`);
  return late;
};
