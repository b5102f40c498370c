import { pino } from 'pino';
import { dataSourceFor, openIdentity, PostgresClock, PostgresStore } from '@concord/postgres';
import { checkRedis, connectTimerQueue, connectWake } from '@concord/queue';
import { readSenderSettings, senderFor } from '@concord/senders';
import { createApi } from './create-api';
import { engineSettles } from './demo/engine-settles';
import { readEnvironment } from './environment';

const CONNECTIONS = 20;
/** No area's id: what a demo's engine hears when time was moved and something may be due. */
const CLOCK_MOVED = 'clock';

const logger = pino({ name: 'concord-api' });
const log = (message: string) => logger.warn(message);

let close: (() => Promise<void>) | undefined;
let stopping = false;

const stop = async (why: string): Promise<void> => {
  if (stopping) return;
  stopping = true;
  logger.info(`stopping: ${why}`);
  await close?.();
  process.exit(0);
};

const run = async (): Promise<void> => {
  const { databaseUrl, redisUrl, ...settings } = readEnvironment(process.env);
  const sender = senderFor(readSenderSettings(process.env));
  logger.level = settings.logLevel;
  const address = { databaseUrl, redisUrl };
  for (const warning of redisUrl ? await checkRedis(redisUrl) : []) log(warning);
  const source = await dataSourceFor(databaseUrl, {
    name: 'concord-api',
    connections: CONNECTIONS,
  }).initialize();
  const wake = connectWake({ ...address, log });
  const queue = connectTimerQueue({ ...address, log });
  const store = new PostgresStore(source, wake, queue);
  let turns = Date.now();
  const api = await createApi({
    ...settings,
    source,
    store,
    wake,
    sender,
    clock: new PostgresClock(source),
    identity: openIdentity(source),
    untilNothingDue: engineSettles(store, () => wake.areaMoved(CLOCK_MOVED, (turns += 1))),
  });
  logger.info({ address: api.address }, 'listening');
  close = async () => {
    await api.close();
    await Promise.allSettled([queue.close(), wake.close()]);
    await source.destroy();
  };
};

process.on('SIGTERM', () => void stop('SIGTERM'));
process.on('SIGINT', () => void stop('SIGINT'));
process.on('disconnect', () => void stop('the launcher has gone'));

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
