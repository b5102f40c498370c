import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@concord/postgres';
import { Redis } from 'ioredis';

export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

const answers = async (url: string): Promise<boolean> => {
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
};

/** A private redis-server (Debian package `redis-server`) on a free port, keeping nothing on disk. */
export const startRedis = async (): Promise<RedisServer> => {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const plain = ['--save', '', '--appendonly', 'no', '--hz', '100', '--maxmemory-policy', 'noeviction'];
  const server = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', ...plain], {
    stdio: 'ignore',
  });
  await once(server, 'spawn');
  const until = Date.now() + 10_000;
  while (!(await answers(url))) {
    if (Date.now() > until) throw new Error('redis-server did not answer within 10 s');
    await pause(20);
  }
  return {
    url,
    stop: async () => {
      server.kill();
      await once(server, 'exit');
    },
  };
};
