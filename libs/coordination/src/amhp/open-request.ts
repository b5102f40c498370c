import type { AmhpRequest, Called, Incident, Named, Refusal } from '@concord/domain';
import { callFact, refused } from '@concord/domain';
import { withFact } from '../incident/save-incident';
import type { AreaTransaction } from '../ports';
import { offerNext } from './offer-next';

/**
 * A new request, offered to the first on call in the district. The agreed wait runs from here, whatever
 * happens to the offers; from the first request, where this one takes the place of another elsewhere.
 */
export const openRequest = async (
  tx: AreaTransaction,
  incident: Incident,
  district: string,
  { by, calls = 'amhp', nth = 1, follows }: { by: Named; calls?: Called; nth?: 1 | 2; follows?: string },
): Promise<{ request: AmhpRequest; incident: Incident } | Refusal> => {
  const request: AmhpRequest = {
    id: tx.newId(),
    areaId: tx.areaId,
    incidentId: incident.id,
    incidentRef: incident.ref,
    calls,
    nth,
    state: 'unanswered',
    requestedAt: tx.now,
    offers: [],
    assigned: null,
    notBefore: null,
    passedOver: [],
    nobody: null,
    district,
    revision: tx.revision,
  };
  const asked = withFact(tx, incident, by, callFact(request, { step: 'requested', follows }));
  return refused(asked) ? asked : offerNext(tx, request, asked);
};
