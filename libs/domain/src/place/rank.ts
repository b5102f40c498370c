import type { Agreement } from '../agreement/agreement';
import type { Incident } from '../incident/incident';
import { currentPlaceId } from '../incident/incident';
import { mustTreatAsUnder18 } from '../incident/person';
import { minutesBetween } from '../instant';
import type { Instant } from '../instant';
import type { Place } from './place';
import { driveMinutes } from './place';
import type { Freshness, Room } from './room';
import { freshness } from './room';

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
  /** Why it stands where it stands, in words for the controller. */
  readonly reasons: readonly string[];
}

export interface RankingFacts {
  readonly incident: Incident;
  readonly places: readonly Place[];
  readonly rooms: readonly Room[];
  readonly agreement: Agreement;
  readonly now: Instant;
}

const fits = (room: Room, under18: boolean): boolean =>
  room.ages === 'any-age' || (under18 ? room.ages === 'under-18s' : room.ages === 'adults');

const heldForThis = (room: Room, incident: Incident): boolean =>
  incident.facts.some((fact) => fact.kind === 'hold-requested' && fact.holdId === room.holdId);

const whyNot = (
  room: Room,
  incident: Incident,
  under18: boolean,
  refusedHere: boolean,
): string | undefined => {
  if (!fits(room, under18)) return under18 ? 'not fit for under-18s' : 'for under-18s only';
  if (refusedHere) return 'refused this person';
  switch (room.state) {
    case 'available':
      return undefined;
    case 'closed':
      return `closed (${room.closedReason ?? 'no reason given'})`;
    case 'held':
      return heldForThis(room, incident) ? 'held for this incident' : 'held for another incident';
    case 'occupied':
    case 'cleaning':
      return room.state;
  }
};

const standingOf = (no: string | undefined, fresh: Freshness): Standing =>
  no ? 'no' : fresh === 'unknown' ? 'ring' : 'offer';

const order: Record<Standing, number> = { offer: 0, ring: 1, no: 2 };

/**
 * Suite rooms for this incident, best first, each with its reasons. A room that is closed, taken,
 * unfit or unconfirmed past the agreed limit is never ranked (P4): it is listed after those that
 * may be held, saying why. Nearest first among those that may be held, from where the person is now:
 * the scene, or the place of safety they would be moved from.
 */
export const rankRooms = ({ incident, places, rooms, agreement, now }: RankingFacts): RankedRoom[] => {
  const under18 = mustTreatAsUnder18(incident.person);
  const refusedAt = new Set(
    incident.facts.flatMap((fact) => (fact.kind === 'hold-refused' ? [fact.placeId] : [])),
  );
  const byId = new Map(places.map((place) => [place.id, place]));
  const from = byId.get(currentPlaceId(incident.facts) ?? '')?.position ?? incident.where.position;
  const listed = rooms.flatMap((room): Omit<RankedRoom, 'rank'>[] => {
    const place = byId.get(room.placeId);
    if (!place || place.kind !== 'suite') return [];
    const minutes = driveMinutes(
      from,
      place.position,
      agreement.travel.roadFactor,
      agreement.travel.kmPerHour,
    );
    const fresh = freshness(room, agreement.freshness, now);
    const age = Math.max(0, Math.floor(minutesBetween(room.observed.at, now)));
    const no = whyNot(room, incident, under18, refusedAt.has(place.id));
    return [
      {
        placeId: place.id,
        placeName: place.name,
        roomId: room.id,
        roomName: room.name,
        telephone: place.telephone,
        standing: standingOf(no, fresh),
        driveMinutes: minutes,
        freshness: fresh,
        confirmedMinutesAgo: age,
        reasons: [
          ...(no
            ? [no]
            : [
                fresh === 'unknown'
                  ? `not confirmed for ${age} min: ring before relying on it`
                  : `free, confirmed ${age} min ago`,
              ]),
          `about ${minutes} min drive`,
          ...(under18 && !no ? ['fit for under-18s'] : []),
        ],
      },
    ];
  });
  listed.sort(
    (a, b) =>
      order[a.standing] - order[b.standing] ||
      a.driveMinutes - b.driveMinutes ||
      a.roomName.localeCompare(b.roomName, 'en', { numeric: true }) ||
      a.roomId.localeCompare(b.roomId),
  );
  return listed.map((room, i) => ({ ...room, rank: room.standing === 'offer' ? i + 1 : null }));
};
