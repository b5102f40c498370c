import { createPostgresBackend, Worker } from 'bullmq';
import { Pool } from 'pg';

/** The comparison: a bare BullMQ worker on the same PostgreSQL, in a process of its own. */
const [databaseUrl = ''] = process.argv.slice(2);
const pool = new Pool({ connectionString: databaseUrl, max: 6, options: '-c search_path=bullmq' });
const late: number[] = [];

new Worker<{ dueAt: number }>(
  'bare',
  (job) => {
    late.push(Date.now() - job.data.dueAt);
    return Promise.resolve();
  },
  { connection: { databaseUrl }, concurrency: 4 },
  ((name: never, options: object, extra: never) =>
    createPostgresBackend(name, { ...options, connection: pool }, extra)) as never,
);
process.on('message', (message) => {
  if (message === 'lateness') process.send?.(late);
});
process.send?.('ready');
