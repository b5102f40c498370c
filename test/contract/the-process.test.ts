import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { harrowdaleAndVale } from '@concord/coordination';
import { freePort, seedArea } from '@concord/postgres';
import type { FreshDatabase } from '@concord/testing';
import { freshDatabase } from '@concord/testing';

const root = process.cwd();
// Below node_modules, where what is not bundled is found.
const built = join(root, 'node_modules', '.cache', 'concord-api-process');

let database: FreshDatabase;
const children: ChildProcess[] = [];

beforeAll(async () => {
  const rolldown = join(root, 'node_modules', 'rolldown', 'bin', 'cli.mjs');
  execFileSync(process.execPath, [rolldown, '-c', 'rolldown.config.js', '-d', built], {
    cwd: root,
    env: { ...process.env, APP: 'api' },
    stdio: 'pipe',
  });
  database = await freshDatabase();
  await seedArea(database.url, harrowdaleAndVale);
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => database.drop());

const start = (env: Record<string, string>) => {
  const child = spawn(process.execPath, [join(built, 'main.js')], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  let said = '';
  child.stdout?.on('data', (data: Buffer) => (said += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (said += data.toString()));
  return { child, said: () => said };
};

const startReady = async () => {
  const port = await freePort();
  const started = start({ DATABASE_URL: database.url, PORT: String(port), CONCORD_DEMO: '1' });
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${address}/health/live`).catch(() => undefined);
    if (answer?.ok) return { ...started, address };
    await pause(50);
  }
  throw new Error(`it did not start: ${started.said()}`);
};

const exitOf = async (child: ChildProcess) => {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
};

test.each([
  [{}, 'DATABASE_URL is not set'],
  [{ DATABASE_URL: 'postgres://127.0.0.1:1/none' }, 'PORT must be a port number'],
  [{ DATABASE_URL: 'postgres://127.0.0.1:1/none', PORT: '3000' }, 'ECONNREFUSED'],
])('with %j it does not start, and says why in one line', async (env, why) => {
  const { child, said } = start(env);
  expect(await exitOf(child)).toBe(1);
  expect(said()).toContain(why);
  expect(said()).not.toMatch(/\n\s+at /);
});

test('it serves, logs no personal data, and leaves with code 0 when told to', async () => {
  const { child, said, address } = await startReady();
  const signIn = await fetch(`${address}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: 'controller' }),
  });
  expect(signIn.status).toBe(200);
  const cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { areas } = (await signIn.json()) as { areas: { areaId: string }[] };
  await fetch(`${address}/api/areas/${areas[0]?.areaId}/incidents?note=Jo+Bloggs`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ calledBy: 'Jo Bloggs', person: { name: 'Jo Bloggs' } }),
  });
  const exit = exitOf(child);
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
  expect(said()).toContain('"path":"/api/demo/sign-in","status":200');
  expect(said()).not.toMatch(/Bloggs|controller|concord_session|127\.0\.0\.1:\d+\D*remote/);
});

test('it leaves when whoever started it is gone', async () => {
  const { child } = await startReady();
  const exit = exitOf(child);
  child.disconnect();
  expect(await exit).toBe(0);
});
