import type { Actor, Hold, RankedRoom, Refusal, Room } from '@concord/domain';
import { liveHoldStates, rankRooms, refused, withLapsedGivenBack } from '@concord/domain';
import { CONCORD } from '../command';
import { seenIncident } from '../incident/incident-for';
import type { Store } from '../ports';
import { notItsSearch } from './may-search';

/** What keeps neighbours' rooms from this area, as holds of its own rows of them. */
const holdsOfNeighbours = async (store: Store, rooms: readonly Room[]): Promise<Hold[]> => {
  const mirrors = rooms.flatMap(({ id, lentBy, state, holdId }) =>
    lentBy && state === 'held' && holdId === null ? [{ id, ...lentBy }] : [],
  );
  const found: Hold[] = [];
  for (const areaId of new Set(mirrors.map((mirror) => mirror.areaId))) {
    const roomId = mirrors.map(({ originalId }) => originalId);
    for (const hold of await store.list(areaId, 'hold', { roomId, state: liveHoldStates })) {
      const mirror = mirrors.find(({ originalId }) => originalId === hold.roomId);
      if (mirror) found.push({ ...hold, roomId: mirror.id });
    }
  }
  return found;
};

/** Suite rooms for an incident, best first, with reasons; a hold that has lapsed keeps no room. A read: it takes no lock. */
export const rankPlacesFor = async (
  store: Store,
  actor: Actor,
  input: { incidentId: string },
): Promise<RankedRoom[] | Refusal> => {
  const incident = seenIncident(actor, await store.get(actor.areaId, 'incident', input.incidentId));
  if (refused(incident)) return incident;
  const notIts = notItsSearch(actor, incident);
  if (notIts) return notIts;
  const agreement = await store.get(actor.areaId, 'agreement', incident.agreementId);
  if (!agreement) throw new Error(`incident ${incident.ref} is stamped with a missing agreement`);
  const [places, rooms, lendings, now, holds] = await Promise.all([
    store.list(actor.areaId, 'place'),
    store.list(actor.areaId, 'room'),
    store.list(actor.areaId, 'lending', { side: 'borrows', state: 'running' }),
    store.now(),
    store.list(actor.areaId, 'hold', { state: liveHoldStates }),
  ]);
  const all = [...holds, ...(await holdsOfNeighbours(store, rooms))];
  const asIs = withLapsedGivenBack({ incident, rooms }, all, { now, by: CONCORD });
  return rankRooms({ ...asIs, places, agreement, lendings, now });
};
