import type { Instant } from '@concord/domain';
import { minutesBetween, plusMinutes } from '@concord/domain';
import { Temporal } from 'temporal-polyfill';
import { fullTime } from './london';
import { instantOf, londonDay, readingsOf, zoneNameOf } from './wall-time';
import type { WrittenDay } from './written-time';
import { readWrittenTime } from './written-time';

export type TimeAhead = { readonly at: Instant } | { readonly problem: string };

const DAY_MINUTES = 24 * 60;
const HINT = 'Write 21:00 or 2100, or +30 for minutes from now, +2h for hours.';
const HINT_OF_DAYS = 'Write 21:00, 14-Dec 0900, or +3d for days from now, +2w for weeks.';

const within = (at: Instant, now: Instant, furthestDays: number): TimeAhead => {
  const minutes = minutesBetween(now, at);
  if (minutes <= 0) return { problem: `${fullTime(at)} has passed.` };
  const furthest = furthestDays === 1 ? 'a day' : `${furthestDays} days`;
  return minutes <= furthestDays * DAY_MINUTES ? { at } : { problem: `That is more than ${furthest} away.` };
};

/** A date without its year is the next such date. */
const dateMeant = ({ day, month, year }: WrittenDay & { kind: 'date' }, today: Temporal.PlainDate) => {
  const inYear = (y: number) => Temporal.PlainDate.from({ year: y, month, day });
  const meant = inYear(year ?? today.year);
  return year === undefined && Temporal.PlainDate.compare(meant, today) < 0 ? inYear(today.year + 1) : meant;
};

const DAYS_ON = /^\+\s*(\d{1,2})\s*(D|W)(?:AYS?|EEKS?)?$/;

/**
 * What a person meant by a time to come: `+30`, `+2h`, `+1h30`, `2100`, `21:00`, with `BST` or `GMT` on a
 * clock-change night. A bare time of day is the next time that it will be that o'clock; one that comes
 * twice is asked about, never guessed. Where it may be days ahead, also `14-Dec 0900`, `+3d` and `+2w`.
 */
export const readTimeAhead = (typed: string, now: Instant, furthestDays = 1): TimeAhead => {
  const text = typed.trim().toUpperCase();
  const days = furthestDays > 1 ? DAYS_ON.exec(text) : null;
  if (days) {
    const count = Number(days[1]) * (days[2] === 'W' ? 7 : 1);
    return within(plusMinutes(now, count * DAY_MINUTES), now, furthestDays);
  }
  const on = /^\+\s*(?:(\d{1,2})\s*H(?:OURS?|RS?)?\s*)?(?:(\d{1,4})\s*(?:M|MINS?)?)?$/.exec(text);
  if (on && (on[1] ?? on[2]) !== undefined)
    return within(plusMinutes(now, Number(on[1] ?? 0) * 60 + Number(on[2] ?? 0)), now, furthestDays);
  const written = readWrittenTime(typed);
  const hint = { problem: furthestDays > 1 ? HINT_OF_DAYS : HINT };
  if ('problem' in written) return hint;
  const { time, zone, day } = written;
  if (day && (day.kind !== 'date' || furthestDays === 1)) return hint;
  const today = londonDay(now);
  for (const date of day ? [dateMeant(day, today)] : [today, today.add({ days: 1 })]) {
    const toCome = readingsOf(date, time).filter(
      (zoned) => minutesBetween(now, instantOf(zoned)) > 0 && (!zone || zoneNameOf(zoned) === zone),
    );
    const [first, second] = toCome;
    if (first && second) return { problem: 'That time comes twice tonight: write BST or GMT after it.' };
    if (first) return within(instantOf(first), now, furthestDays);
  }
  return {
    problem: day ? 'That has passed.' : 'The clocks go forward over that time: it does not come tonight.',
  };
};
