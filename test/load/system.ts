import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { harrowdaleAndVale } from '@concord/coordination';
import { createDatabase, freePort, migrate, seedArea } from '@concord/postgres';
import { ensureQueueSchema } from '@concord/queue';

export interface System {
  readonly address: string;
  readonly cookie: string;
  /** One session for every 20 clients: a session may hold 30 sockets. */
  cookiesFor(clients: number): Promise<string>;
  readonly areaId: string;
  readonly databaseUrl: string;
  markRoom(turn: number): Promise<void>;
  openIncident(): Promise<string>;
  stop(): Promise<void>;
}

const startApp = (name: string, env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, [`dist/apps/${name}/main.js`], {
    env: { ...process.env, ...env, CONCORD_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });

const ready = async (address: string): Promise<void> => {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const ok = await fetch(`${address}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the api was not ready within 30 s');
};

const signIn = async (address: string, persona: string): Promise<string> => {
  const response = await fetch(`${address}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
};

export const preparedDatabase = async (serverUrl: string, name: string): Promise<string> => {
  const databaseUrl = await createDatabase(serverUrl, name);
  await migrate(databaseUrl);
  await ensureQueueSchema(databaseUrl);
  return databaseUrl;
};

/** The built api and worker as processes of their own, in real time, with one nurse signed in. */
export const startSystem = async (serverUrl: string, name: string): Promise<System> => {
  const databaseUrl = await preparedDatabase(serverUrl, name);
  const ids = await seedArea(databaseUrl, harrowdaleAndVale);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = { DATABASE_URL: databaseUrl, PORT: String(port), HOST: '127.0.0.1', CONCORD_DEMO: '1' };
  const children = [startApp('api', env), startApp('worker', env)];
  await ready(address);
  const cookie = await signIn(address, 'suite-nurse');
  const post = async (path: string, body: object, as: string): Promise<{ id: string }> => {
    const response = await fetch(`${address}/api/areas/${ids.areaId}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: as },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as { id: string };
  };
  const roomId = ids.rooms['elm-1'] ?? '';
  return {
    address,
    cookie,
    cookiesFor: async (clients) => {
      const sessions = Array.from({ length: Math.ceil(clients / 20) }, () => signIn(address, 'controller'));
      return (await Promise.all(sessions)).join('|');
    },
    areaId: ids.areaId,
    databaseUrl,
    async markRoom(turn) {
      await post(`rooms/${roomId}/state`, { state: turn % 2 ? 'cleaning' : 'available' }, cookie);
    },
    async openIncident() {
      const where = { text: 'Bench', district: 'Harrowdale', position: { lat: 54.9, lon: 2.4 } };
      return (
        await post('incidents', { where, calledBy: 'Bench', person: {} }, await signIn(address, 'controller'))
      ).id;
    },
    async stop() {
      for (const child of children) child.kill('SIGTERM');
      await Promise.all(children.map(async (child) => child.exitCode ?? once(child, 'exit')));
    },
  };
};
