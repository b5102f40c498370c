import { randomUUID } from 'node:crypto';

import { Redis } from 'ioredis';
import { Client } from 'pg';

import type { QueueAddress } from '../bull-link';
import { ensureQueueSchema } from '../queue-schema';
import type { RedisServer } from './redis-server';

/** What carries the queue and the wake-ups, and what can go wrong with it. */
export interface Backend {
  /** A clean one for each test. */
  fresh(): Promise<QueueAddress>;
  /** A clean one in which nothing has been prepared yet. */
  empty(): Promise<QueueAddress>;
  killEveryConnection(): Promise<void>;
  loseEverything(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

export function postgresBackend(server: {
  url(): string;
  stop(): Promise<void>;
  start(): Promise<void>;
}): Backend {
  let database = 'postgres';
  const named = (name: string) => Object.assign(new URL(server.url()), { pathname: `/${name}` }).href;
  async function empty(): Promise<QueueAddress> {
    database = `queue_${randomUUID().replaceAll('-', '')}`;
    await query(server.url(), `create database ${database}`);
    return { databaseUrl: named(database) };
  }
  return {
    ...server,
    empty,
    async fresh() {
      const address = await empty();
      await ensureQueueSchema(address.databaseUrl);
      return address;
    },
    killEveryConnection: () =>
      query(
        server.url(),
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`,
      ),
    loseEverything: () => query(named(database), 'truncate bullmq.job cascade'),
  };
}

export function redisBackend(server: RedisServer): Backend {
  const ask = async (command: string, ...words: string[]) => {
    const redis = new Redis(server.url);
    await redis.call(command, ...words);
    redis.disconnect();
  };
  async function fresh(): Promise<QueueAddress> {
    await ask('FLUSHALL');
    // Nobody listens there: with a Redis, the database must not be needed.
    return { databaseUrl: 'postgres://nobody@127.0.0.1:1/none', redisUrl: server.url };
  }
  return {
    ...server,
    empty: fresh,
    fresh,
    async killEveryConnection() {
      await ask('CLIENT', 'KILL', 'TYPE', 'pubsub');
      await ask('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    },
    loseEverything: () => ask('FLUSHALL'),
  };
}

async function query(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
