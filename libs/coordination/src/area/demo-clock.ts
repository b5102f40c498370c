import type { Instant, Refusal } from '@concord/domain';
import { plusMinutes, refuse } from '@concord/domain';
import type { AreaClock, Store } from '../ports';

export interface ClockReading {
  readonly now: Instant;
  readonly rate: number;
  readonly movable: boolean;
}

export interface ClockSettings {
  readonly rate?: number | undefined;
  readonly stepMinutes?: number | undefined;
}

/** Resolves once the engine has fired all that is due, or has shown that it is not going to. */
export type UntilNothingDue = () => Promise<void>;

const fixed = (): Refusal => refuse('not-a-demo', 'Time can be moved only in a demo or training database.');

/**
 * Moves time to `to`, stopping at each timer on the way so that the engine fires it at its own
 * minute: a jump must not make the engine look late.
 */
export const moveTimeTo = async (
  store: Store,
  clock: AreaClock,
  to: Instant,
  settled: UntilNothingDue,
): Promise<void> => {
  await settled();
  for (let due = await store.nextDueAt(); due !== undefined && due <= to;) {
    await clock.set(due, 0);
    await settled();
    const next = await store.nextDueAt();
    // Still the same one: the engine is stopped, and what is due will be late when it returns.
    if (next !== undefined && next <= due) break;
    due = next;
  }
  await clock.set(to, 0);
};

/** Pauses, speeds up or steps the demo's clock. Refuses `not-a-demo` anywhere else. */
export const setDemoClock = async (
  store: Store,
  clock: AreaClock,
  settings: ClockSettings,
  settled: UntilNothingDue,
): Promise<ClockReading | Refusal> => {
  const reading = await clock.read();
  if (!reading.movable) return fixed();
  const rate = settings.rate ?? reading.rate;
  if (settings.stepMinutes === undefined) {
    if (rate !== reading.rate) await clock.changeRate(rate);
    return clock.read();
  }
  if (reading.rate !== 0) await clock.changeRate(0);
  const { now } = reading.rate === 0 ? reading : await clock.read();
  await moveTimeTo(store, clock, plusMinutes(now, settings.stepMinutes), settled);
  if (rate !== 0) await clock.changeRate(rate);
  return clock.read();
};
