import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant';
import { msOf } from './instant';

// `Intl` and not Temporal: a ranking says the time of some hundred promises, and Temporal's polyfill took most of it.
const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** As a clock on the wall in London shows it: "21:05". */
export const clockTime = (at: Instant): string => london.format(msOf(at));

const inLondon = (at: Instant) => Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London');

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** With the day where it is not today's: "21:05", "Sun 10:00", and past a week "4-Jan 10:00". */
export const dayAndTime = (at: Instant, now: Instant): string => {
  const [then, today] = [inLondon(at), inLondon(now).toPlainDate()];
  const apart = today.until(then.toPlainDate(), { largestUnit: 'days' }).days;
  if (apart === 0) return clockTime(at);
  const day = Math.abs(apart) < 7 ? days[then.dayOfWeek - 1] : `${then.day}-${months[then.month - 1] ?? ''}`;
  return `${day ?? ''} ${clockTime(at)}`;
};
