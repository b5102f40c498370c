import { Worker, type IQueueBackend, type JobProgress } from 'bullmq';

import { closeWithin, openLink, TIMER_QUEUE, type BullLink, type QueueAddress } from './bull-link';
import { inWords, watchOutage, type Log } from './outage';
import type { TimerJob } from './timer-queue';

const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 5_000;
const LONG_LIVED_MS = 10_000;
const CLOSE_MS = 5_000;

export interface TimerWorkerOptions extends QueueAddress {
  /** How many timers are looked at side by side. */
  concurrency: number;
  /** Must be idempotent: it may be called early, late, twice, and for timers that are no longer there. */
  onDue: (timerId: string) => Promise<void>;
  log: Log;
  /** A worker this long without work is replaced; see README, "Silence". */
  idleMs?: number;
}

interface Shift {
  worker: Worker<TimerJob, void, string, IQueueBackend, JobProgress, QueueAddress>;
  link: BullLink;
  startedAt: number;
  lastWorkAt: number;
  busy: number;
}

/**
 * Calls `onDue` when a timer's job falls due. Runs one BullMQ worker at a time and replaces it whenever it reports
 * an error, cannot start, or has been silent for a minute: BullMQ's maintainers advise exactly that ("close the
 * worker and create a new one"), and on PostgreSQL a worker whose first connection failed never tries again.
 */
export function startTimerWorker(options: TimerWorkerOptions): { close(): Promise<void> } {
  const { concurrency, onDue, log, idleMs = 60_000, ...address } = options;
  const outage = watchOutage('timer worker', log);
  const ending = new Set<Promise<void>>();
  let current: Shift | undefined;
  let retry: NodeJS.Timeout | undefined;
  let retryMs = FIRST_RETRY_MS;
  let closed = false;

  async function look(shift: Shift, timerId: string): Promise<void> {
    shift.busy += 1;
    try {
      await onDue(timerId);
    } catch (error) {
      // Not handed to BullMQ to retry: the row is still due, so the sweep is already on its way to it.
      log(`timer ${timerId} could not be looked at: ${inWords(error)}`);
    } finally {
      shift.busy -= 1;
      shift.lastWorkAt = Date.now();
    }
  }

  function begin(): void {
    retry = undefined;
    const link = openLink(address, Math.min(concurrency, 8) + 2, (error) => failed(shift, error));
    const worker: Shift['worker'] = new Worker(
      TIMER_QUEUE,
      (job) => look(shift, job.data.timerId),
      {
        connection: address,
        concurrency,
        // A release that crashes in a loop stalls the same job again and again; once (the default) loses it.
        maxStalledCount: 1_000,
        lockDuration: 15_000,
        stalledInterval: 10_000,
        runRetryDelay: 1_000,
      },
      link.factory,
    );
    const now = Date.now();
    const shift: Shift = { worker, link, startedAt: now, lastWorkAt: now, busy: 0 };
    worker.on('error', (error) => failed(shift, error));
    worker.waitUntilReady().then(
      () => shift === current && outage.worked(),
      (error: unknown) => failed(shift, error),
    );
    current = shift;
  }

  function end(shift: Shift): void {
    if (current === shift) current = undefined;
    const ended = closeWithin(CLOSE_MS, shift.worker, shift.link).finally(() => ending.delete(ended));
    ending.add(ended);
  }

  function failed(shift: Shift, error: unknown): void {
    if (closed || shift !== current) return;
    outage.failed(error);
    if (Date.now() - shift.startedAt > LONG_LIVED_MS) retryMs = FIRST_RETRY_MS;
    end(shift);
    retry = setTimeout(begin, retryMs);
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
  }

  const idle = setInterval(() => {
    const shift = current;
    if (!shift || shift.busy > 0 || Date.now() - shift.lastWorkAt < idleMs) return;
    begin();
    end(shift);
  }, idleMs / 4);

  begin();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      clearInterval(idle);
      if (current) end(current);
      await Promise.all(ending);
    },
  };
}
