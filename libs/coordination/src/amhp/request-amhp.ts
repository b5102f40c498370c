import type { Actor, AmhpRequest, Refusal } from '@concord/domain';
import { liveAmhpRequest, refuse, refused } from '@concord/domain';
import type { Given } from '../command';
import { districtOf } from '../incident/district-of';
import { commandInfo, nameOf } from '../command';
import { saveIncident } from '../incident/save-incident';
import type { Store } from '../ports';
import { seenIncident } from '../incident/incident-for';
import { openRequest } from './open-request';

/** Asks the AMHP service of the district where the person is to attend. */
export const requestAmhp = (
  store: Store,
  actor: Actor,
  input: Given<{ incidentId: string }>,
): Promise<AmhpRequest | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('request-amhp', input), async (tx) => {
    const incident = seenIncident(actor, await tx.get('incident', input.incidentId));
    if (refused(incident)) return incident;
    const live = liveAmhpRequest(await tx.list('amhp-request', { incidentId: incident.id }));
    if (live) {
      return refuse(
        'request-exists',
        `An AMHP was already asked for ${incident.ref} at ${live.requestedAt}.`,
        {
          details: { requestId: live.id, state: live.state, assigned: live.assigned },
        },
      );
    }
    const offered = await openRequest(tx, incident, await districtOf(tx, incident), { by: nameOf(actor) });
    if (refused(offered)) return offered;
    await saveIncident(tx, offered.incident);
    return { ...offered.request, revision: tx.revision };
  });
