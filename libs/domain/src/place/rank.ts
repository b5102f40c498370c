import { Temporal } from 'temporal-polyfill';
import type { Agreement, Travel } from '../agreement/agreement';
import type { Incident } from '../incident/incident';
import { currentPlaceId } from '../incident/incident';
import { mustTreatAsUnder18 } from '../incident/person';
import { minutesBetween } from '../instant';
import type { Instant } from '../instant';
import { unfitness } from './fitness';
import { isAboutThePerson } from './hold';
import type { LentBy } from './lent';
import type { Lending } from './lending';
import { roomsInUse, whyNotLent } from './lending';
import type { Place, Position } from './place';
import { driveMinutes } from './place';
import type { Freshness, Room } from './room';
import { freshness } from './room';
import type { PromiseScore, RoomPromise } from './promise';
import { scoreWords } from './promise';
import type { Offer } from './staffing';
import { offerOf } from './staffing';

/** `offer`: may be held now. `ring`: not confirmed, so ring first. `no`: cannot be used, and says why. */
export type Standing = 'offer' | 'ring' | 'no';

export interface RankedRoom {
  readonly placeId: string;
  readonly placeName: string;
  readonly roomId: string;
  readonly roomName: string;
  readonly telephone: string;
  readonly standing: Standing;
  /** 1 for the best of those that may be held; null for the rest. */
  readonly rank: number | null;
  readonly driveMinutes: number;
  readonly freshness: Freshness;
  readonly confirmedMinutesAgo: number;
  /** Of a neighbour's place: whose, and until when. */
  readonly lentBy: { readonly areaName: string; readonly until: Instant } | null;
  /** Why it stands where it stands, in words for the controller. */
  readonly reasons: readonly string[];
}

export interface RankingFacts {
  readonly incident: Incident;
  readonly places: readonly Place[];
  readonly rooms: readonly Room[];
  readonly agreement: Agreement;
  /** What neighbours lend this area. */
  readonly lendings: readonly Lending[];
  readonly now: Instant;
}

const heldForThis = (room: Room, incident: Incident): boolean =>
  incident.facts.some((fact) => fact.kind === 'hold-requested' && fact.holdId === room.holdId);

/** Where this person was refused for what they are or need, and that has not been reversed since. */
const placesThatRefused = (incident: Incident): ReadonlySet<string> => {
  const places = new Set<string>();
  for (const fact of incident.facts) {
    if (fact.kind === 'hold-refused' && isAboutThePerson(fact.reason)) places.add(fact.placeId);
    if (fact.kind === 'hold-accepted') places.delete(fact.placeId);
  }
  return places;
};

/** Why a neighbour's place cannot be asked for this person, by what its lender allows; undefined where it can. */
export const whyKeptOut = (
  { lentBy }: Place,
  { incident, rooms, lendings, now }: RankingFacts,
): string | undefined => {
  if (!lentBy) return undefined;
  const lending = lendings.find(({ id }) => id === lentBy.lendingId);
  if (!lending || lentBy.state !== 'lent') return `no longer lent by ${lentBy.areaName}`;
  const inUse = roomsInUse(lending.id, rooms);
  return whyNotLent(lending, { person: incident.person, inUse, now });
};

/** Places that this incident waits for an answer from, or has one from: each is asked once. */
const placesAsked = (incident: Incident): ReadonlySet<string> => {
  const asked = new Map<string, string>();
  for (const fact of incident.facts) {
    if (fact.kind === 'hold-requested') asked.set(fact.holdId, fact.placeId);
    if (fact.kind === 'hold-refused' || fact.kind === 'hold-released' || fact.kind === 'hold-expired')
      asked.delete(fact.holdId);
  }
  return new Set(asked.values());
};

interface Candidate {
  readonly room: Room;
  readonly place: Place;
  readonly offer: Offer;
  readonly refusedHere: boolean;
  readonly askedHere: boolean;
  /** Why its lender keeps this person out, if it is lent and they do. */
  readonly notLent: string | undefined;
}

const whyNot = (
  { room, place, offer, refusedHere, askedHere, notLent }: Candidate,
  incident: Incident,
): string | undefined => {
  const [unfit] = unfitness(room, place.meets, incident.person);
  if (unfit) return unfit;
  if (refusedHere) return 'refused this person';
  switch (room.state) {
    case 'available':
      if (askedHere) return 'this suite is asked already';
      return offer.staffLeft === 0
        ? `no staff for another person (staffed for ${place.staffing?.staffedFor ?? 0})`
        : notLent;
    case 'closed':
      return room.closedReason === 'not-said'
        ? 'closed, why is not said yet'
        : `closed (${room.closedReason ?? ''})`;
    case 'held':
      return heldForThis(room, incident) ? 'held for this incident' : 'held for another incident';
    case 'occupied':
    case 'cleaning':
      return room.state;
  }
};

const worst = (a: Freshness, b: Freshness): Freshness => {
  const order: readonly Freshness[] = ['fresh', 'confirm-due', 'unknown'];
  return order.indexOf(a) > order.indexOf(b) ? a : b;
};

const standingOf = (no: string | undefined, fresh: Freshness): Standing =>
  no ? 'no' : fresh === 'unknown' ? 'ring' : 'offer';

const order: Record<Standing, number> = { offer: 0, ring: 1, no: 2 };

/** As a clock on the wall in London shows it. */
const clockTime = (at: Instant): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO('Europe/London')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });

const promiseWords = ({ freeAt, likelihood }: RoomPromise, score: PromiseScore): string =>
  `promised free at ${clockTime(freeAt)}, ${likelihood} (${scoreWords(score)})`;

/** Where they would set off from: the place they are at, or the scene. */
export interface Origin {
  readonly position: Position;
  readonly district: string;
}

/** By the area's own table of times where it has one, else by distance. */
export const minutesTo = (from: Origin, place: Place, travel: Travel): number =>
  travel.minutes?.[from.district]?.[place.id] ??
  driveMinutes(from.position, place.position, travel.roadFactor, travel.kmPerHour);

/** "lent by Fallowmere until 21:00", and what else the lender asks. */
const lentWords = ({ areaName, until }: LentBy, lending: Lending | undefined): string[] => [
  `lent by ${areaName} until ${clockTime(until)}`,
  ...(lending?.rules.needsYes ? [`${areaName}'s coordinator must say yes`] : []),
];

interface Listed extends Omit<RankedRoom, 'rank'> {
  /** Not this area's own, and to stand after those that are. */
  readonly afterOwn: boolean;
  readonly inCatchment: boolean;
  readonly promised: boolean;
}

const listed = (
  candidate: Candidate,
  from: Origin,
  { incident, agreement, lendings, now }: RankingFacts,
): Listed => {
  const { room, place, offer } = candidate;
  const { lentBy } = place;
  const lending = lendings.find(({ id }) => id === lentBy?.lendingId);
  const minutes = minutesTo(from, place, agreement.travel);
  const no = whyNot(candidate, incident);
  const roomFresh = freshness(room, agreement.freshness, now);
  const fresh = worst(roomFresh, offer.freshness);
  const age = Math.max(0, Math.floor(minutesBetween(room.observed.at, now)));
  const staffAge = place.staffing ? Math.floor(minutesBetween(place.staffing.observed.at, now)) : 0;
  const inCatchment = place.catchment.length === 0 || place.catchment.includes(incident.where.district);
  const why =
    no ??
    (roomFresh === 'unknown'
      ? `not confirmed for ${age} min: ring before relying on it`
      : fresh === 'unknown'
        ? `staff not confirmed for ${staffAge} min: ring before relying on it`
        : `free, confirmed ${age} min ago`);
  return {
    placeId: place.id,
    placeName: place.name,
    roomId: room.id,
    roomName: room.name,
    telephone: place.telephone,
    standing: standingOf(no, fresh),
    driveMinutes: minutes,
    freshness: fresh,
    confirmedMinutesAgo: roomFresh === 'unknown' ? age : Math.max(age, staffAge),
    inCatchment,
    promised: room.promised !== null,
    lentBy: lentBy && { areaName: lentBy.areaName, until: lentBy.until },
    afterOwn: lentBy !== null && lending?.rules.ranked !== 'as-own',
    reasons: [
      why,
      ...(lentBy?.state === 'lent' ? lentWords(lentBy, lending) : []),
      `about ${minutes} min drive`,
      ...(no === undefined && place.staffing && offer.staffLeft !== null
        ? [`staff for ${offer.staffLeft} more`]
        : []),
      ...(room.promised && no !== undefined ? [promiseWords(room.promised, place.promises)] : []),
      ...(inCatchment ? [] : [`not meant for ${incident.where.district} first`]),
      ...(no === undefined && mustTreatAsUnder18(incident.person) ? ['fit for under-18s'] : []),
    ],
  };
};

/**
 * Suite rooms for this incident, best first, each with its reasons. A room that is closed, taken,
 * unfit, without staff or unconfirmed past the agreed limit is never ranked (P4): it is listed after
 * those that may be held, saying why. Among those, the suites meant for the district first, then the
 * nearest from where the person is now: the scene, or the place of safety they would be moved from. A
 * neighbour's place goes by the same rules, after the area's own unless its lender has it stand among them.
 */
export const rankRooms = (facts: RankingFacts): RankedRoom[] => {
  const { incident, places, rooms, agreement, now } = facts;
  const refusedAt = placesThatRefused(incident);
  const askedAt = placesAsked(incident);
  const byId = new Map(places.map((place) => [place.id, place]));
  const from = byId.get(currentPlaceId(incident.facts) ?? '') ?? incident.where;
  const offers = new Map(
    places.map((place) => {
      const own = rooms.filter(({ placeId }) => placeId === place.id);
      return [place.id, offerOf(place.staffing, own, agreement.freshness, now)] as const;
    }),
  );
  const ranked = rooms.flatMap((room) => {
    const place = byId.get(room.placeId);
    const offer = offers.get(room.placeId);
    if (!place || !offer || place.kind !== 'suite' || room.lentBy?.state === 'ended') return [];
    const here = { refusedHere: refusedAt.has(place.id), askedHere: askedAt.has(place.id) };
    return [listed({ room, place, offer, ...here, notLent: whyKeptOut(place, facts) }, from, facts)];
  });
  ranked.sort(
    (a, b) =>
      order[a.standing] - order[b.standing] ||
      (a.standing === 'no' ? Number(b.promised) - Number(a.promised) : 0) ||
      Number(a.afterOwn) - Number(b.afterOwn) ||
      Number(b.inCatchment) - Number(a.inCatchment) ||
      a.driveMinutes - b.driveMinutes ||
      a.roomName.localeCompare(b.roomName, 'en', { numeric: true }) ||
      a.roomId.localeCompare(b.roomId),
  );
  return ranked.map(
    ({ inCatchment: _inCatchment, promised: _promised, afterOwn: _afterOwn, ...room }, i) => ({
      ...room,
      rank: room.standing === 'offer' ? i + 1 : null,
    }),
  );
};
