import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../instant';
import { instantFromMs } from '../instant';
import type { Period } from '../on-call/rota';

const LONDON = 'Europe/London';

/**
 * One opening, by the clock on the wall in London, "HH:MM". One that closes at or before it opens runs
 * over midnight, so that "00:00" to "00:00" is the whole day.
 */
export interface Opening {
  readonly opens: string;
  readonly closes: string;
}

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type OpeningDay = (typeof weekdays)[number];

/** Other hours on one London date: a bank holiday, a funeral, New Year's Eve. No opening means closed all day. */
export interface DatedHours {
  /** London date, "YYYY-MM-DD", on which these openings begin. */
  readonly date: string;
  readonly openings: readonly Opening[];
  readonly why: string;
}

export interface OpeningHours {
  readonly week: Readonly<Record<OpeningDay, readonly Opening[]>>;
  /** Each takes the place of the openings that begin on its date, not of one still running from the evening before. */
  readonly exceptions: readonly DatedHours[];
}

const daily = (openings: readonly Opening[]): OpeningHours['week'] => ({
  monday: openings,
  tuesday: openings,
  wednesday: openings,
  thursday: openings,
  friday: openings,
  saturday: openings,
  sunday: openings,
});

/** The same every day of the week. */
export const everyDay = (opens: string, closes: string): OpeningHours => ({
  week: daily([{ opens, closes }]),
  exceptions: [],
});

export const roundTheClock = everyDay('00:00', '00:00');

/** A stretch of time in which somebody is there, from the first instant to just before the second. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The first instant at which the clock in London shows this time of that date or a later one. On the night
 * the clocks go back 01:30 comes twice and means the first; on the night they go forward it never comes and
 * means the moment they are moved. So a later wall time never means an earlier instant.
 */
const whenTheClockShows = (date: Temporal.PlainDate, time: string): number => {
  const asked = date.toPlainDateTime(Temporal.PlainTime.from(time));
  const shown = asked.toZonedDateTime(LONDON, { disambiguation: 'earlier' });
  if (shown.toPlainDateTime().equals(asked)) return shown.epochMilliseconds;
  const moved = shown.getTimeZoneTransition('next');
  if (!moved) throw new Error(`${asked.toString()} is not a time in London`);
  return moved.epochMilliseconds;
};

const openingsOn = ({ week, exceptions }: OpeningHours, date: Temporal.PlainDate): readonly Opening[] => {
  const dated = exceptions.find((exception) => exception.date === date.toString());
  return dated?.openings ?? week[weekdays[date.dayOfWeek - 1] ?? 'monday'];
};

const stretchesOn = (hours: OpeningHours, date: Temporal.PlainDate): Stretch[] =>
  openingsOn(hours, date)
    .map(({ opens, closes }) => ({
      from: whenTheClockShows(date, opens),
      to: whenTheClockShows(closes > opens ? date : date.add({ days: 1 }), closes),
    }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);

const londonDate = (at: Instant): Temporal.PlainDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(LONDON).toPlainDate();

/** As far as anybody asks. A place that will not open within it is closed until further notice. */
const DAYS_AHEAD = 14;

/** What runs at an instant, or begins next after it: openings that meet are one. Days are looked at only until it is known. */
const stretchAbout = (hours: OpeningHours, now: number, from: Temporal.PlainDate): Stretch | undefined => {
  let found: Stretch | undefined;
  for (let day = 0; day <= DAYS_AHEAD; day += 1) {
    const date = from.add({ days: day });
    if (found && found.to < whenTheClockShows(date, '00:00')) return found;
    for (const next of stretchesOn(hours, date)) {
      if (found && next.from > found.to) return found;
      if (found) found = { from: found.from, to: Math.max(found.to, next.to) };
      else if (next.to > now) found = next;
    }
  }
  return found;
};

/** Whether it is open at an instant, and when that changes; null when not within the next fortnight. */
export type OpenState =
  | { readonly open: true; readonly until: Instant | null }
  | { readonly open: false; readonly opensAt: Instant | null };

/** Every instant has exactly one answer, on both clock-change nights as on any other. */
export const openStateAt = (hours: OpeningHours, at: Instant): OpenState => {
  const now = Date.parse(at);
  const today = londonDate(at);
  const about = stretchAbout(hours, now, today.subtract({ days: 1 }));
  if (!about || about.from > now) return { open: false, opensAt: about ? instantFromMs(about.from) : null };
  const horizon = whenTheClockShows(today.add({ days: DAYS_AHEAD - 1 }), '00:00');
  return { open: true, until: about.to >= horizon ? null : instantFromMs(about.to) };
};

/** When it is open within a window, in order and apart from each other. */
export const openWithin = (hours: OpeningHours, { from, to }: Period): Period[] => {
  const open: Period[] = [];
  for (let at = from; at < to;) {
    const state = openStateAt(hours, at);
    const until = state.open ? state.until : state.opensAt;
    const next = until === null || until > to ? to : until;
    if (state.open) open.push({ from: at, to: next });
    at = next;
  }
  return open;
};

/**
 * When a day's work that is called off would have been over: the end of the last opening to begin on the day
 * that runs now, which after midnight is still the evening before while its doors are open, or midnight in
 * London where none is left. Null where the doors never close, for no day of theirs ends.
 */
export const endOfDaysWork = (hours: OpeningHours, at: Instant): Instant | null => {
  const now = Date.parse(at);
  const today = londonDate(at);
  const about = stretchAbout(hours, now, today.subtract({ days: 1 }));
  const running = about && about.from <= now ? about : undefined;
  const day = running ? londonDate(instantFromMs(running.from)) : today;
  const ends = stretchesOn(hours, day).map(({ to }) => to);
  const left = [...ends, ...(running ? [running.to] : [])].filter((to) => to > now);
  const midnight = whenTheClockShows(today.add({ days: 1 }), '00:00');
  const end = instantFromMs(left.length === 0 ? midnight : Math.max(...left));
  const then = openStateAt(hours, end);
  return then.open ? then.until : end;
};

const time = /^([01]\d|2[0-3]):[0-5]\d$/;

const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

const isDate = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};

/** Two openings that both claim one minute by the wall, within a day or over midnight into the next. */
const overlaps = (today: readonly Opening[], tomorrow: readonly Opening[]): boolean => {
  const own = ({ opens, closes }: Opening, later: number) => {
    const from = minutes(opens) + later;
    return { from, to: minutes(closes) + later + (closes > opens ? 0 : 24 * 60) };
  };
  const all = [
    ...today.map((opening) => own(opening, 0)),
    ...tomorrow.map((opening) => own(opening, 24 * 60)),
  ];
  all.sort((a, b) => a.from - b.from);
  return all.some((one, i) => i > 0 && one.from < (all[i - 1]?.to ?? 0));
};

/** What is wrong with hours as somebody entered them, each in words; empty when they can be kept. */
export const hoursFaults = (hours: OpeningHours): string[] => {
  const { week, exceptions } = hours;
  const entered = [...Object.values(week), ...exceptions.map(({ openings }) => openings)].flat();
  const badTimes = entered.flatMap(({ opens, closes }) => [opens, closes]).filter((text) => !time.test(text));
  const badDates = exceptions.filter(({ date }) => !isDate(date)).map(({ date }) => date);
  const dates = exceptions.map(({ date }) => date);
  const twice = dates.filter((date, i) => dates.indexOf(date) !== i);
  const faults = [
    ...badTimes.map((text) => `"${text}" is not a time of day`),
    ...badDates.map((text) => `"${text}" is not a date`),
    ...twice.map((date) => `${date} has two sets of hours`),
  ];
  if (faults.length > 0) return faults;
  const clashes = weekdays.filter((day, i) => overlaps(week[day], week[weekdays[(i + 1) % 7] ?? 'monday']));
  const dated = exceptions
    .map(({ date }) => Temporal.PlainDate.from(date))
    .flatMap((date) => [date.subtract({ days: 1 }), date])
    .filter((date) => overlaps(openingsOn(hours, date), openingsOn(hours, date.add({ days: 1 }))));
  return [
    ...clashes.map((day) => `the openings of ${day} overlap each other or the next day's`),
    ...dated.map((date) => `the openings of ${date.toString()} overlap each other or the next day's`),
  ];
};
