import type { AgreedAttendance, Agreement, Travel } from '../agreement/agreement';
import type { Area } from '../area';
import type { Named } from '../duty';
import type { Instant } from '../instant';
import { plusMinutes } from '../instant';
import type { Incident } from '../incident/incident';
import { currentPlaceId } from '../incident/incident';
import { onCallPlan } from '../on-call/plan';
import type { Rota } from '../on-call/rota';
import type { Place, Position } from '../place/place';
import { minutesTo } from '../place/travel';
import type { AmhpRequest } from './amhp-request';
import { engagedBy } from './amhp-request';
import type { Availability } from './availability';
import { restAfter } from './availability';
import type { Obstacle, WhyPassedOver } from './why-passed-over';

/** All that decides whether one person can be asked for one request at one moment. */
export interface Circumstances {
  readonly now: Instant;
  /** Whoever another request is now offered to or carried by. */
  readonly engaged: ReadonlySet<string>;
  readonly availability: readonly Availability[];
  /** The rotas through which they are on call for it. */
  readonly rotas: readonly Rota[];
  readonly attendance: AgreedAttendance;
  /** Minutes to where the person is, from each district: see `drivesTo`. */
  readonly drives: ReadonlyMap<string, number>;
}

/** What is known of the area when it is asked who can be sent for one incident. */
export interface KnownOfArea {
  readonly now: Instant;
  /** Every request that is live. */
  readonly requests: readonly AmhpRequest[];
  readonly availability: readonly Availability[];
  readonly rotas: readonly Rota[];
  /** The version that the incident began under. */
  readonly agreement: Pick<Agreement, 'attendance' | 'travel'>;
  readonly districts: Area['districts'];
  readonly places: readonly Pick<Place, 'id' | 'position'>[];
}

/** All that may keep somebody from being asked for this incident; the request itself, if any, keeps nobody. */
export const circumstancesFor = (
  { facts, where }: Incident,
  known: KnownOfArea,
  requestId?: string,
): Circumstances => {
  const { now, requests, availability, rotas, agreement, districts, places } = known;
  const placeId = currentPlaceId(facts);
  const to = places.find(({ id }) => id === placeId) ?? { id: '', position: where.position };
  return {
    now,
    engaged: engagedBy(requests.filter(({ id }) => id !== requestId)),
    availability,
    rotas,
    attendance: agreement.attendance,
    drives: drivesTo(districts, to, agreement.travel),
  };
};

/** Whole minutes by road to where the person is, from the centre of every district. */
export const drivesTo = (
  districts: Area['districts'],
  to: { readonly id: string; readonly position: Position },
  travel: Travel,
): ReadonlyMap<string, number> =>
  new Map(
    districts.map(({ name, centre }) => [name, minutesTo({ position: centre, district: name }, to, travel)]),
  );

/** Whether they have been on call, unbroken, for as long as was agreed for one of these rotas. */
const onTooLong = (rotas: readonly Rota[], { userId }: Named, now: Instant): boolean =>
  rotas.some((rota) => {
    const { inARow } = rota.agreedHours;
    if (inARow === null) return false;
    const spans = onCallPlan(rota, { from: plusMinutes(now, -inARow * 60), to: plusMinutes(now, 1) });
    return spans.every(({ on }) => on.some(({ who }) => who.userId === userId));
  });

const because = (why: WhyPassedOver, more: Partial<Obstacle> = {}): Obstacle => ({
  why,
  until: null,
  minutes: null,
  ...more,
});

/** The rest that keeps somebody from being asked now: in their own word, or agreed after a night's work. */
export const restOf = (
  said: Availability | undefined,
  { rest }: Pick<AgreedAttendance, 'rest'>,
  now: Instant,
): Obstacle | null => {
  if (said?.restingUntil && said.restingUntil > now) return because('resting', { until: said.restingUntil });
  const until = said?.attended ? restAfter(said.attended, rest) : null;
  return until !== null && until > now ? because('rest-after-night', { until }) : null;
};

/**
 * Why this person cannot be asked now, or null when they can: engaged with another, resting in their own
 * word, resting after a night as agreed, on call for as many hours in a row as their rota allows, or
 * further away than was agreed. What is not known is not held against them.
 */
export const obstacleTo = (who: Named, so: Circumstances): Obstacle | null => {
  const { now, engaged, attendance, drives } = so;
  if (engaged.has(who.userId)) return because('on-another');
  const said = so.availability.find(({ userId }) => userId === who.userId);
  const rests = restOf(said, attendance, now);
  if (rests) return rests;
  if (onTooLong(so.rotas, who, now)) return because('hours-in-a-row');
  const minutes = said?.district ? drives.get(said.district) : undefined;
  const tooFar =
    minutes !== undefined && attendance.travelMinutes !== null && minutes > attendance.travelMinutes;
  return tooFar ? because('too-far', { minutes }) : null;
};
