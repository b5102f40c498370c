import { deliverNotifications, fireDueTimers } from '@concord/coordination';
import type { Sender, Store } from '@concord/coordination';

export interface EngineParts {
  readonly store: Store;
  readonly sender: Sender;
  /** Says that a whole sweep has just succeeded. Not called otherwise: silence is the alarm. */
  readonly beat: () => Promise<void>;
  readonly log: (message: string) => void;
  /** How long between sweeps when nobody wakes the engine. */
  readonly sweepEveryMs?: number;
}

export interface Engine {
  start(): void;
  /** Finishes the sweep under way, then does nothing more. */
  stop(): Promise<void>;
  /** Sweeps now; resolves when nothing is due and nothing is unsent. */
  settle(): Promise<void>;
  /** Asks for a sweep soon; many asks while one runs are one. */
  wake(): void;
}

/** Areas looked at in one pass: the most overdue first, so that a backlog starves nobody. */
const AREAS = 50;
const SWEEP_EVERY_MS = 2000;
/** Each beat is a commit; the consoles call the engine silent after far longer than this. */
const BEAT_EVERY_MS = 1000;

/**
 * Fires what is due. A wake-up makes it prompt, the sweep makes it certain: whatever was missed,
 * however long the engine was down, is found by its row within one sweep of its return.
 */
export const createEngine = ({
  store,
  sender,
  beat,
  log,
  sweepEveryMs = SWEEP_EVERY_MS,
}: EngineParts): Engine => {
  let running = false;
  let asked = false;
  let sweeping: Promise<void> | undefined;
  let next: NodeJS.Timeout | undefined;
  let beatAt = -Infinity;

  /** Serves each area that has work; true when there may be more, because a list was full and moved on. */
  const pass = async (): Promise<boolean> => {
    let done = 0;
    const faults: unknown[] = [];
    const each = async (areaIds: readonly string[], work: (areaId: string) => Promise<number>) => {
      for (const areaId of areaIds)
        done += await work(areaId).catch((fault: unknown) => faults.push(fault) && 0);
      return areaIds.length === AREAS;
    };
    const moreDue = await each(await store.areasDue(AREAS), (areaId) => fireDueTimers(store, areaId));
    const moreQueued = await each(await store.areasQueued(AREAS), (areaId) =>
      deliverNotifications(store, areaId, sender),
    );
    const more = (moreDue || moreQueued) && done > 0;
    // Only when nothing more can be done: one area's fault must not keep another from being served.
    if (!more && faults.length > 0) throw faults[0];
    return more;
  };

  const sweep = async (): Promise<void> => {
    do asked = false;
    while ((await pass()) || asked);
    if (performance.now() - beatAt < BEAT_EVERY_MS) return;
    await beat();
    beatAt = performance.now();
  };

  /** Sleeps until the next timer falls due, and never past the next sweep. */
  const sleepMs = async (): Promise<number> =>
    asked ? 0 : Math.min(sweepEveryMs, (await store.msToNextDue()) ?? sweepEveryMs);

  const run = (): Promise<void> => {
    clearTimeout(next);
    sweeping ??= sweep()
      .then(sleepMs)
      .catch((error: unknown) => {
        log(`sweep failed, trying again in ${sweepEveryMs} ms: ${String(error)}`);
        return sweepEveryMs;
      })
      .then((ms) => {
        sweeping = undefined;
        if (running) next = setTimeout(() => void run(), asked ? 0 : ms);
      });
    return sweeping;
  };

  const wake = (): void => {
    if (!running) return;
    asked = true;
    void run();
  };

  return {
    start() {
      if (running) return;
      running = true;
      void run();
    },
    async stop() {
      running = false;
      clearTimeout(next);
      await sweeping;
    },
    async settle() {
      if (!running) return;
      await sweeping;
      asked = true;
      await run();
    },
    wake,
  };
};
