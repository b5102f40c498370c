import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '@concord/postgres';
import { Client } from 'pg';
import { install, isReady, type Installation, type LauncherProcess } from './launcher-process';

const address = /http:\/\/localhost:(\d+)/;
let installation: Installation;

beforeEach(() => {
  installation = install();
});

afterEach(() => installation.remove());

async function stop(launcher: LauncherProcess): Promise<void> {
  launcher.signal('SIGINT');
  expect((await launcher.ends()).code).toBe(0);
}

/** The number PostgreSQL gives a cluster when it is made: the same only as long as the data is. */
async function identityOfData(): Promise<string> {
  const home = join(installation.directory, 'postgres');
  const port = readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')[3];
  const password = readFileSync(join(home, 'password'), 'utf8').trim();
  const client = new Client(`postgres://postgres:${password}@127.0.0.1:${port}/concord`);
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    'select system_identifier as id from pg_control_system()',
  );
  await client.end();
  return rows[0]?.id ?? '';
}

async function occupy(port: number): Promise<Server> {
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  return other;
}

test('prints its address and whom to sign in as, and keeps its data until --reset', async () => {
  const first = installation.launch();
  const [url] = await first.says(address);
  await first.says(/sign in with one click as\n( {2}\S.*\n){4}/);
  expect(await isReady(url)).toBe(true);
  const made = await identityOfData();
  await stop(first);

  const second = installation.launch();
  await second.says(address);
  expect(await identityOfData()).toBe(made);
  expect(second.output()).not.toMatch(/Creating the database/);
  await stop(second);

  const third = installation.launch(['--reset', '--empty']);
  await third.says(/Deleted the database in .*postgres\./);
  await third.says(address);
  expect(await identityOfData()).not.toBe(made);
  await stop(third);
});

test('a second start names the address of the first and changes nothing', async () => {
  const first = installation.launch(['--empty']);
  const [url] = await first.says(address);
  const second = installation.launch();
  await second.says(new RegExp(`already running at ${url} \\(process ${first.pid}\\)`));
  expect((await second.ends()).code).toBe(1);
  const reset = installation.launch(['--reset']);
  await reset.says(/already running/);
  expect((await reset.ends()).code).toBe(1);
  expect(await isReady(url)).toBe(true);
  await stop(first);
});

test('a chosen port that is taken is refused by number, before anything is started', async () => {
  const port = await freePort();
  const other = await occupy(port);
  const launcher = installation.launch(['--empty', '--port', String(port)]);
  await launcher.says(
    new RegExp(`Port ${port} is in use by another program. Stop that program, or choose another`),
  );
  expect((await launcher.ends()).code).toBe(1);
  expect(existsSync(join(installation.directory, 'postgres'))).toBe(false);
  other.close();
  const again = installation.launch(['--empty', '--port', String(port)]);
  expect((await again.says(address))[1]).toBe(String(port));
  await stop(again);
});

test('the usual port being taken, says which it takes instead', async () => {
  // Whether it is free or not, afterwards it is taken.
  const other = await occupy(4100).catch(() => undefined);
  const launcher = installation.launch(['--empty']);
  const [, instead] = await launcher.says(/Port 4100 is in use by another program: using (\d+)\./);
  expect((await launcher.says(address))[1]).toBe(instead);
  await stop(launcher);
  other?.close();
});

test('--empty starts without the demo area and says what to do next', async () => {
  const launcher = installation.launch(['--empty']);
  const [url] = await launcher.says(address);
  await launcher.says(/no area and no accounts yet/);
  expect(Object.keys(installation.processes()).sort()).toEqual(['api', 'postgres', 'worker']);
  expect((await fetch(`${url}/api/demo/personas`)).ok).toBe(false);
  await stop(launcher);
});

test('an unreachable DATABASE_URL is named without its password', async () => {
  const port = await freePort();
  const launcher = installation.launch([], {
    DATABASE_URL: `postgres://concord:secret@127.0.0.1:${port}/concord`,
  });
  await launcher.says(new RegExp(`127.0.0.1:${port}`));
  expect((await launcher.ends()).code).toBe(1);
  expect(launcher.output()).not.toMatch(/secret/);
});
