import { fireDueTimers } from '@concord/coordination';
import type { CourierParts } from '@concord/coordination';
import { createCourier } from './courier';
import { createLoop, type Loop } from './loop';
import { createNightWatch } from './night-watch';

export interface EngineParts extends CourierParts {
  /** Says that a whole sweep has just succeeded. Not called otherwise: silence is the alarm. */
  readonly beat: () => Promise<void>;
  readonly log: (message: string) => void;
  /** How long between sweeps when nobody wakes the engine. */
  readonly sweepEveryMs?: number;
}

export type Engine = Loop;

/** Areas looked at in one pass: the most overdue first, so that a backlog starves nobody. */
const AREAS = 50;
const SWEEP_EVERY_MS = 2000;
/** Each beat is a commit; the consoles call the engine silent after far longer than this. */
const BEAT_EVERY_MS = 1000;

/**
 * Fires what is due and hands over what it says. A wake-up makes it prompt, the sweep makes it certain:
 * whatever was missed, however long the engine was down, is found by its row within one sweep of its return.
 */
export const createEngine = ({ beat, log, sweepEveryMs = SWEEP_EVERY_MS, ...parts }: EngineParts): Engine => {
  const { store } = parts;
  const courier = createCourier({ ...parts, log, everyMs: sweepEveryMs });
  const nightWatch = createNightWatch({ ...parts, log });
  let beatAt = -Infinity;

  /** Serves each area that has work; true when there may be more, because the list was full and moved on. */
  const pass = async (): Promise<boolean> => {
    let fired = 0;
    const faults: unknown[] = [];
    const areaIds = await store.areasDue(AREAS);
    for (const areaId of areaIds)
      fired += await fireDueTimers(store, areaId).catch((fault: unknown) => faults.push(fault) && 0);
    if (fired > 0) courier.wake();
    const more = areaIds.length === AREAS && fired > 0;
    // Only when nothing more can be done: one area's fault must not keep another from being served.
    if (!more && faults.length > 0) throw faults[0];
    return more;
  };

  const sweep = async (): Promise<void> => {
    while (await pass());
    if (performance.now() - beatAt < BEAT_EVERY_MS) return;
    await beat();
    beatAt = performance.now();
  };

  const loop = createLoop({
    name: 'sweep',
    turn: sweep,
    // Until the next timer falls due, and never past the next sweep.
    restMs: async () => Math.min(sweepEveryMs, (await store.msToNextDue()) ?? sweepEveryMs),
    retryMs: sweepEveryMs,
    log,
  });

  return {
    start() {
      loop.start();
      courier.start();
      nightWatch.start();
    },
    async stop() {
      await loop.stop();
      await nightWatch.stop();
      await courier.stop();
    },
    async settle() {
      await loop.settle();
      await nightWatch.settle();
      await courier.settle();
    },
    wake() {
      loop.wake();
      courier.wake();
    },
  };
};
