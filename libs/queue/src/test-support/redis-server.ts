import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '@concord/postgres';
import { Redis } from 'ioredis';

import { until } from './until';

export interface RedisServer {
  url: string;
  stop(): Promise<void>;
  /** Starts again on the same port, empty. */
  start(): Promise<void>;
  /** Stops for good. */
  end(): Promise<void>;
}

/** A private redis-server on a free port, keeping nothing on disk unless `settings` say so. */
export async function startRedisServer(...settings: string[]): Promise<RedisServer> {
  const port = await freePort();
  const directory = mkdtempSync(join(tmpdir(), 'concord-redis-'));
  const plain = ['--save', '', '--appendonly', 'no', '--hz', '100', '--maxmemory-policy', 'noeviction'];
  const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', directory, ...plain, ...settings];
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    const child = spawn('redis-server', options, { stdio: 'ignore' });
    server = child;
    await once(child, 'spawn');
    await answering(url);
  }
  await start();

  async function stop(): Promise<void> {
    const child = server;
    server = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  }

  return {
    url,
    start,
    stop,
    async end() {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function answering(url: string): Promise<void> {
  const redis = new Redis(url, { retryStrategy: () => 10 });
  redis.on('error', () => undefined);
  try {
    await until('redis-server answers', () => redis.status === 'ready');
  } finally {
    redis.disconnect();
  }
}
