import type { Actor, Hold, RankedPlace, Refusal, Room } from '@concord/domain';
import { liveHoldStates, rankPlaces, refused, withLapsedGivenBack } from '@concord/domain';
import { agreementAt } from '../area/agreement-in-force';
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

/**
 * Suite rooms and emergency departments for an incident, each best first, with reasons; a hold that has
 * lapsed by now keeps no room. A read: it takes no lock.
 */
export const rankPlacesFor = async (
  store: Store,
  actor: Actor,
  input: { incidentId: string },
): Promise<RankedPlace[] | Refusal> => {
  const incident = seenIncident(actor, await store.get(actor.areaId, 'incident', input.incidentId));
  if (refused(incident)) return incident;
  const notIts = notItsSearch(actor, incident);
  if (notIts) return notIts;
  const now = await store.now();
  const [agreement, places, rooms, lendings, own] = await Promise.all([
    agreementAt(store, actor.areaId, now),
    store.list(actor.areaId, 'place'),
    store.list(actor.areaId, 'room'),
    store.list(actor.areaId, 'lending', { side: 'borrows', state: 'running' }),
    store.list(actor.areaId, 'hold', { state: liveHoldStates }),
  ]);
  const holds = [...own, ...(await holdsOfNeighbours(store, rooms))];
  const asTheyAre = withLapsedGivenBack({ incident, rooms }, holds, now);
  return rankPlaces({ ...asTheyAre, places, agreement, lendings, now });
};
