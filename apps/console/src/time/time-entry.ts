import { Temporal } from 'temporal-polyfill';
import type { Instant } from '@concord/domain';
import { minutesBetween, plusMinutes } from '@concord/domain';

export type TimeEntry = { readonly at: Instant } | { readonly problem: string };

const LONDON = 'Europe/London';
/** A time of day that would lie further back than this is more likely a slip than yesterday's. */
const YESTERDAY_WITHIN_MINUTES = 12 * 60;
const FURTHEST_BACK_MINUTES = 48 * 60;

const instant = (zoned: Temporal.ZonedDateTime): Instant => new Date(zoned.epochMilliseconds).toISOString();

const minutesAgo = (minutes: number, now: Instant): TimeEntry =>
  minutes > FURTHEST_BACK_MINUTES
    ? { problem: `${minutes} minutes is more than two days ago. Write the time of day.` }
    : { at: plusMinutes(now, -minutes) };

/** The instants at which a London wall clock shows this time on this date: none, one or two. */
const readings = (date: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.ZonedDateTime[] => {
  const wall = date.toPlainDateTime(time);
  const both = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(LONDON, { disambiguation }),
  );
  const real = both.filter((zoned) => zoned.toPlainDateTime().equals(wall));
  return real.length === 2 && real[0]?.epochMilliseconds === real[1]?.epochMilliseconds
    ? real.slice(0, 1)
    : real;
};

const OFFSETS: Record<string, string> = { GMT: '+00:00', BST: '+01:00' };

const onDate = (date: Temporal.PlainDate, time: Temporal.PlainTime, zone: string | undefined): TimeEntry => {
  const shown = time.toString({ smallestUnit: 'minute' });
  const found = readings(date, time);
  const fitting = zone ? found.filter((zoned) => zoned.offset === OFFSETS[zone]) : found;
  if (fitting.length > 1) {
    return { problem: `${shown} happened twice that night. Write ${shown} BST or ${shown} GMT.` };
  }
  const [only] = fitting;
  if (only) return { at: instant(only) };
  return {
    problem:
      found.length === 0
        ? `There was no ${shown} that night: the clocks went forward.`
        : `It was not ${zone} at ${shown}.`,
  };
};

const timeOfDay = (
  hours: number,
  minutes: number,
  zone: string | undefined,
  yesterday: boolean,
  now: Instant,
): TimeEntry => {
  if (hours > 23 || minutes > 59) return { problem: 'The time of day runs from 0000 to 2359.' };
  const time = new Temporal.PlainTime(hours, minutes);
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(LONDON).toPlainDate();
  const dayBefore = onDate(today.subtract({ days: 1 }), time, zone);
  if (yesterday) return dayBefore;
  const entry = onDate(today, time, zone);
  if ('problem' in entry || minutesBetween(now, entry.at) <= 1) return entry;
  if ('at' in dayBefore && minutesBetween(dayBefore.at, now) <= YESTERDAY_WITHIN_MINUTES) return dayBefore;
  const shown = time.toString({ smallestUnit: 'minute' });
  return { problem: `${shown} is still to come today. For yesterday write ${shown} y.` };
};

/**
 * What a person meant by a typed time: `now` or nothing, `-10` (minutes ago), `0312`, `3:12`, with
 * `BST` or `GMT` on a clock-change night and `y` for yesterday. Anything that could mean two things
 * is refused in words, never guessed.
 */
export const readTimeEntry = (typed: string, now: Instant): TimeEntry => {
  const text = typed.trim().toUpperCase();
  if (text === '' || text === 'NOW') return { at: now };
  const back = /^-\s*(\d{1,4})\s*(?:M|MIN)?$/.exec(text);
  if (back) return minutesAgo(Number(back[1]), now);
  if (/^\+/.test(text)) return { problem: 'That is in the future.' };
  const clock = /^(?:(\d{2})(\d{2})|(\d{1,2})[:.](\d{2}))\s*(GMT|BST)?\s*(Y|YESTERDAY)?$/.exec(text);
  if (clock) {
    const [, h4, m4, h, m, zone, yesterday] = clock;
    return timeOfDay(Number(h4 ?? h), Number(m4 ?? m), zone, yesterday !== undefined, now);
  }
  if (/^\d{1,3}$/.test(text)) {
    return {
      problem: `"${typed.trim()}" could mean two things. Write four figures (0312) or -${text} for minutes ago.`,
    };
  }
  return { problem: 'Write now, -10 (minutes ago), or the time of day as 0312 or 03:12.' };
};
