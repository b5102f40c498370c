import type { Instant } from './instant';
import { msOf } from './instant';
import { londonClock } from './on-call/london-time';
import { DAY_MS, dayOf, wallAt, weekdayOf } from './on-call/london-wall';

/** As a clock on the wall in London shows it: "21:05". */
export const clockTime = (at: Instant): string => londonClock(at).time;

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** With the day where it is not today's: "21:05", "Sun 10:00", and past a week "4-Jan 10:00". */
export const dayAndTime = (at: Instant, now: Instant): string => {
  const then = wallAt(msOf(at));
  const apart = (dayOf(then) - dayOf(wallAt(msOf(now)))) / DAY_MS;
  if (apart === 0) return clockTime(at);
  const date = new Date(then);
  const day =
    Math.abs(apart) < 7
      ? days[weekdayOf(then) - 1]
      : `${date.getUTCDate()}-${months[date.getUTCMonth()] ?? ''}`;
  return `${day ?? ''} ${clockTime(at)}`;
};
