import type { Instant } from '@concord/domain';
import { fullTime } from './london';
import { ago } from './span';
import { londonDay } from './wall-time';

/** A time in full: its day if not today, the date, the zone on a clock-change day, and how long ago. */
export interface ReadBack {
  /** "Yesterday", "3 days ago"; nothing today. */
  readonly day: string | undefined;
  readonly time: string;
  readonly ago: string;
}

export const readBack = (at: Instant, now: Instant): ReadBack => {
  const days = londonDay(at).until(londonDay(now)).days;
  return {
    day: days <= 0 ? undefined : days === 1 ? 'Yesterday' : `${days} days ago`,
    time: fullTime(at),
    ago: ago(at, now),
  };
};
