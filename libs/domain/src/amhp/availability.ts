import type { AgreedRest } from '../agreement/agreement';
import type { Named } from '../duty';
import type { Instant } from '../instant';
import { msOf, plusMinutes } from '../instant';
import { DAY_MS, dayOf, instantOfWall, timeOfDay, wallAt } from '../on-call/london-wall';
import type { Period } from '../on-call/rota';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';

/** What somebody who is called to assessments says of themselves, and when they last attended one. */
export interface Availability {
  readonly id: string;
  readonly areaId: string;
  readonly userId: string;
  readonly name: string;
  /** In their own word they rest until then: nothing is offered to them before. */
  readonly restingUntil: Instant | null;
  /** The district they set out from; null where they have not said, and then no distance is held against them. */
  readonly district: string | null;
  /** The last attendance that is over: from their setting out to its end. */
  readonly attended: Period | null;
  readonly revision: number;
}

/** Somebody of whom nothing has been said yet. */
export const unsaidAvailability = (id: string, areaId: string, { userId, name }: Named): Availability => ({
  id,
  areaId,
  userId,
  name,
  restingUntil: null,
  district: null,
  attended: null,
  revision: 0,
});

/** The longest rest that can be said at once, in hours. */
const LONGEST_REST_HOURS = 24;

/**
 * With what they say now; what is not given stays. Refuses `time-impossible` for a rest that is over
 * already or longer than 24 hours, and `not-found` for a district that is none of the area's.
 */
export const sayAvailability = (
  so: Availability,
  said: { readonly restingUntil?: Instant | null; readonly district?: string | null },
  { now, districts }: { readonly now: Instant; readonly districts: readonly string[] },
): Availability | Refusal => {
  const { restingUntil = so.restingUntil, district = so.district } = said;
  const rest = said.restingUntil ?? null;
  if (rest !== null && (rest <= now || rest > plusMinutes(now, LONGEST_REST_HOURS * 60))) {
    return refuse('time-impossible', 'Give a time to come, within a day.', {
      details: { field: 'restingUntil', restingUntil: rest, now },
    });
  }
  if (district !== null && !districts.includes(district)) {
    return refuse('not-found', `${district} is no district of this area.`, {
      details: { field: 'district', districts },
    });
  }
  return { ...so, restingUntil, district };
};

/** How long somebody rests who says only that they need to, where nothing was agreed: SI 1998/1833 reg 10, a day's rest. */
const DAILY_REST_HOURS = 11;

/** With the rest that declining an offer for need of it says: as long as was agreed after a night, or until they say. */
export const needingRest = (
  so: Availability,
  { rest }: { readonly rest: AgreedRest | null },
  now: Instant,
): Availability => {
  const until = plusMinutes(now, (rest?.hours ?? DAILY_REST_HOURS) * 60);
  return { ...so, restingUntil: so.restingUntil !== null && so.restingUntil > now ? so.restingUntil : until };
};

/** Whether two stretches of time share any moment. */
const touches = (from: number, to: number, { from: a, to: b }: Period): boolean =>
  from < msOf(b) && msOf(a) < to;

/**
 * Until when the agreement lets somebody rest who attended in the night, London wall time; null where
 * no part of the attendance was in it, or no rest was agreed.
 */
export const restAfter = (attended: Period, rest: AgreedRest | null): Instant | null => {
  if (rest === null) return null;
  const overMidnight = rest.to <= rest.from ? DAY_MS : 0;
  const last = dayOf(wallAt(msOf(attended.to)));
  for (let day = dayOf(wallAt(msOf(attended.from))) - DAY_MS; day <= last; day += DAY_MS) {
    const begins = instantOfWall(day + timeOfDay(rest.from));
    const ends = instantOfWall(day + overMidnight + timeOfDay(rest.to));
    if (touches(begins, ends, attended)) return plusMinutes(attended.to, rest.hours * 60);
  }
  return null;
};
