import type {
  Agreement,
  Freshness,
  FreshnessRule,
  Hold,
  Incident,
  Instant,
  Lending,
  Observation,
  Place,
  Room,
} from '@concord/domain';
import { currentPlaceId, freshness, freshnessOf, holdIsLiveAt, isDetained } from '@concord/domain';
import { roomsOf } from '../incidents/around';
import type { LegalClock } from '../incidents/incident-clocks';
import { clocksOf, permittedPeriod } from '../incidents/incident-clocks';
import type { SiteOffer } from './site-offer';
import { siteOffer } from './site-offer';

/** Somebody detained who is at a place now, and how long the law still allows. */
export interface PersonHere {
  readonly incident: Incident;
  readonly roomName: string | undefined;
  /** None where the law sets none (s135(2)). */
  readonly limit: LegalClock | undefined;
}

/** A suite, in one line of the table. */
export interface SiteRow {
  readonly place: Place;
  readonly rooms: readonly Room[];
  readonly offer: SiteOffer;
  /** The oldest of what was said that can still go out of date; where nothing can, the latest word. */
  readonly lastSaid: Observation | undefined;
  /** The worst of its rooms and its staff. */
  readonly fresh: Freshness;
  readonly holds: readonly Hold[];
  readonly present: readonly PersonHere[];
}

/** A place without rooms of its own: an emergency department, or wherever else somebody is. */
export interface OtherRow {
  readonly place: Place;
  readonly fresh: Freshness;
  readonly present: readonly PersonHere[];
}

export interface BedParts {
  readonly places: ReadonlyMap<string, Place>;
  readonly rooms: ReadonlyMap<string, Room>;
  readonly holds: ReadonlyMap<string, Hold>;
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly lendings: ReadonlyMap<string, Lending>;
  /** Of the agreement in force in the area. */
  readonly rule: FreshnessRule;
}

const byAge = (a: Observation, b: Observation): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

const worse = (a: Freshness, b: Freshness): Freshness => {
  const order: readonly Freshness[] = ['fresh', 'confirm-due', 'unknown'];
  return order.indexOf(a) > order.indexOf(b) ? a : b;
};

/** Whether Concord itself keeps what this room is: held, or taken by somebody who arrived. */
const keptByRecord = ({ state, incidentId }: Room): boolean =>
  state === 'held' || (state === 'occupied' && incidentId !== null);

const endOf = ({ limit }: PersonHere): string => (limit && limit.stoppedAt === null ? limit.endsAt : '9');

const byTimeLeft = (a: PersonHere, b: PersonHere): number => (endOf(a) < endOf(b) ? -1 : 1);

/** Who is at each place, whoever has least time first. */
const presentAt = ({
  incidents,
  agreements,
  rooms,
}: BedParts): ReadonlyMap<string, readonly PersonHere[]> => {
  const roomOf = new Map([...rooms.values()].map((room) => [room.incidentId, room.name]));
  const at = new Map<string, PersonHere[]>();
  for (const incident of incidents.values()) {
    const placeId = isDetained(incident.facts) ? currentPlaceId(incident.facts) : null;
    if (placeId === null) continue;
    const limit = permittedPeriod(clocksOf(incident, agreements.get(incident.agreementId)));
    at.set(placeId, [...(at.get(placeId) ?? []), { incident, limit, roomName: roomOf.get(incident.id) }]);
  }
  for (const people of at.values()) people.sort(byTimeLeft);
  return at;
};

/** Every suite of the area, by name. */
export const siteRows = (parts: BedParts, now: Instant): SiteRow[] => {
  const { places, rooms, holds, lendings, rule } = parts;
  const present = presentAt(parts);
  return [...places.values()]
    .filter(({ kind }) => kind === 'suite')
    .map((place): SiteRow => {
      const own = roomsOf(rooms, place.id);
      const staff = place.staffing ? [place.staffing.observed] : [];
      const ageing = [...own.filter((room) => !keptByRecord(room)).map(({ observed }) => observed), ...staff];
      const all = own.map(({ observed }) => observed);
      return {
        place,
        rooms: own,
        offer: siteOffer(place, own, rule, now, lendings.get(place.lentBy?.lendingId ?? '')),
        lastSaid: ageing.sort(byAge)[0] ?? all.sort(byAge).at(-1),
        fresh: [
          ...own.map((room) => freshness(room, rule, now)),
          ...staff.map((observed) => freshnessOf(observed, rule, now)),
        ].reduce(worse, 'fresh'),
        holds: [...holds.values()]
          .filter((hold) => hold.placeId === place.id && holdIsLiveAt(hold, now))
          .sort((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1)),
        present: present.get(place.id) ?? [],
      };
    })
    .sort((a, b) => a.place.name.localeCompare(b.place.name));
};

/** Every emergency department, and any other place at which somebody is detained. */
export const otherRows = (parts: BedParts, now: Instant): OtherRow[] => {
  const present = presentAt(parts);
  return [...parts.places.values()]
    .filter(({ id, kind }) => kind === 'emergency-department' || (kind !== 'suite' && present.has(id)))
    .map((place) => ({
      place,
      fresh: place.pressure ? freshnessOf(place.pressure.observed, parts.rule, now) : ('unknown' as const),
      present: present.get(place.id) ?? [],
    }))
    .sort(
      (a, b) =>
        Number(b.place.kind === 'emergency-department') - Number(a.place.kind === 'emergency-department') ||
        a.place.name.localeCompare(b.place.name),
    );
};
