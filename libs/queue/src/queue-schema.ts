import { runMigrations } from 'bullmq';
import { Client } from 'pg';

import { BULL_SCHEMA } from './bull-link';

/**
 * Creates or upgrades BullMQ's own schema. Safe to call from several processes at once: the migrations run in one
 * transaction behind an advisory lock, and late comers find them done. Rejects when the database cannot be reached.
 */
export async function ensureQueueSchema(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'concord-queue-schema' });
  await client.connect();
  try {
    await runMigrations(client, BULL_SCHEMA);
  } finally {
    await client.end();
  }
}
