import type { Instant } from '../instant';
import { instantFromMs } from '../instant';
import { DAY_MS, dayOf, instantOfWall, timeOfDay, wallAt } from './london-wall';

/** London wall time of the nightly look at who would be reached: before the day's first handover, not in the deep of the night. */
export const NIGHTLY_AT = '06:00';

const turnOn = (day: number): number => instantOfWall(day + timeOfDay(NIGHTLY_AT));

/** The last 06:00 in London at or before an instant: 23 or 25 hours after the one before on a clock-change night. */
export const nightlyBefore = (at: Instant): Instant => {
  const ms = Date.parse(at);
  const today = dayOf(wallAt(ms));
  return instantFromMs(turnOn(today) <= ms ? turnOn(today) : turnOn(today - DAY_MS));
};

/** The next 06:00 in London after an instant. */
export const nightlyAfter = (at: Instant): Instant => {
  const ms = Date.parse(at);
  const today = dayOf(wallAt(ms));
  return instantFromMs(turnOn(today) > ms ? turnOn(today) : turnOn(today + DAY_MS));
};
