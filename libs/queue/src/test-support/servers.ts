import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startEmbeddedPostgres } from '@concord/postgres';

import { postgresBackend, redisBackend, type Backend } from './backend';
import { startRedisServer } from './redis-server';

export interface RunningBackend extends Backend {
  end(): Promise<void>;
}

export const backends = ['PostgreSQL', 'Redis'] as const;

/** A real server of the kind named, private to one test file, which may stop it and kill its connections. */
export async function startBackend(kind: (typeof backends)[number]): Promise<RunningBackend> {
  if (kind === 'Redis') {
    const server = await startRedisServer();
    return { ...redisBackend(server), end: server.end };
  }
  const directory = mkdtempSync(join(tmpdir(), 'concord-queue-'));
  // Otherwise the server's account, when the tests run as root, could not enter it.
  chmodSync(directory, 0o755);
  const options = { dataDir: join(directory, 'postgres'), settings: { fsync: 'off' } };
  let server = await startEmbeddedPostgres(options);
  const { port } = server;
  return {
    ...postgresBackend({
      url: () => server.url,
      stop: () => server.stop(),
      start: async () => void (server = await startEmbeddedPostgres({ ...options, port })),
    }),
    async end() {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
