import { Client } from 'pg';

import { ensureQueueSchema } from './queue-schema';
import { startBackend, type RunningBackend } from './test-support/servers';

jest.setTimeout(60_000);

let backend: RunningBackend;
beforeAll(async () => {
  backend = await startBackend('PostgreSQL');
});
afterAll(() => backend.end());

async function migrations(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ count: number }>('select count(*)::int from bullmq.migration');
  await client.end();
  return rows[0]!.count;
}

test('eight processes that start at once make one queue schema between them, and starting again changes nothing', async () => {
  const { databaseUrl } = await backend.empty();
  await Promise.all(Array.from({ length: 8 }, () => ensureQueueSchema(databaseUrl)));
  const made = await migrations(databaseUrl);
  await ensureQueueSchema(databaseUrl);

  expect(made).toBeGreaterThan(0);
  expect(await migrations(databaseUrl)).toBe(made);
});

test('a database that cannot be reached is a failure of the start, not a silence', async () => {
  await expect(ensureQueueSchema('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow();
});
