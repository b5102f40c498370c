import type { Actor, AmhpRequest, FactDetail, Incident, Instant, Refusal } from '@concord/domain';
import { refused } from '@concord/domain';
import { nameOf } from '../command';
import { saveIncident, withFact } from '../incident/save-incident';
import type { AreaTransaction } from '../ports';
import { offerNext } from './offer-next';
import { tryWaiting } from './try-waiting';

export const incidentOf = async (tx: AreaTransaction, request: AmhpRequest): Promise<Incident> => {
  const incident = await tx.get('incident', request.incidentId);
  if (!incident) throw new Error(`incident ${request.incidentId} is gone`);
  return incident;
};

/** Notes the fact on the incident and, when the request is nobody's again, offers it to the next; whoever had it may take another. */
export const settle = async (
  tx: AreaTransaction,
  actor: Actor,
  request: AmhpRequest,
  fact: FactDetail,
  more: { offerOn: boolean; happenedAt?: Instant | undefined },
): Promise<AmhpRequest | Refusal> => {
  const incident = await incidentOf(tx, request);
  const noted = withFact(tx, incident, nameOf(actor), fact, { happenedAt: more.happenedAt });
  if (refused(noted)) return noted;
  if (!more.offerOn) {
    await tx.put('amhp-request', request);
    await saveIncident(tx, noted);
    return { ...request, revision: tx.revision };
  }
  await tryWaiting(tx);
  const offered = await offerNext(tx, request, noted);
  if (refused(offered)) return offered;
  await saveIncident(tx, offered.incident);
  return { ...offered.request, revision: tx.revision };
};
