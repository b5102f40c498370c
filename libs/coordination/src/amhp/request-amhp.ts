import type { Actor, AmhpRequest, Refusal } from '@concord/domain';
import { refuse, refused, requestIsLive } from '@concord/domain';
import type { Given } from '../command';
import { commandInfo, nameOf } from '../command';
import { saveIncident, withFact } from '../incident/save-incident';
import type { Store } from '../ports';
import { offerNext } from './offer-next';
import { seenIncident } from '../incident/incident-for';

/** Asks the AMHP service to attend. The agreed wait runs from here, whatever happens to the offers. */
export const requestAmhp = (
  store: Store,
  actor: Actor,
  input: Given<{ incidentId: string }>,
): Promise<AmhpRequest | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('request-amhp', input), async (tx) => {
    const incident = seenIncident(actor, await tx.get('incident', input.incidentId));
    if (refused(incident)) return incident;
    const live = (await tx.list('amhp-request', { incidentId: incident.id })).find(requestIsLive);
    if (live) {
      return refuse(
        'request-exists',
        `An AMHP was already asked for ${incident.ref} at ${live.requestedAt}.`,
        {
          details: { requestId: live.id, state: live.state, assigned: live.assigned },
        },
      );
    }
    const request: AmhpRequest = {
      id: tx.newId(),
      areaId: tx.areaId,
      incidentId: incident.id,
      incidentRef: incident.ref,
      state: 'unanswered',
      requestedAt: tx.now,
      offers: [],
      assigned: null,
      revision: tx.revision,
    };
    const asked = withFact(tx, incident, nameOf(actor), { kind: 'amhp-requested', requestId: request.id });
    if (refused(asked)) return asked;
    const offered = await offerNext(tx, request, asked);
    if (refused(offered)) return offered;
    await saveIncident(tx, offered.incident);
    return { ...offered.request, revision: tx.revision };
  });
