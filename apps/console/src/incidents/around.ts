import type { AmhpRequest, Hold, Incident, Instant, Place, Room, TriageResource } from '@concord/domain';
import { allOf, holdIsLiveAt, liveAmhpRequest, unfitness } from '@concord/domain';

/** The first value of a map that fits, without copying the map. */
export const findIn = <Thing>(
  all: ReadonlyMap<string, Thing>,
  fits: (thing: Thing) => boolean,
): Thing | undefined => {
  for (const thing of all.values()) if (fits(thing)) return thing;
  return undefined;
};

/** Every room asked for or promised to an incident: an acceptance first, then whoever must answer first. */
export const liveHoldsOf = (holds: ReadonlyMap<string, Hold>, incidentId: string, now: Instant): Hold[] =>
  [...holds.values()]
    .filter((hold) => hold.incidentId === incidentId && holdIsLiveAt(hold, now))
    .sort(byStanding);

/** For sorting: accepted before asked, then by when it lapses. */
export const byStanding = (a: Hold, b: Hold): number =>
  a.state === b.state ? (a.expiresAt < b.expiresAt ? -1 : 1) : a.state === 'accepted' ? -1 : 1;

/** The hold that counts: the accepted one, or else the one that must be answered first. */
export const liveHoldOf = (
  holds: ReadonlyMap<string, Hold>,
  incidentId: string,
  now: Instant,
): Hold | undefined => liveHoldsOf(holds, incidentId, now)[0];

/** Why the room that a hold keeps does not fit the person as they are now known; empty where it does. */
export const unfitFor = (
  room: Room | undefined,
  place: Place | undefined,
  incident: Incident | undefined,
): readonly string[] => (room && place && incident ? unfitness(room, place.meets, incident.person) : []);

/** The request that runs for an incident; otherwise none, however many ended before. */
export const liveRequestOf = (
  requests: ReadonlyMap<string, AmhpRequest>,
  incidentId: string,
): AmhpRequest | undefined =>
  findIn(
    requests,
    (request) => request.incidentId === incidentId && liveAmhpRequest([request]) !== undefined,
  );

export const carsOf = (
  resources: ReadonlyMap<string, TriageResource>,
  incidentId: string,
): TriageResource[] => [...resources.values()].filter((resource) => resource.incidentId === incidentId);

export const roomsOf = (rooms: ReadonlyMap<string, Room>, placeId: string): Room[] =>
  [...rooms.values()].filter((room) => room.placeId === placeId).sort((a, b) => a.name.localeCompare(b.name));

/** What a form needs to know of a place. */
export type KnownPlace = Pick<Place, 'id' | 'name' | 'kind' | 'nation'>;

/** The places of the area with those outside the network that took this person. */
export const placesFor = (
  { facts }: Incident,
  places: ReadonlyMap<string, Place>,
): ReadonlyMap<string, KnownPlace> => {
  const outside = allOf(facts, 'outside-accepted');
  if (outside.length === 0) return places;
  return new Map<string, KnownPlace>([
    ...places,
    ...outside.map(({ placeId: id, placeName: name, placeKind: kind, nation }): [string, KnownPlace] => [
      id,
      { id, name, kind, nation },
    ]),
  ]);
};

const kindOrder = ['suite', 'emergency-department', 'other', 'dwelling', 'police-station'];

export const placesInOrder = <Known extends KnownPlace>(places: ReadonlyMap<string, Known>): Known[] =>
  [...places.values()].sort(
    (a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || a.name.localeCompare(b.name),
  );
