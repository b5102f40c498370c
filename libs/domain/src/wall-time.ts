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
