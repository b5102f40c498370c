import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { eraseEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';
import { gone, startMark } from './running-process';

const directory = mkdtempSync(join(tmpdir(), 'concord-embedded-'));
// Otherwise the server's account, when the tests run as root, could not enter it.
chmodSync(directory, 0o755);
const dataDir = join(directory, 'postgres');
jest.setTimeout(60_000);

const running = new Set<EmbeddedPostgres>();

async function start(extra: { port?: number } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, ...extra });
  running.add(server);
  return server;
}

async function query(server: { url: string }, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: server.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(sql);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  const server = await start();
  await query(server, 'create table kept (id integer primary key)');
  await server.stop();
});

afterEach(async () => {
  for (const server of running) await server.stop();
  running.clear();
});

afterAll(async () => {
  await eraseEmbeddedPostgres(dataDir);
  rmSync(directory, { recursive: true, force: true });
});

test('is a real PostgreSQL 18 with UTF-8, checksums and fsync', async () => {
  const server = await start();
  expect(
    await query(
      server,
      `select array[current_setting('server_version_num')::int / 10000 || '',
        current_setting('server_encoding'), current_setting('data_checksums'),
        current_setting('fsync'), current_setting('listen_addresses')] as answer`,
    ),
  ).toEqual(['18', 'UTF8', 'on', 'on', '127.0.0.1']);
});

test('asks for its password, which only its own account can read', async () => {
  const server = await start();
  const stranger = new URL(server.url);
  stranger.password = 'guess';
  await expect(query({ url: stranger.href }, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  expect(statSync(join(dataDir, 'password')).mode & 0o077).toBe(0);
});

test('keeps its data when stopped and started again', async () => {
  const first = await start();
  await query(first, 'insert into kept values (1)');
  await first.stop();
  expect(await first.exited).toEqual({ code: 0, signal: null });
  expect(await query(await start(), 'select count(*)::int as answer from kept where id = 1')).toBe(1);
});

test('recovers what was committed after the server and its backends are killed', async () => {
  const first = await start();
  const busy = query(first, 'select pg_sleep(60)');
  busy.catch(() => undefined);
  await query(first, 'insert into kept values (2)');
  first.kill();
  expect(await first.exited).toEqual({ code: null, signal: 'SIGKILL' });
  await expect(busy).rejects.toThrow();
  expect(await query(await start(), 'select count(*)::int as answer from kept where id = 2')).toBe(1);
});

test('starts although the recorded process number now belongs to another program', async () => {
  await (await start()).stop();
  writeFileSync(join(dataDir, 'data', 'postmaster.pid'), `${process.pid}\n${join(dataDir, 'data')}\n`);
  expect(await query(await start(), 'select 1 as answer')).toBe(1);
});

test('refuses data that a live process holds, and to delete it', async () => {
  await start();
  await expect(start()).rejects.toThrow(`in use by process ${process.pid}`);
  await expect(eraseEmbeddedPostgres(dataDir)).rejects.toThrow(`in use by process ${process.pid}`);
});

test('names the port when the one asked for is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(start({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`);
  other.close();
  expect((await start({ port })).port).toBe(port);
});

test('stops by itself when its owner is killed, and the next start recovers', async () => {
  const { owner, serverPid } = await startInAnotherProcess();
  owner.kill('SIGKILL');
  expect(await query(await start(), 'select 1 as answer')).toBe(1);
  expect(await gone(serverPid, 20_000)).toBe(true);
});

test('a server whose owner is killed goes even when nothing is started again', async () => {
  const { owner, serverPid } = await startInAnotherProcess();
  owner.kill('SIGKILL');
  expect(await gone(serverPid, 20_000)).toBe(true);
  expect(startMark(serverPid)).toBeUndefined();
});

if (process.getuid?.() === 0) {
  test('run by root in a private project, says where it keeps data and programs instead', async () => {
    const project = mkdtempSync(join(tmpdir(), 'concord-private-'));
    const hidden = join(project, 'postgres');
    const said: string[] = [];
    const server = await startEmbeddedPostgres({
      dataDir: hidden,
      onProgress: (message) => said.push(message),
    });
    running.add(server);
    expect(said[0]).toMatch(/cannot enter .*: its data is kept in \/var\/lib\/concord\//);
    expect(await query(server, 'select 1 as answer')).toBe(1);
    await server.stop();
    const erased = await eraseEmbeddedPostgres(hidden);
    expect(erased).toEqual([expect.stringMatching(/^\/var\/lib\/concord\//)]);
    rmSync(project, { recursive: true, force: true });
  });
}

async function startInAnotherProcess(): Promise<{ owner: ChildProcess; serverPid: number }> {
  const script = join(directory, 'owner.mjs');
  const entry = join(directory, 'owner-entry.ts');
  writeFileSync(
    entry,
    `import { startEmbeddedPostgres } from ${JSON.stringify(join(__dirname, 'embedded-postgres.ts'))};
     const { pid } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
     console.log(pid);`,
  );
  const rolldown = join(process.cwd(), 'node_modules', 'rolldown', 'bin', 'cli.mjs');
  const built = spawnSync(
    process.execPath,
    [rolldown, entry, '--platform', 'node', '--format', 'esm', '--file', script],
    { encoding: 'utf8' },
  );
  expect(built).toMatchObject({ status: 0 });
  const owner = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: owner.stdout }), 'line')) as [string];
  return { owner, serverPid: Number(line) };
}
