import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { startOwnApi } from './own-api';

let own: Awaited<ReturnType<typeof startOwnApi>>;
let cookie: string;
beforeEach(async () => {
  own = await startOwnApi({ demo: true });
  const person = await own.identity.people.findByPersona('controller');
  cookie = `concord_session=${(await own.identity.sessions.start(person?.userId ?? '')).token}`;
});
afterEach(() => own.stop());

interface Part {
  ok: boolean;
  says: string;
}
const ready = async () => {
  const response = await fetch(`${own.address}/health/ready`);
  return {
    status: response.status,
    body: (await response.json()) as { ready: boolean; database: Part; migrations: Part; engine: Part },
  };
};

const asServer = async (work: (client: Client, database: string) => Promise<void>): Promise<void> => {
  const url = new URL(own.database.url);
  const database = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await work(client, database);
  } finally {
    await client.end();
  }
};
const closeDatabase = () =>
  asServer(async (client, database) => {
    await client.query(`alter database ${database} allow_connections false`);
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      database,
    ]);
  });
const openDatabase = () =>
  asServer(async (client, database) => {
    await client.query(`alter database ${database} allow_connections true`);
  });

const markRoom = (more: Record<string, string> = {}) =>
  fetch(`${own.address}/api/areas/${own.area.areaId}/rooms/${own.area.rooms['elm-1']}/state`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', ...more },
    body: JSON.stringify({ state: 'cleaning', source: 'telephone' }),
  });

test('not ready without an engine, and it says so; ready with one; not ready again when it falls silent', async () => {
  expect(await ready()).toMatchObject({
    status: 503,
    body: { ready: false, database: { ok: true }, migrations: { ok: true }, engine: { ok: false } },
  });
  await own.beat();
  expect(await ready()).toMatchObject({ status: 200, body: { ready: true, engine: { ok: true } } });
  await own.source.query(`update engine_heartbeat set beat_at = beat_at - interval '7 seconds'`);
  const silent = await ready();
  expect(silent.status).toBe(503);
  expect(silent.body.engine.says).toMatch(/7 s ago/);
});

test('not ready on tables that are behind this version', async () => {
  await own.beat();
  await own.source.query(`delete from migration where name like 'Identity%'`);
  expect(await ready()).toMatchObject({
    status: 503,
    body: { database: { ok: true }, migrations: { ok: false } },
  });
});

test('without its database it stays up, says which part is gone, and refuses commands with when to try again', async () => {
  await own.beat();
  await closeDatabase();
  expect(await ready()).toMatchObject({ status: 503, body: { database: { ok: false } } });
  expect((await fetch(`${own.address}/health/live`)).status).toBe(200);
  const refused = await markRoom();
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const problem = await refused.text();
  expect(JSON.parse(problem)).toMatchObject({ code: 'unavailable' });
  expect(problem).not.toMatch(/postgres|pg_|connect|database "/i);
  await openDatabase();
  await pause(100);
  expect((await ready()).status).toBe(200);
  expect((await markRoom()).status).toBe(200);
});

test('an area held by a hung process is refused within seconds, and served as soon as it is free', async () => {
  const hung = new Client({ connectionString: own.database.url });
  hung.on('error', () => undefined);
  await hung.connect();
  await hung.query('begin');
  await hung.query('select from area_head where area_id = $1 for update', [own.area.areaId]);
  const began = performance.now();
  const refused = await markRoom({ 'idempotency-key': 'once' });
  expect(refused.status).toBe(503);
  expect(performance.now() - began).toBeLessThan(8000);
  await hung.query('rollback');
  await hung.end();
  expect((await markRoom({ 'idempotency-key': 'once' })).status).toBe(200);
});

test('a fault is answered with a reference and nothing of what went wrong', async () => {
  await own.source.query(`alter table room rename column observed to secret_column`);
  const response = await markRoom();
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(JSON.parse(text)).toMatchObject({
    code: 'fault',
    details: { reference: expect.any(String) as string },
  });
  expect(text).not.toMatch(/secret_column|observed|select|\.ts|at /i);
});

test('closing answers what is under way before it lets go', async () => {
  const slow = new Client({ connectionString: own.database.url });
  await slow.connect();
  await slow.query('begin');
  await slow.query('select from area_head where area_id = $1 for update', [own.area.areaId]);
  const answer = markRoom();
  await pause(200);
  const closed = own.api.close();
  await pause(200);
  await slow.query('commit');
  await slow.end();
  expect((await answer).status).toBe(200);
  await closed;
  await expect(fetch(`${own.address}/health/live`)).rejects.toThrow();
});
