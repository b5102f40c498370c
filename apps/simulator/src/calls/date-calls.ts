import { Temporal } from 'temporal-polyfill';
import type { Arrival } from '../arrivals';
import { londonMs } from '../arrivals';
import type { Chance } from '../chance';
import type { Call } from './read-calls';

const firstSuchDay = (call: Call): Temporal.PlainDate => {
  const first = Temporal.PlainDate.from({ year: call.year, month: call.month, day: 1 });
  return first.add({ days: (call.weekday - first.dayOfWeek + 7) % 7 });
};

/** The next date after `date` that falls on the call's weekday; from the month's first again when it runs out. */
const nextSuchDay = (date: Temporal.PlainDate, call: Call): Temporal.PlainDate => {
  const next = date.add({ days: (call.weekday - date.dayOfWeek + 7) % 7 || 7 });
  return next.month === call.month ? next : firstSuchDay(call);
};

/**
 * Gives each call a date and a minute. The file says only the month, the weekday and the hour, in
 * order: as long as the weekday stays the same it is the same day, and a new weekday is the next
 * such day of the month. The minute is chance's. In order of time, whatever the order of the file.
 */
export const dateCalls = (calls: readonly Call[], chance: Chance): Arrival[] => {
  let date: Temporal.PlainDate | undefined;
  let last: Call | undefined;
  const dated: Arrival[] = [];
  for (const call of calls) {
    const sameMonth = last?.year === call.year && last.month === call.month;
    if (!date || !sameMonth) date = firstSuchDay(call);
    else if (last?.weekday !== call.weekday) date = nextSuchDay(date, call);
    last = call;
    dated.push({
      name: `line ${call.line}`,
      at: londonMs(date, call.hour, Math.floor(chance('minute', call.line) * 60)),
      detained: call.apprehended,
    });
  }
  return dated.sort((a, b) => a.at - b.at);
};
