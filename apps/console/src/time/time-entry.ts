import { Temporal } from 'temporal-polyfill';
import type { Instant } from '@concord/domain';
import { minutesBetween, plusMinutes } from '@concord/domain';
import { fullDate, fullTime } from './london';
import type { Zone } from './wall-time';
import { instantOf, jumpOver, londonDay, readingsOf, zoneNameOf } from './wall-time';
import type { WrittenDay, WrittenTime } from './written-time';
import { readWrittenTime } from './written-time';

/** One of the two times that a wall clock showed the same figures, and what to write to mean it. */
export interface Choice {
  readonly at: Instant;
  readonly words: string;
  readonly typed: string;
}

export type TimeEntry =
  | { readonly at: Instant }
  /** Not to be sent. Where it can mean two instants the person is asked which. */
  | { readonly problem: string; readonly either?: readonly [Choice, Choice] };

const FURTHEST_BACK_MINUTES = 48 * 60;
/** Desks differ by a little; the server takes a time up to this far ahead as now. */
const SKEW_MINUTES = 1;
/** A date written without its year that lies further back than this is more likely a slip than last year's. */
const YEAR_UNSAID_DAYS = 180;

const isToCome = (at: Instant, now: Instant): boolean => minutesBetween(now, at) > SKEW_MINUTES;

const minutesAgo = (minutes: number, now: Instant): TimeEntry =>
  minutes > FURTHEST_BACK_MINUTES
    ? { problem: 'That is more than two days ago. Write the date and the time of day.' }
    : { at: plusMinutes(now, -minutes) };

const neverShown = (date: Temporal.PlainDate, time: Temporal.PlainTime): TimeEntry => {
  const { from, to } = jumpOver(date, time);
  const [never, was, next] = [time, from, to.toPlainTime()].map((t) =>
    t.toString({ smallestUnit: 'minute' }),
  );
  const day = fullDate(instantOf(to));
  return {
    problem: `There was no ${never} on ${day}: the clocks went forward from ${was} to ${next}. The next real time is ${next} ${zoneNameOf(to)}.`,
  };
};

const which = (
  typed: string,
  shown: string,
  [first, second]: readonly [Temporal.ZonedDateTime, Temporal.ZonedDateTime],
): TimeEntry => {
  const choice = (zoned: Temporal.ZonedDateTime, place: string): Choice => {
    const zone = zoneNameOf(zoned);
    return {
      at: instantOf(zoned),
      words: `${shown} ${zone} (${place})`,
      typed: `${typed.trim()} ${zone}`,
    };
  };
  return {
    problem: `${shown} happened twice on ${fullDate(instantOf(first))}, when the clocks went back. Which was it?`,
    either: [choice(first, 'first'), choice(second, 'second')],
  };
};

/** When it was that time on that date, and `toCome` if that is not yet. */
const onDate = (
  typed: string,
  date: Temporal.PlainDate,
  { time, zone }: { readonly time: Temporal.PlainTime; readonly zone: Zone | undefined },
  now: Instant,
): TimeEntry & { readonly toCome?: boolean } => {
  const readings = readingsOf(date, time);
  const [first, second] = readings;
  const earliest = instantOf(first ?? jumpOver(date, time).to);
  if (isToCome(earliest, now)) return { problem: `${fullTime(earliest)} is still to come.`, toCome: true };
  if (!first) return neverShown(date, time);
  const shown = time.toString({ smallestUnit: 'minute' });
  if (second && !zone) return which(typed, shown, [first, second]);
  const meant = readings.find((zoned) => !zone || zoneNameOf(zoned) === zone);
  if (!meant) return { problem: `It was not ${zone} at ${shown} on ${fullDate(earliest)}.` };
  const at = instantOf(meant);
  return isToCome(at, now) ? { problem: `${fullTime(at)} is still to come.` } : { at };
};

const datedBy = (
  { day, month, year, weekday }: WrittenDay & { kind: 'date' },
  today: Temporal.PlainDate,
): Temporal.PlainDate | { readonly problem: string } => {
  const inYear = (which: number) => {
    const yearMonth = new Temporal.PlainYearMonth(which, month);
    return day >= 1 && day <= yearMonth.daysInMonth ? yearMonth.toPlainDate({ day }) : undefined;
  };
  const given = year ?? today.year;
  let date = inYear(given);
  if (year === undefined && (!date || Temporal.PlainDate.compare(date, today) > 0)) {
    const lastYears = inYear(given - 1);
    const near = lastYears && lastYears.until(today).days <= YEAR_UNSAID_DAYS;
    if (near) date = lastYears;
    else if (date) return { problem: 'That day is still to come. If it was last year, write the year.' };
  }
  if (!date) return { problem: 'There is no such day in that month.' };
  if (weekday !== undefined && weekday !== date.dayOfWeek) {
    return { problem: 'That date was another day of the week.' };
  }
  return date;
};

const dayMeant = (written: WrittenDay, now: Instant): Temporal.PlainDate | { readonly problem: string } => {
  const today = londonDay(now);
  if (written.kind === 'date') return datedBy(written, today);
  return written.kind === 'today' ? today : today.subtract({ days: 1 });
};

/** The last time that it was that o'clock. */
const lastTimeItWas = (typed: string, written: WrittenTime, now: Instant): TimeEntry => {
  const today = londonDay(now);
  const { toCome, ...entry } = onDate(typed, today, written, now);
  return toCome ? onDate(typed, today.subtract({ days: 1 }), written, now) : entry;
};

/**
 * What a person meant by a typed time: `now` or nothing, `-10` or `-10m`, `-2h`, `0312`, `3:12`,
 * `yesterday 2350`, `22-Nov 0312`, `22-Nov-2026 03:12`, with `BST` or `GMT` on a clock-change night.
 * A bare time of day is the last time that it was that o'clock. A time that can mean two instants is
 * asked about and one that never was is refused; neither is guessed.
 */
export const readTimeEntry = (typed: string, now: Instant): TimeEntry => {
  const text = typed.trim().toUpperCase();
  if (text === '' || text === 'NOW') return { at: now };
  const back = /^[-\u2212]\s*(?:(\d{1,2})\s*H(?:OURS?|RS?)?\s*)?(?:(\d{1,4})\s*(?:M|MINS?)?)?$/.exec(text);
  if (back && (back[1] ?? back[2]) !== undefined) {
    return minutesAgo(Number(back[1] ?? 0) * 60 + Number(back[2] ?? 0), now);
  }
  if (text.startsWith('+')) return { problem: 'That is in the future.' };
  const written = readWrittenTime(typed);
  if ('problem' in written) return written;
  if (!written.day) return lastTimeItWas(typed, written, now);
  const date = dayMeant(written.day, now);
  if ('problem' in date) return date;
  const { toCome: _, ...entry } = onDate(typed, date, written, now);
  return entry;
};
