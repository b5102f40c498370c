import type { Actor, RankedPlace, Refusal } from '@concord/domain';
import { rankPlaces, refused } from '@concord/domain';
import { agreementAt } from '../area/agreement-in-force';
import { seenIncident } from '../incident/incident-for';
import type { Store } from '../ports';
import { notItsSearch } from './may-search';

/** Suite rooms and emergency departments for an incident, each best first, with reasons. A read: it takes no lock. */
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
  const [agreement, places, rooms, lendings] = await Promise.all([
    agreementAt(store, actor.areaId, now),
    store.list(actor.areaId, 'place'),
    store.list(actor.areaId, 'room'),
    store.list(actor.areaId, 'lending', { side: 'borrows', state: 'running' }),
  ]);
  return rankPlaces({ incident, places, rooms, agreement, lendings, now });
};
