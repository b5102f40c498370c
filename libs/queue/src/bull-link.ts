import { createPostgresBackend, createRedisBackend, type BackendFactory, type IQueueBackend } from 'bullmq';
import { Pool } from 'pg';

import { within } from './deadline';

export interface QueueAddress {
  /** PostgreSQL, which carries the queue unless there is a Redis. */
  databaseUrl: string;
  redisUrl?: string | undefined;
}

export const BULL_SCHEMA = 'bullmq';
export const TIMER_QUEUE = 'timers';
const REDIS_PREFIX = 'concord';

/** The connections behind one BullMQ object. After a failure the object and its link are thrown away together. */
export interface BullLink {
  factory: BackendFactory<IQueueBackend, QueueAddress>;
  close(): Promise<void>;
}

export function openLink(
  address: QueueAddress,
  connections: number,
  onError: (error: unknown) => void,
): BullLink {
  return address.redisUrl
    ? redisLink(address.redisUrl)
    : postgresLink(address.databaseUrl, connections, onError);
}

/** The jobs are hints that the sweep replaces, so their commits need not wait for the disk. */
const SESSION = `options=${encodeURIComponent(`-c search_path=${BULL_SCHEMA} -c synchronous_commit=off`)}`;

/** BullMQ would make this pool itself, but only where there is a CommonJS `require`, and without the settings above. */
function postgresLink(databaseUrl: string, connections: number, onError: (error: unknown) => void): BullLink {
  const pool = new Pool({
    connectionString: `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}${SESSION}`,
    application_name: 'concord-queue',
    max: connections,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
  });
  pool.on('error', onError);
  return {
    factory: (name, options, extra) => createPostgresBackend(name, { ...options, connection: pool }, extra),
    close: () => pool.end(),
  };
}

function redisLink(url: string): BullLink {
  // BullMQ's own retry waits a whole second after the first lost connection.
  const connection = { url, retryStrategy: (times: number) => Math.min(20 * 2 ** times, 2_000) };
  return {
    factory: (name, options, extra) => {
      const redisOptions = { ...options, connection, prefix: REDIS_PREFIX };
      return createRedisBackend(name, redisOptions, extra);
    },
    close: () => Promise.resolve(),
  };
}

interface Closable {
  close(): Promise<void>;
  getBackend(): IQueueBackend;
}

/** Closes politely, then by cutting the connections: with its server gone, BullMQ's own close never returns. */
export async function closeWithin(ms: number, bull: Closable, link: BullLink): Promise<void> {
  try {
    await within(ms, 'closing the queue', bull.close());
  } catch {
    await within(ms, 'cutting the queue off', bull.getBackend().close(true)).catch(() => undefined);
  }
  await within(ms, 'ending the queue connections', link.close()).catch(() => undefined);
}
