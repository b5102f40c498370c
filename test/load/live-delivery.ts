import type { ChildProcess } from 'node:child_process';
import { Client } from 'pg';
import { heard, startProcess } from './processes';
import type { System } from './system';

const EVERY_MS = 50;
const WARM_UP = 40;

export type Receipt = [client: number, revision: number, at: number];

const receiptsOf = async (clients: ChildProcess): Promise<Receipt[]> => {
  clients.send('receipts');
  const receipts = await heard<Receipt[]>(clients);
  clients.kill();
  return receipts;
};

/** Both sides by one clock: when PostgreSQL committed, and when the client's process heard of it. */
const delays = async (databaseUrl: string, sql: string, receipts: readonly Receipt[]): Promise<number[]> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ revision: string; ms: number }>(sql);
  await client.end();
  const committed = new Map(rows.map((row) => [Number(row.revision), row.ms]));
  const first = Math.min(...receipts.map(([, revision]) => revision)) + WARM_UP;
  return receipts.flatMap(([, revision, at]) => {
    const ms = committed.get(revision);
    return ms === undefined || revision < first ? [] : [at - ms];
  });
};

const stampedAt = 'extract(epoch from pg_xact_commit_timestamp(xmin))::float8 * 1000 as ms';

export const oursOnce = async (system: System, clients: number, times: number): Promise<number[]> => {
  const subscribers = startProcess(
    'clients',
    system.address,
    await system.cookiesFor(clients),
    system.areaId,
    String(clients),
  );
  await heard(subscribers);
  const start = performance.now();
  for (let i = 1; i <= times; i += 1) {
    const wait = start + i * EVERY_MS - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    await system.markRoom(i);
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  return delays(
    system.databaseUrl,
    `select distinct on (revision) revision, ${stampedAt} from journal where area_id = '${system.areaId}'`,
    await receiptsOf(subscribers),
  );
};

export const bareOnce = async (databaseUrl: string, clients: number, times: number): Promise<number[]> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`drop table if exists bare_area, bare_room, bare_journal;
    create table bare_area (id int primary key, revision bigint); insert into bare_area values (1, 0);
    create table bare_room (id int primary key, image jsonb); insert into bare_room values (1, '{}');
    create table bare_journal (revision bigint primary key, image json)`);
  await client.end();
  const server = startProcess('bare-server', databaseUrl, String(EVERY_MS), String(times));
  const { port } = await heard<{ port: number }>(server);
  const subscribers = startProcess('clients', `http://127.0.0.1:${port}`, '', '', String(clients));
  await heard(subscribers);
  server.send('go');
  await heard(server);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const receipts = await receiptsOf(subscribers);
  server.kill();
  return delays(databaseUrl, `select revision, ${stampedAt} from bare_journal`, receipts);
};
