import { Temporal } from 'temporal-polyfill';

/**
 * London's wall clock, as whole-number arithmetic. A wall time is counted in milliseconds as if it were
 * UTC ("2026-10-25T01:30" is Date.UTC(2026, 9, 25, 1, 30)), so that days, weeks and months are added to
 * what the clock on the wall shows, and only then turned into an instant.
 */
export type WallMs = number;

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const WEEK_MS = 7 * DAY_MS;

/** A change of London's clocks: the instant, and how far ahead of UTC they are before and after it. */
export interface ClockChange {
  readonly atMs: number;
  readonly beforeMs: number;
  readonly afterMs: number;
}

interface YearOfClocks {
  readonly offsetMs: number;
  readonly changes: readonly ClockChange[];
}

const offsetOf = (zoned: Temporal.ZonedDateTime): number => zoned.offsetNanoseconds / 1_000_000;

const clocksOf = (year: number): YearOfClocks => {
  const end = Date.UTC(year + 1, 0, 1);
  let zoned = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, 0, 1)).toZonedDateTimeISO(
    'Europe/London',
  );
  const offsetMs = offsetOf(zoned);
  const changes: ClockChange[] = [];
  for (;;) {
    const next = zoned.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= end) return { offsetMs, changes };
    const last = changes.at(-1)?.afterMs ?? offsetMs;
    changes.push({ atMs: next.epochMilliseconds, beforeMs: last, afterMs: offsetOf(next) });
    zoned = next;
  }
};

// The time zone's tables are asked once a year of the calendar: a plan of eight weeks for 40 services
// turns some 100,000 wall times into instants, and each question to them takes about 20 µs.
const known = new Map<number, YearOfClocks>();

const yearOfClocks = (ms: number): YearOfClocks => {
  const year = new Date(ms).getUTCFullYear();
  const clocks = known.get(year) ?? clocksOf(year);
  known.set(year, clocks);
  return clocks;
};

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly offsetMs: number;
}

const stretchAround = (ms: number): Stretch => {
  const year = new Date(ms).getUTCFullYear();
  const { offsetMs, changes } = yearOfClocks(ms);
  const last = changes.findLast(({ atMs }) => atMs <= ms);
  const next = changes.find(({ atMs }) => atMs > ms);
  return {
    fromMs: last?.atMs ?? Date.UTC(year, 0, 1),
    toMs: next?.atMs ?? Date.UTC(year + 1, 0, 1),
    offsetMs: last?.afterMs ?? offsetMs,
  };
};

// Questions come in order of time, so the next is nearly always about the same stretch of winter or summer.
let stretch: Stretch = { fromMs: 0, toMs: 0, offsetMs: 0 };

const offsetAt = (ms: number): number => {
  if (ms < stretch.fromMs || ms >= stretch.toMs) stretch = stretchAround(ms);
  return stretch.offsetMs;
};

/** What the clock on the wall shows at an instant. */
export const wallAt = (ms: number): WallMs => ms + offsetAt(ms);

/** Changes of the clocks from one instant up to, and not including, another. */
export const clockChangesBetween = (fromMs: number, toMs: number): ClockChange[] => {
  const changes: ClockChange[] = [];
  for (let year = new Date(fromMs).getUTCFullYear(); year <= new Date(toMs).getUTCFullYear(); year += 1)
    changes.push(
      ...yearOfClocks(Date.UTC(year, 6, 1)).changes.filter(({ atMs }) => atMs >= fromMs && atMs < toMs),
    );
  return changes;
};

/**
 * The first instant at which the wall clock shows this time or a later one: of a time that comes twice
 * the first, of one that the clocks jump over the instant of the jump. A later wall time never gives an
 * earlier instant, so shifts keep their order on both clock-change nights.
 */
export const instantOfWall = (wall: WallMs): number => {
  const [before, after] = [offsetAt(wall - DAY_MS), offsetAt(wall + DAY_MS)];
  if (before === after) return wall - before;
  const [change] = clockChangesBetween(wall - DAY_MS, wall + DAY_MS + 1);
  if (!change || wall < change.atMs + change.beforeMs) return wall - before;
  return Math.max(change.atMs, wall - after);
};

/** Wall time at the start of a London date "YYYY-MM-DD". */
export const startOfDate = (date: string): WallMs => Date.parse(`${date}T00:00:00.000Z`);

const ZERO = '0'.charCodeAt(0);

/** Milliseconds into the day of "HH:MM". */
export const timeOfDay = (time: string): number => {
  const digit = (i: number): number => time.charCodeAt(i) - ZERO;
  return (digit(0) * 10 + digit(1)) * HOUR_MS + (digit(3) * 10 + digit(4)) * 60_000;
};

/** Start of the day that a wall time is in. */
export const dayOf = (wall: WallMs): WallMs => Math.floor(wall / DAY_MS) * DAY_MS;

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (wall: WallMs): number => ((Math.floor(wall / DAY_MS) + 3) % 7) + 1;

/** The London date "YYYY-MM-DD" at a wall time. */
export const dateOf = (wall: WallMs): string => new Date(wall).toISOString().slice(0, 10);
