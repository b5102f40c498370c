import type { Instant } from '@concord/domain';
import { instantFromMs, msOf } from '@concord/domain';

export interface ServerClock {
  readonly now: Instant;
  readonly rate: number;
  readonly movable: boolean;
}

/** Corrections smaller than this are the network's jitter; following them would make seconds stutter. */
const JITTER_MS = 400;

/**
 * The area's time as the server last told it, run on by this device's own monotonic clock: a wrong
 * wall clock on the device does no harm, and in a demo a second may be a minute or nothing.
 */
export const createAreaClock = (monotonicMs: () => number, deviceNowMs: () => number) => {
  let anchor = { server: deviceNowMs(), local: monotonicMs(), rate: 1, movable: false };
  const listeners = new Set<() => void>();
  const nowMs = () => anchor.server + (monotonicMs() - anchor.local) * anchor.rate;
  let told = false;
  let pace = { rate: 1, movable: false };

  const anchorAt = (server: number, rate: number, movable: boolean) => {
    anchor = { server, local: monotonicMs(), rate, movable };
    if (pace.rate !== rate || pace.movable !== movable) pace = { rate, movable };
    for (const listener of listeners) listener();
  };

  return {
    nowMs,
    now: (): Instant => instantFromMs(nowMs()),
    pace: () => pace,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: ({ now, rate, movable }: ServerClock) => {
      const server = msOf(now);
      const sameRate = told && rate === anchor.rate;
      if (sameRate && Math.abs(server - nowMs()) < JITTER_MS * Math.max(1, rate)) return;
      told = true;
      anchorAt(server, rate, movable);
    },
    /** Something has happened at this time, so it is at least that: a stepped demo shows at once what the step did. */
    isAtLeast: (at: Instant) => {
      if (msOf(at) > nowMs() + JITTER_MS * Math.max(1, anchor.rate))
        anchorAt(msOf(at), anchor.rate, anchor.movable);
    },
  };
};

export type AreaClock = ReturnType<typeof createAreaClock>;
