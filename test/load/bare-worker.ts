import { createPostgresBackend, Worker } from 'bullmq';
import { Logger, run } from 'graphile-worker';
import { Pool } from 'pg';

/** The comparison: a worker of a bare library, in a process of its own, that notes how late each job ran. */
const [kind = '', url = ''] = process.argv.slice(2);
const CONCURRENCY = 4;
let ran: { dueAt: number; late: number }[] = [];
const note = (dueAt: number): Promise<void> => {
  ran.push({ dueAt, late: Date.now() - dueAt });
  return Promise.resolve();
};

type Noted = { dueAt: number };

const starts: Record<string, () => unknown> = {
  'bullmq-redis': () =>
    new Worker<Noted>('bare', ({ data }) => note(data.dueAt), {
      connection: { url },
      concurrency: CONCURRENCY,
    }),
  'bullmq-postgres': () => {
    const pool = new Pool({ connectionString: url, max: 6, options: '-c search_path=bullmq' });
    return new Worker<Noted>(
      'bare',
      ({ data }) => note(data.dueAt),
      { connection: { databaseUrl: url }, concurrency: CONCURRENCY },
      ((name: never, options: object, extra: never) =>
        createPostgresBackend(name, { ...options, connection: pool }, extra)) as never,
    );
  },
  // Looks twenty times a second instead of its usual every two seconds, which would be its whole lateness.
  graphile: () =>
    run({
      connectionString: url,
      concurrency: CONCURRENCY,
      pollInterval: 50,
      logger: new Logger(() => () => undefined),
      taskList: { timer: (payload) => note((payload as Noted).dueAt) },
    }),
};

await starts[kind]?.();
process.on('message', (message) => {
  if (message !== 'lateness') return;
  process.send?.(ran);
  ran = [];
});
process.send?.('ready');
