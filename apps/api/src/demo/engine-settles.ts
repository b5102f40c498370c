import { setTimeout as pause } from 'node:timers/promises';
import type { Store, UntilNothingDue } from '@concord/coordination';

const LOOK_EVERY_MS = 2;
/** Longer than the engine's sweep; an engine that has not fired by then is not running. */
const PATIENCE_MS = 4_000;

/**
 * Waits for the engine, in its own process, to fire what is due; gives up on one that does nothing.
 * `nudge` wakes it: it cannot know that time has just been moved.
 */
export const engineSettles =
  (store: Pick<Store, 'areasDue'>, nudge: () => void): UntilNothingDue =>
  async () => {
    const until = performance.now() + PATIENCE_MS;
    const somethingIsDue = async () => (await store.areasDue(1)).length > 0;
    if (!(await somethingIsDue())) return;
    nudge();
    while ((await somethingIsDue()) && performance.now() < until) await pause(LOOK_EVERY_MS);
  };
