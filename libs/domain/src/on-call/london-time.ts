import type { Instant } from '../instant';
import { instantFromMs } from '../instant';
import { HOUR_MS, instantOfWall, startOfDate, timeOfDay, wallAt } from './london-wall';

/**
 * The instants at which a London clock shows this time "HH:MM" on this date "YYYY-MM-DD": one, except on
 * the two clock-change nights, when there may be none, or two (the first in BST, the second in GMT).
 */
export const londonInstants = (date: string, time: string): Instant[] => {
  const wall = startOfDate(date) + timeOfDay(time);
  const first = instantOfWall(wall);
  return [first, first + HOUR_MS].filter((ms) => wallAt(ms) === wall).map(instantFromMs);
};

/** London's date "YYYY-MM-DD" and time "HH:MM" at an instant. */
export const londonClock = (at: Instant): { readonly date: string; readonly time: string } => {
  const wall = instantFromMs(wallAt(Date.parse(at)));
  return { date: wall.slice(0, 10), time: wall.slice(11, 16) };
};

/** London's date so many days after another: months, leap days and clock changes as the calendar has them. */
export const dateAfter = (date: string, days: number): string =>
  instantFromMs(startOfDate(date) + days * 24 * HOUR_MS).slice(0, 10);
