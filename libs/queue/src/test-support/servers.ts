import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { postgresBackend, redisBackend, type Backend } from './backend';
import { startRedisServer } from './redis-server';

export interface RunningBackend extends Backend {
  end(): Promise<void>;
}

interface PostgresServer {
  url: string;
  port: number;
  stop(): Promise<void>;
}
type StartPostgres = (options: {
  dataDir: string;
  port?: number;
  settings?: Record<string, string>;
}) => Promise<PostgresServer>;

export const backends = ['PostgreSQL', 'Redis'] as const;

/** A real server of the kind named, private to one test file. */
export async function startBackend(
  kind: (typeof backends)[number],
  startPostgres: StartPostgres,
): Promise<RunningBackend> {
  if (kind === 'Redis') {
    const server = await startRedisServer();
    return { ...redisBackend(server), end: server.end };
  }
  const directory = mkdtempSync(join(tmpdir(), 'concord-queue-'));
  // Otherwise the server's account, when the tests run as root, could not enter it.
  chmodSync(directory, 0o755);
  const options = { dataDir: join(directory, 'postgres'), settings: { fsync: 'off' } };
  let server = await startPostgres(options);
  const { port } = server;
  return {
    ...postgresBackend({
      url: () => server.url,
      stop: () => server.stop(),
      start: async () => void (server = await startPostgres({ ...options, port })),
    }),
    async end() {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
