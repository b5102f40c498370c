import type { Actor, RankedRoom, Refusal } from '@concord/domain';
import { rankRooms, refused } from '@concord/domain';
import { seenIncident } from '../incident/incident-for';
import type { Store } from '../ports';
import { notItsSearch } from './may-search';

/** Suite rooms for an incident, best first, with reasons. A read: it takes no lock. */
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
  const [places, rooms, lendings, now] = await Promise.all([
    store.list(actor.areaId, 'place'),
    store.list(actor.areaId, 'room'),
    store.list(actor.areaId, 'lending', { side: 'borrows', state: 'running' }),
    store.now(),
  ]);
  return rankRooms({ incident, places, rooms, agreement, lendings, now });
};
