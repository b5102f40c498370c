import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedPostgres } from '@concord/postgres';
import { createDatabase, migrate, startEmbeddedPostgres } from '@concord/postgres';
import { ensureQueueSchema } from '@concord/queue';

/** Where `test/database.setup.ts` leaves the server's address for the test files of one run. */
export const SERVER_VARIABLE = 'CONCORD_TEST_SERVER';

const TEMPLATE = 'concord_template';

export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 4 * 1024 ** 3;

/** A database has some thousand small files, which a disk takes half a second to make: memory, where there is plenty. */
const placeForData = async (): Promise<string> => {
  try {
    const { bavail, bsize } = await statfs(MEMORY);
    return bavail * bsize >= ENOUGH_BYTES ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
};

const startServer = async (): Promise<TestServer> => {
  const dataDir = await mkdtemp(join(await placeForData(), 'concord-test-'));
  // Run by root, the server uses an account of its own, which has to pass through to its data.
  await chmod(dataDir, 0o711);
  // Tests kill processes, not the machine: without fsync they run three times as fast.
  const server: EmbeddedPostgres = await startEmbeddedPostgres({
    dataDir: join(dataDir, 'data'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** A PostgreSQL server with a migrated template database: once for a whole test run. */
export const startTestServer = async (): Promise<TestServer> => {
  const server = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, stop: () => Promise.resolve() }
    : await startServer();
  const template = await createDatabase(server.url, TEMPLATE);
  await migrate(template);
  await ensureQueueSchema(template);
  return server;
};

let own: Promise<TestServer> | undefined;
let users = 0;

/** The run's server, or one of this process's own when there is none, stopped with its last user. */
export const useTestServer = async (): Promise<TestServer> => {
  const shared = process.env[SERVER_VARIABLE];
  if (shared) return { url: shared, stop: () => Promise.resolve() };
  users += 1;
  own ??= startTestServer();
  const { url } = await own;
  return {
    url,
    stop: async () => {
      users -= 1;
      if (users > 0) return;
      const last = own;
      own = undefined;
      await (await last)?.stop();
    },
  };
};

export const TEMPLATE_DATABASE = TEMPLATE;
