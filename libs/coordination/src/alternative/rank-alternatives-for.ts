import type { Actor, RankedAlternative, Refusal } from '@concord/domain';
import { rankAlternatives, referrersFor, refused } from '@concord/domain';
import { agreementAt } from '../area/agreement-in-force';
import { seenIncident } from '../incident/incident-for';
import type { Store } from '../ports';

/** Alternatives to detention for an incident, best first, with reasons. A read: it takes no lock. */
export const rankAlternativesFor = async (
  store: Store,
  actor: Actor,
  input: { incidentId: string },
): Promise<RankedAlternative[] | Refusal> => {
  const incident = seenIncident(actor, await store.get(actor.areaId, 'incident', input.incidentId));
  if (refused(incident)) return incident;
  const now = await store.now();
  const [agreement, area, alternatives] = await Promise.all([
    agreementAt(store, actor.areaId, now),
    store.get(actor.areaId, 'area', actor.areaId),
    store.list(actor.areaId, 'alternative'),
  ]);
  const agency = area?.agencies.find(({ id }) => id === actor.agencyId)?.kind;
  const as = referrersFor(agency, actor.duties);
  return rankAlternatives({ incident, alternatives, agreement, now, as });
};
