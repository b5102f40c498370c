import { Client } from 'pg';

import { within } from './deadline';
import { watchOutage, type Log } from './outage';
import type { Channel } from './wake';

const CHANNEL = 'concord_area_moved';
const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 2_000;
const PROBE_MS = 5_000;
const PATIENCE_MS = 2_000;

/**
 * LISTEN and NOTIFY on one connection of its own. NOTIFY inside a command's transaction cost 61 % of write
 * throughput when measured, because PostgreSQL commits notifying transactions one at a time; here only this
 * connection ever notifies.
 */
export function openPostgresChannel(
  databaseUrl: string,
  heard: (message: string) => void,
  log: Log,
): Channel {
  const outage = watchOutage('wake-ups over PostgreSQL', log);
  const givenUp = new WeakSet<Client>();
  let live: Client | undefined;
  let busy = false;
  let retry: NodeJS.Timeout | undefined;
  let retryMs = FIRST_RETRY_MS;
  let closed = false;
  let connecting = connect();

  async function connect(): Promise<void> {
    const client = new Client({
      connectionString: databaseUrl,
      application_name: 'concord-wake',
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => heard(payload ?? ''));
    client.on('error', (error) => lost(client, error));
    client.on('end', () => lost(client, new Error('the connection ended')));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      lost(client, error);
      return;
    }
    if (closed) return hangUp(client);
    live = client;
    retryMs = FIRST_RETRY_MS;
    outage.worked();
  }

  function lost(client: Client, error: unknown): void {
    if (givenUp.has(client)) return;
    givenUp.add(client);
    if (live === client) live = undefined;
    void hangUp(client);
    if (closed) return;
    outage.failed(error);
    retry = setTimeout(() => {
      connecting = connect();
    }, retryMs);
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
  }

  async function run(sql: string, values?: unknown[]): Promise<void> {
    const client = live;
    if (!client) throw new Error('wake-ups over PostgreSQL are down');
    busy = true;
    try {
      await client.query(sql, values);
    } catch (error) {
      lost(client, error);
      throw error;
    } finally {
      busy = false;
    }
  }

  // A cable that was pulled says nothing for ten minutes and more; an unanswered question shows it in seconds.
  const probe = setInterval(() => {
    if (live && !busy) run('select 1').catch(() => undefined);
  }, PROBE_MS);

  return {
    publish: (messages) =>
      run(`select pg_notify('${CHANNEL}', message) from unnest($1::text[]) message`, [messages]),
    async close() {
      closed = true;
      clearTimeout(retry);
      clearInterval(probe);
      await connecting;
      const client = live;
      live = undefined;
      if (client) await hangUp(client);
    },
  };
}

async function hangUp(client: Client): Promise<void> {
  await within(500, 'hanging up', client.end()).catch(() => undefined);
}
