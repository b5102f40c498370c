import type { Agreement } from '../agreement/agreement';
import type { FactOf } from '../incident/fact';
import type { Incident } from '../incident/incident';
import { standing as standingFacts } from '../incident/history';
import { currentPlaceId } from '../incident/incident';
import { mustTreatAsUnder18 } from '../incident/person';
import { minutesBetween } from '../instant';
import type { Instant } from '../instant';
import { clockTime, dayAndTime } from '../wall-time';
import { unfitness } from './fitness';
import { isAboutThePerson } from './hold';
import type { LentBy } from './lent';
import type { Lending } from './lending';
import { roomsInUse, whyNotLent } from './lending';
import type { Place } from './place';
import type { Freshness, Room } from './room';
import { freshness, isUntold } from './room';
import type { PromiseScore, RoomPromise } from './promise';
import { scoreWords, standingPromise } from './promise';
import type { Offer } from './staffing';
import { offerOf } from './staffing';
import { minutesTo, setOffFrom } from './travel';

/** `offer`: may be held now. `ring`: not confirmed, so ring first. `no`: cannot be used, and says why. */
export type Standing = 'offer' | 'ring' | 'no';

export interface RankedRoom {
  readonly placeKind: 'suite';
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
  /** The version in force now: how old a word may be, and how long a drive takes, is the area's, not the incident's. */
  readonly agreement: Pick<Agreement, 'freshness' | 'travel'>;
  /** What neighbours lend this area. */
  readonly lendings: readonly Lending[];
  readonly now: Instant;
}

type Refusals = ReadonlyMap<string, FactOf<'hold-refused'>>;

/**
 * The refusal of this person that stands at each suite: not reversed since, and the one about the person if
 * there is one. That they must be seen at an emergency department first bars a suite until they are at one.
 */
const standingRefusals = ({ facts }: Incident): Refusals => {
  const refusals = new Map<string, FactOf<'hold-refused'>>();
  for (const fact of standingFacts(facts)) {
    if (fact.kind === 'arrived' && fact.placeKind === 'emergency-department')
      for (const [placeId, { reason }] of refusals)
        if (reason === 'needs-emergency-department') refusals.delete(placeId);
    if (fact.kind === 'hold-accepted') refusals.delete(fact.placeId);
    if (fact.kind !== 'hold-refused') continue;
    const before = refusals.get(fact.placeId);
    if (!before || !isAboutThePerson(before.reason)) refusals.set(fact.placeId, fact);
  }
  return refusals;
};

/**
 * A refusal for what the person is or needs holds until it is reversed. One for want of rooms or staff is
 * newer than what was said of the suite's other rooms before it, and holds until something is said again.
 */
const stillRefused = (room: Room, { refusal, place }: Site): string | undefined => {
  if (!refusal) return undefined;
  if (isAboutThePerson(refusal.reason)) return 'refused this person';
  const said = [room.observed, place.staffing?.observed].some((one) => one && one.at > refusal.recordedAt);
  return room.state !== 'available' || said
    ? undefined
    : `refused this person ${clockTime(refusal.recordedAt)}, nothing said of room or staff since`;
};

const lendingOf = ({ lendingId }: LentBy, { lendings }: RankingFacts): Lending | undefined =>
  lendings.find(({ id }) => id === lendingId);

/** Why a neighbour's place cannot be asked for this person, by what its lender allows; undefined where it can. */
export const whyKeptOut = ({ lentBy }: Place, facts: RankingFacts): string | undefined => {
  if (!lentBy) return undefined;
  const { incident, rooms, now } = facts;
  const lending = lendingOf(lentBy, facts);
  if (!lending || lentBy.state !== 'lent') return `no longer lent by ${lentBy.areaName}`;
  const inUse = roomsInUse(lending.id, rooms);
  return whyNotLent(lending, { person: incident.person, inUse, now });
};

/** Places that this incident waits for an answer from, or has one from: each is asked once. An arrival ends all asking. */
const placesAsked = (incident: Incident): ReadonlySet<string> => {
  const asked = new Map<string, string>();
  for (const fact of standingFacts(incident.facts)) {
    if (fact.kind === 'arrived') asked.clear();
    if (fact.kind === 'hold-requested') asked.set(fact.holdId, fact.placeId);
    if (fact.kind === 'hold-refused' || fact.kind === 'hold-released' || fact.kind === 'hold-expired')
      asked.delete(fact.holdId);
  }
  return new Set(asked.values());
};

/** A suite as it stands for this person: worked out once, for all of its rooms. */
interface Site {
  readonly place: Place;
  readonly offer: Offer;
  /** Minutes since it last said how many its staff can take; 0 where it does not say. */
  readonly staffAge: number;
  readonly minutes: number;
  readonly inCatchment: boolean;
  readonly refusal: FactOf<'hold-refused'> | undefined;
  readonly askedHere: boolean;
  /** The person is there already. */
  readonly here: boolean;
  /** What it is lent under, if it is a neighbour's. */
  readonly lending: Lending | undefined;
  readonly lentWords: readonly string[];
  /** Why its lender keeps this person out, if it is lent and they do. */
  readonly notLent: string | undefined;
}

/** What is the same for every room: the person, and what has been asked for them. */
interface Search extends RankingFacts {
  readonly ownHolds: ReadonlySet<string>;
}

const whyNot = (room: Room, site: Site, { incident, ownHolds }: Search): string | undefined => {
  const { place, offer, askedHere, here, notLent } = site;
  const [no] = [...unfitness(room, place.meets, incident.person), stillRefused(room, site)];
  if (no) return no;
  switch (room.state) {
    case 'available':
      if (here) return 'they are at this suite now';
      if (askedHere) return 'this suite is asked already';
      return offer.staffLeft === 0
        ? `no staff for another person (staffed for ${place.staffing?.staffedFor ?? 0})`
        : notLent;
    case 'closed':
      return room.closedReason === 'not-said'
        ? 'closed, why is not said yet'
        : `closed (${room.closedReason ?? ''})`;
    case 'held':
      return ownHolds.has(room.holdId ?? '') ? 'held for this incident' : 'held for another incident';
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

/** A room promised for later than this is none to wait for with somebody detained: a hold is kept no longer. */
const SOON_MINUTES = 12 * 60;

const order: Record<Standing, number> = { offer: 0, ring: 1, no: 2 };

const promiseWords = (
  { freeAt, likelihood, staffedFor }: RoomPromise,
  score: PromiseScore,
  now: Instant,
): string =>
  `${staffedFor === undefined ? 'promised free' : `staff for ${staffedFor} due`} at ${dayAndTime(freeAt, now)}, ${likelihood} (${scoreWords(score)})`;

/** A promised room that would do but for what its promise is about comes before the others that cannot be used. */
const isWorthWaitingFor = (room: Room, { place, offer, notLent, refusal }: Site, search: Search): boolean => {
  const { incident, now, agreement } = search;
  const promise = standingPromise(room, now);
  return (
    promise !== null &&
    minutesBetween(now, promise.freeAt) <= SOON_MINUTES &&
    unfitness(room, place.meets, incident.person).length === 0 &&
    notLent === undefined &&
    !(refusal && isAboutThePerson(refusal.reason)) &&
    worst(freshness(room, agreement.freshness, now), offer.freshness) !== 'unknown'
  );
};

/** "lent by Fallowmere until 21:00", and what else the lender asks. */
const lentWords = (lentBy: LentBy | null, lending: Lending | undefined, now: Instant): string[] => {
  if (lentBy?.state !== 'lent') return [];
  const { areaName, until } = lentBy;
  return [
    `lent by ${areaName} until ${dayAndTime(until, now)}`,
    ...(lending?.rules.needsYes ? [`${areaName}'s coordinator must say yes`] : []),
  ];
};

interface Listed extends Omit<RankedRoom, 'rank'> {
  /** Not this area's own, and to stand after those that are. */
  readonly afterOwn: boolean;
  readonly inCatchment: boolean;
  readonly promised: boolean;
}

const listed = (room: Room, site: Site, search: Search): Listed => {
  const { place, offer, staffAge, minutes, inCatchment, lending } = site;
  const { incident, agreement, now } = search;
  const { lentBy } = place;
  const no = whyNot(room, site, search);
  const promise = standingPromise(room, now);
  const roomFresh = freshness(room, agreement.freshness, now);
  const fresh = worst(roomFresh, offer.freshness);
  const age = Math.max(0, Math.floor(minutesBetween(room.observed.at, now)));
  const why =
    no ??
    (isUntold(room.observed)
      ? 'nothing said of it yet: ring first'
      : roomFresh === 'unknown'
        ? `not confirmed for ${age} min: ring before relying on it`
        : fresh === 'unknown'
          ? `staff not confirmed for ${staffAge} min: ring before relying on it`
          : `free, confirmed ${age} min ago`);
  return {
    placeKind: 'suite',
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
    promised: isWorthWaitingFor(room, site, search),
    lentBy: lentBy && { areaName: lentBy.areaName, until: lentBy.until },
    afterOwn: lentBy !== null && lending?.rules.ranked !== 'as-own',
    reasons: [
      why,
      ...site.lentWords,
      `about ${minutes} min drive`,
      ...(no === undefined && place.staffing && offer.staffLeft !== null
        ? [`staff for ${offer.staffLeft} more`]
        : []),
      ...(promise && no !== undefined ? [promiseWords(promise, place.promises, now)] : []),
      ...(inCatchment ? [] : [`not meant for ${incident.where.district} first`]),
      ...(no === undefined && mustTreatAsUnder18(incident.person) ? ['fit for under-18s'] : []),
    ],
  };
};

// One collator for all rooms: `localeCompare` with options makes one at each comparison, which took longer than the rest.
const byName = new Intl.Collator('en', { numeric: true });

const bestFirst = (a: Listed, b: Listed): number =>
  order[a.standing] - order[b.standing] ||
  (a.standing === 'no' ? Number(b.promised) - Number(a.promised) : 0) ||
  Number(a.afterOwn) - Number(b.afterOwn) ||
  Number(b.inCatchment) - Number(a.inCatchment) ||
  a.driveMinutes - b.driveMinutes ||
  byName.compare(a.roomName, b.roomName) ||
  Number(a.roomId > b.roomId) - Number(a.roomId < b.roomId);

const roomsByPlace = (rooms: readonly Room[]): ReadonlyMap<string, readonly Room[]> => {
  const grouped = new Map<string, Room[]>();
  for (const room of rooms) {
    const own = grouped.get(room.placeId);
    if (own) own.push(room);
    else grouped.set(room.placeId, [room]);
  }
  return grouped;
};

/**
 * Suite rooms for this incident, best first, each with its reasons. A room that is closed, taken,
 * unfit, without staff or unconfirmed past the agreed limit is never ranked (P4): it is listed after
 * those that may be held, saying why. Among those, the suites meant for the district first, then the
 * nearest from where the person is now: the scene, or the place of safety they would be moved from, whose own
 * rooms are none to move to. A neighbour's place goes by the same rules, after the area's own unless its lender has it stand among them.
 */
export const rankRooms = (facts: RankingFacts): RankedRoom[] => {
  const { incident, places, rooms, agreement, now } = facts;
  const refusals = standingRefusals(incident);
  const askedAt = placesAsked(incident);
  const { district } = incident.where;
  const here = currentPlaceId(incident.facts);
  const from = setOffFrom(incident, places);
  const search: Search = {
    ...facts,
    ownHolds: new Set(
      incident.facts.flatMap((fact) => (fact.kind === 'hold-requested' ? [fact.holdId] : [])),
    ),
  };
  const grouped = roomsByPlace(rooms);
  const ranked = places.flatMap((place) => {
    const own = grouped.get(place.id);
    if (!own || place.kind !== 'suite' || place.lentBy?.state === 'ended') return [];
    const lending = place.lentBy ? lendingOf(place.lentBy, facts) : undefined;
    const site: Site = {
      place,
      offer: offerOf(place.staffing, own, agreement.freshness, now),
      staffAge: place.staffing ? Math.floor(minutesBetween(place.staffing.observed.at, now)) : 0,
      minutes: minutesTo(from, place, agreement.travel),
      inCatchment: place.catchment.length === 0 || place.catchment.includes(district),
      refusal: refusals.get(place.id),
      askedHere: askedAt.has(place.id),
      here: place.id === here,
      lending,
      lentWords: lentWords(place.lentBy, lending, now),
      notLent: whyKeptOut(place, facts),
    };
    return own.filter(({ lentBy }) => lentBy?.state !== 'ended').map((room) => listed(room, site, search));
  });
  return ranked
    .sort(bestFirst)
    .map(({ inCatchment: _inCatchment, promised: _promised, afterOwn: _afterOwn, ...room }, i) => ({
      ...room,
      rank: room.standing === 'offer' ? i + 1 : null,
    }));
};
