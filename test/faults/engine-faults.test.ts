import type { Escalation, Room } from '@concord/domain';
import { freshDatabase, Journey, startProcesses, type FreshDatabase, type Processes } from '@concord/testing';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';

let database: FreshDatabase;
let concord: Processes;

const start = async (options: { rate?: number; redis?: boolean } = {}): Promise<void> => {
  database = await freshDatabase();
  concord = await startProcesses({ databaseUrl: database.url, ...options });
};
afterEach(async () => {
  await concord.stop();
  await database.drop();
});

/** Those of incidents: places are asked how they are on their own clocks. */
const escalations = async (): Promise<Escalation[]> =>
  (await concord.store.list(concord.areaId, 'escalation')).filter(({ incidentId }) => incidentId !== null);
const until = async <Value>(
  look: () => Promise<Value>,
  holds: (value: Value) => boolean,
  withinMs: number,
): Promise<Value> => {
  const give = Date.now() + withinMs;
  for (;;) {
    const value = await look();
    if (holds(value)) return value;
    if (Date.now() > give)
      throw new Error(
        `not within ${withinMs} ms: ${JSON.stringify(value).slice(0, 400)}\n${concord.worker.log}`,
      );
    await pause(25);
  }
};
const steps = (found: readonly Escalation[]) => found.flatMap((escalation) => escalation.steps);
const moveTo = (time: string) => concord.clock.set(time, 0);

test('P2: the worker is killed and started an hour late: every step fires once, in order, marked with how late', async () => {
  await start();
  const control = await concord.signIn('controller');
  const journey = await Journey.open(control);
  await journey.detain();
  await concord.worker.kill();
  await moveTo('2026-11-22T03:30:00.000Z');
  concord.worker.start();
  const [found] = await until(escalations, (all) => steps(all).length >= 3, 20_000);
  expect(found?.steps.map((step) => [step.afterMinutes, step.lateBySeconds / 60])).toEqual([
    [20, 70],
    [30, 60],
    [60, 30],
  ]);
}, 60_000);

test('P2: killed again and again in mid-escalation, the workers still fire each step of forty incidents exactly once', async () => {
  await start();
  const control = await concord.signIn('controller');
  const journeys = await Promise.all(Array.from({ length: 40 }, () => Journey.open(control)));
  for (const journey of journeys) await journey.detain();
  await concord.worker.kill();
  await moveTo('2026-11-22T03:05:00.000Z');
  for (let kill = 0; kill < 6; kill += 1) {
    const before = steps(await escalations()).length;
    concord.worker.start();
    await until(escalations, (all) => steps(all).length > before || steps(all).length === 120, 20_000);
    await concord.worker.kill();
  }
  const second = concord.newWorker();
  concord.worker.start();
  second.start();
  const all = await until(escalations, (found) => steps(found).length >= 120, 30_000);
  await pause(500);
  await second.kill();
  expect(all).toHaveLength(40);
  for (const escalation of await escalations())
    expect(escalation.steps.map((step) => step.afterMinutes)).toEqual([20, 30, 60]);
}, 120_000);

test('P2: killed twenty times in a row inside the same step, the worker fires it once, within 5 s of its last start', async () => {
  await start();
  const journey = await Journey.open(await concord.signIn('controller'));
  await journey.detain();
  await concord.worker.kill();
  await moveTo('2026-11-22T02:20:00.000Z');
  const held = new Client({ connectionString: database.url });
  await held.connect();
  await held.query('begin; lock table escalation in share row exclusive mode');
  const insideTheStep = async (): Promise<number[]> =>
    (
      await held.query<{ pid: number }>(
        `select pid from pg_locks where relation = 'escalation'::regclass and not granted`,
      )
    ).rows.map(({ pid }) => pid);
  for (let kill = 0; kill < 20; kill += 1) {
    concord.worker.start();
    const [pid] = await until(insideTheStep, (found) => found.length > 0, 20_000);
    await concord.worker.kill();
    // The database finds out that nobody is there any more.
    await held.query('select pg_terminate_backend($1, 5000)', [pid]);
  }
  await held.query('commit');
  await held.end();
  expect(await escalations()).toEqual([]);
  concord.worker.start();
  const [found] = await until(escalations, (all) => steps(all).length > 0, 5_000);
  await pause(500);
  expect(found?.steps.map(({ afterMinutes }) => afterMinutes)).toEqual([20]);
  expect(steps(await escalations())).toHaveLength(1);
}, 120_000);

test('the api is killed in the middle of commands: each, sent again with its key, happens exactly once', async () => {
  await start();
  const nurse = await concord.signIn('suite-nurse');
  const elm1 = concord.ids.rooms['elm-1'] ?? '';
  const revisionBefore = (await concord.store.head(concord.areaId)) ?? 0;
  const send = async (turn: number): Promise<void> => {
    const body = { state: turn % 2 ? 'available' : 'cleaning' };
    for (;;) {
      const answer = await nurse
        .post<Room>(`rooms/${elm1}/state`, body, { key: `turn-${turn}` })
        .catch(() => undefined);
      if (answer && answer.status < 300) return;
      if (answer && answer.status < 500) throw new Error(JSON.stringify(answer.body));
      await pause(20);
    }
  };
  const commands = (async () => {
    for (let turn = 0; turn < 60; turn += 1) await send(turn);
  })();
  for (let kill = 0; kill < 4; kill += 1) {
    const before = (await concord.store.head(concord.areaId)) ?? 0;
    await until(
      () => concord.store.head(concord.areaId),
      (head) => (head ?? 0) > before + 3 || (head ?? 0) >= revisionBefore + 60,
      20_000,
    );
    await concord.api.kill();
    concord.api.start();
    await concord.apiReady();
  }
  await commands;
  expect(await concord.store.head(concord.areaId)).toBe(revisionBefore + 60);
}, 120_000);

test.each([
  ['PostgreSQL', false, 0],
  ['Redis', true, 0],
  ['PostgreSQL and the clock of the worker ten minutes fast', false, 10],
  ['Redis and the clock of the worker ten minutes slow', true, -10],
])(
  'with BullMQ on %s, a threshold fires within a second of its minute, not before',
  async (_name, redis, clockMinutes) => {
    await start({ rate: 120, redis });
    if (clockMinutes !== 0) {
      await concord.worker.kill();
      concord.worker.start({ clockMinutes });
    }
    const control = await concord.signIn('controller');
    const journey = await Journey.open(control);
    await journey.detain();
    const [found] = await until(escalations, (all) => steps(all).length >= 1, 25_000);
    // At 120 times life, two minutes on the area's clock are one second on the wall.
    expect(found?.steps[0]?.lateBySeconds).toBeLessThan(120);
    expect(Date.parse(found?.steps[0]?.firedAt ?? '')).toBeGreaterThanOrEqual(
      Date.parse(found?.steps[0]?.dueAt ?? ''),
    );
  },
  60_000,
);

test('Redis is emptied while timers are armed: the sweep finds every one of them', async () => {
  await start({ rate: 240, redis: true });
  const control = await concord.signIn('controller');
  const journeys = await Promise.all(Array.from({ length: 5 }, () => Journey.open(control)));
  for (const journey of journeys) await journey.detain();
  const redis = new Redis(concord.redisUrl ?? '');
  await redis.flushall();
  redis.disconnect();
  const all = await until(escalations, (found) => steps(found).length >= 15, 40_000);
  expect(all.map((escalation) => escalation.steps.map((step) => step.afterMinutes))).toEqual(
    Array.from({ length: 5 }, () => [20, 30, 60]),
  );
  // The sweep runs every 2 s, which is 8 minutes of this clock.
  for (const step of steps(all)) expect(step.lateBySeconds).toBeLessThan(12 * 60);
}, 90_000);
