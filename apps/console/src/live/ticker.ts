import type { Instant } from '@concord/domain';
import type { AreaClock } from './area-clock';
import type { Timers } from './flush';

/**
 * The one beat of a screen. Clock texts are written to their nodes from here, without React: 200
 * rows of clocks re-rendered every second cost more than everything else on the board together.
 */
export const createTicker = (clock: AreaClock, { after }: Timers) => {
  const writers = new Set<(now: Instant) => void>();
  const listeners = new Set<() => void>();
  let at: Instant = clock.now();
  let cancel = () => {};

  const beat = () => {
    at = clock.now();
    for (const write of writers) write(at);
    for (const listener of listeners) listener();
  };
  const next = () => {
    const untilNextSecond = clock.pace().rate === 1 ? 1000 - (clock.nowMs() % 1000) + 5 : 1000;
    cancel = after(untilNextSecond, () => {
      beat();
      next();
    });
  };
  const offClock = clock.subscribe(beat);
  next();

  return {
    /** The instant of the last beat: the same for everything drawn in between. */
    at: () => at,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write: (writer: (now: Instant) => void) => {
      writers.add(writer);
      writer(at);
      return () => {
        writers.delete(writer);
      };
    },
    stop: () => {
      cancel();
      offClock();
    },
  };
};

export type Ticker = ReturnType<typeof createTicker>;
