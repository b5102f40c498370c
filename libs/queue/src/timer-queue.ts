import { setTimeout as pause } from 'node:timers/promises';

import { Queue, type IQueueBackend } from 'bullmq';

import type { TimerQueue } from '@concord/coordination';

import { closeWithin, openLink, TIMER_QUEUE, type BullLink, type QueueAddress } from './bull-link';
import { within } from './deadline';
import { watchOutage, type Log } from './outage';

const NOT_THERE = -1;
const NOT_DELAYED = -3;
const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 2_000;
const BATCH = 50;
/** A starved machine takes its time; a batch given up too early is added, and looked at, twice. */
const PATIENCE_MS = 5_000;
const BETWEEN_BATCHES_MS = 20;
/** About 2 MB of ids. An outage that arms more than this leaves the rest to the sweep. */
const MOST_KEPT = 10_000;

export interface TimerJob {
  timerId: string;
}

interface Connection {
  queue: Timers;
  link: BullLink;
  /** Rejects with the first error, so that nobody waits for an answer that will not come. */
  broken: Promise<never>;
}

type Timers = Queue<TimerJob, void, 'timer', TimerJob, void, 'timer', IQueueBackend, QueueAddress>;

/**
 * Adds BullMQ delayed jobs that ask a worker to look at a timer. Connects when first used, never rejects and never
 * throws: timers that cannot be added now are kept and added when the backend is back, and until then the sweep
 * finds their rows. The promise of `arm` settles once they are added or kept; a command need not wait for it.
 */
export function connectTimerQueue({ log, ...address }: QueueAddress & { log: Log }): TimerQueue {
  const outage = watchOutage('timer queue', log);
  let open: Connection | undefined;
  let unwritten = new Map<string, number>();
  let free = Promise.resolve();
  let next: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let retryMs = FIRST_RETRY_MS;
  let down = false;
  let closed = false;

  function connected(): Connection {
    if (open) return open;
    let breaks: (error: unknown) => void = () => undefined;
    const broken = new Promise<never>((_resolve, reject) => {
      breaks = (error) => {
        // BullMQ remembers a first connection that failed for ever, so no connection outlives an error.
        if (open?.broken === broken) void disconnect();
        reject(error instanceof Error ? error : new Error(String(error)));
      };
    });
    // An error between two batches concerns nobody.
    broken.catch(() => undefined);
    const link = openLink(address, 2, breaks);
    const queue: Timers = new Queue(
      TIMER_QUEUE,
      {
        connection: address,
        defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
        streams: { events: { maxLen: 100 } },
      },
      link.factory,
    );
    queue.on('error', breaks);
    open = { queue, link, broken };
    return open;
  }

  function keep(id: string, dueAt: number): void {
    if (unwritten.size < MOST_KEPT || unwritten.has(id)) unwritten.set(id, dueAt);
  }

  async function disconnect(): Promise<void> {
    const old = open;
    open = undefined;
    if (old) await closeWithin(500, old.queue, old.link);
  }

  async function writeUnwritten(): Promise<void> {
    const left = unwritten;
    unwritten = new Map();
    try {
      while (left.size > 0) {
        const { queue, broken } = connected();
        const placed = [...left]
          .slice(0, BATCH)
          .map(([id, dueAt]) => place(queue, id, dueAt).then(() => left.delete(id)));
        await within(PATIENCE_MS, 'arming timers', Promise.race([Promise.all(placed), broken]));
        outage.worked();
        down = false;
        retryMs = FIRST_RETRY_MS;
      }
    } catch (error) {
      outage.failed(error);
      down = true;
      for (const [id, dueAt] of left) if (!unwritten.has(id)) keep(id, dueAt);
      void disconnect();
      if (!closed) retry = setTimeout(() => void write(), retryMs);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    }
  }

  /**
   * One batch at a time and a pause after it; what arrives meanwhile goes together. Each batch wakes the workers,
   * which on PostgreSQL ask four questions each time: without the pause, arming after every command halved the
   * rate of commands.
   */
  function write(): Promise<void> {
    next ??= free.then(() => {
      next = undefined;
      const written = writeUnwritten();
      free = written.then(() => pause(BETWEEN_BATCHES_MS));
      return written;
    });
    return next;
  }

  return {
    arm(timers) {
      const now = Date.now();
      // Rounded up, never down: BullMQ on PostgreSQL takes whole milliseconds, and early is a wasted look.
      for (const { id, inMs } of timers) keep(id, now + Math.max(0, Math.ceil(inMs)));
      return closed || down || timers.length === 0 ? Promise.resolve() : write();
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await write();
      await disconnect();
    },
  };
}

/**
 * Moves the timer's job if it is waiting for its time, adds it if there is none. A job just being worked on (the
 * handler may re-arm its own timer) can be neither moved nor replaced, so a second one is added beside it; a look
 * too many is harmless, a missing one is late.
 */
async function place(queue: Timers, timerId: string, dueAt: number): Promise<void> {
  // BullMQ refuses job ids with a colon.
  const jobId = `timer-${encodeURIComponent(timerId)}`;
  try {
    await queue.getBackend().changeDelay(jobId, Math.max(0, dueAt - Date.now()));
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code !== NOT_THERE && code !== NOT_DELAYED) throw error;
    // Read again, and named to BullMQ: a batch that waits for connections must not push the due time back.
    const timestamp = Date.now();
    await queue.add(
      'timer',
      { timerId },
      {
        jobId: code === NOT_THERE ? jobId : `${jobId}-${dueAt}`,
        timestamp,
        delay: Math.max(0, dueAt - timestamp),
      },
    );
  }
}
