import { pino } from 'pino';
import {
  beat,
  dataSourceFor,
  noteAudit,
  PostgresClock,
  PostgresContactBook,
  PostgresStore,
  secondsSinceBeat,
} from '@concord/postgres';
import { checkRedis, connectTimerQueue, connectWake, startTimerWorker } from '@concord/queue';
import { readSenderSettings, senderFor } from '@concord/senders';
import { createAuditor } from './auditor';
import { createEngine } from './engine';
import { readEnvironment } from './environment';
import { serveHealth } from './health';

const CONCURRENCY = 4;
const STALE_AFTER_SECONDS = 10;

const logger = pino({ name: 'worker', level: process.env.CONCORD_LOG_LEVEL ?? 'info' });
const log = (message: string) => logger.warn(message);

const run = async (): Promise<void> => {
  const { databaseUrl, redisUrl, healthPort } = readEnvironment(process.env);
  const sender = senderFor(readSenderSettings(process.env));
  const address = { databaseUrl, redisUrl };
  for (const warning of redisUrl ? await checkRedis(redisUrl) : []) log(warning);
  const source = await dataSourceFor(databaseUrl, { name: 'concord-worker' }).initialize();
  const wake = connectWake({ ...address, log });
  const queue = connectTimerQueue({ ...address, log });
  const store = new PostgresStore(source, wake, queue);
  const contacts = new PostgresContactBook(source);
  const beats = () => beat(source, `worker-${process.pid}`);
  const engine = createEngine({ store, sender, contacts, beat: beats, log });
  const timers = startTimerWorker({
    ...address,
    concurrency: CONCURRENCY,
    log,
    onDue: () => Promise.resolve(engine.wake()),
  });
  const movable = (await new PostgresClock(source).read()).movable;
  // In a demo, time can jump: then a wake-up may mean that something is due.
  const unlisten = movable ? wake.onAreaMoved(() => engine.wake()) : undefined;
  const health = healthPort
    ? serveHealth(healthPort, () => secondsSinceBeat(source), STALE_AFTER_SECONDS)
    : undefined;
  const note: Parameters<typeof createAuditor>[0]['note'] = (areaId, findings) =>
    noteAudit(source, areaId, findings);
  const auditor = createAuditor({ store, note, log });
  engine.start();
  auditor.start();
  logger.info('engine running');

  let stopping = false;
  const stop = async (why: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    logger.info(`stopping: ${why}`);
    unlisten?.();
    await auditor.stop();
    await engine.stop();
    await timers.close();
    await Promise.allSettled([queue.close(), wake.close()]);
    health?.close();
    await source.destroy();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
  process.on('disconnect', () => void stop('the launcher has gone'));
};

run().catch((error: unknown) => {
  logger.fatal(String(error));
  process.exit(1);
});
