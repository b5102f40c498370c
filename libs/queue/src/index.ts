export type { QueueAddress } from './bull-link';
export { connectTimerQueue } from './timer-queue';
export { startTimerWorker, type TimerWorkerOptions } from './timer-worker';
export { connectWake } from './wake';
export { ensureQueueSchema } from './queue-schema';
export { checkRedis } from './redis-check';
export type { Log } from './outage';
