import type { WallMs } from './london-wall';
import { DAY_MS, dayOf, instantOfWall, timeOfDay, wallAt, weekdayOf } from './london-wall';

/** Hours of the week: those of a layer of a rota, and those of a rule of an agreement. */
interface Hours {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** The hours that begin on a day, as instants in milliseconds: from the first, up to and not including the second. */
export const hoursOn = ({ days, from, to }: Hours, day: WallMs): readonly [number, number] | undefined => {
  if (!days.includes(weekdayOf(day))) return undefined;
  const ends = timeOfDay(to) + (to <= from ? DAY_MS : 0);
  return [instantOfWall(day + timeOfDay(from)), instantOfWall(day + ends)];
};

/**
 * Whether an instant lies in these hours of the week. They begin and end once on either night on which the
 * clocks change: an hour that comes twice is in them twice only where they last through both.
 */
export const inHoursAt = (hours: Hours, ms: number): boolean => {
  const today = dayOf(wallAt(ms));
  return [today - DAY_MS, today].some((day) => {
    const span = hoursOn(hours, day);
    return span !== undefined && span[0] <= ms && ms < span[1];
  });
};
