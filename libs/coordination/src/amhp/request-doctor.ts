import type { Actor, AmhpRequest, Refusal } from '@concord/domain';
import { refuse, refused, requestIsLive } from '@concord/domain';
import type { Given } from '../command';
import { districtOf } from '../incident/district-of';
import { commandInfo, nameOf } from '../command';
import { seenIncident } from '../incident/incident-for';
import { saveIncident } from '../incident/save-incident';
import type { Store } from '../ports';
import { openRequest } from './open-request';

/**
 * Calls a section 12 doctor to the assessment: the first on call for where the person is, then the next, in
 * the same way as an AMHP. A second can be called while the first is live. Refuses `request-exists` for a third.
 */
export const requestDoctor = (
  store: Store,
  actor: Actor,
  input: Given<{ incidentId: string }>,
): Promise<AmhpRequest | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('request-doctor', input), async (tx) => {
    const incident = seenIncident(actor, await tx.get('incident', input.incidentId));
    if (refused(incident)) return incident;
    const live = (
      await tx.list('amhp-request', { incidentId: incident.id, calls: 'section-12-doctor' })
    ).filter(requestIsLive);
    const nth = ([1, 2] as const).find((each) => live.every((request) => request.nth !== each));
    if (nth === undefined) {
      return refuse('request-exists', `Two doctors are called for ${incident.ref} already.`, {
        details: { requestIds: live.map(({ id }) => id) },
      });
    }
    const how = { by: nameOf(actor), calls: 'section-12-doctor', nth } as const;
    const offered = await openRequest(tx, incident, await districtOf(tx, incident), how);
    if (refused(offered)) return offered;
    await saveIncident(tx, offered.incident);
    return { ...offered.request, revision: tx.revision };
  });
