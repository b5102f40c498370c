import type { Actor, RankedAlternative, Refusal } from '@concord/domain';
import { rankAlternatives, referrersFor, refused } from '@concord/domain';
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
  const [agreement, area, alternatives, now] = await Promise.all([
    store.get(actor.areaId, 'agreement', incident.agreementId),
    store.get(actor.areaId, 'area', actor.areaId),
    store.list(actor.areaId, 'alternative'),
    store.now(),
  ]);
  if (!agreement) throw new Error(`incident ${incident.ref} is stamped with a missing agreement`);
  const agency = area?.agencies.find(({ id }) => id === actor.agencyId)?.kind;
  const as = referrersFor(agency, actor.duties);
  return rankAlternatives({ incident, alternatives, agreement, now, as });
};
