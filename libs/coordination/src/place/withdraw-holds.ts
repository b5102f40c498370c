import type { Hold, Incident, Named, Refusal } from '@concord/domain';
import { refused } from '@concord/domain';
import { withFact } from '../incident/save-incident';
import type { AreaTransaction } from '../ports';
import { endHold } from './end-hold';

/** Every live hold of an incident given back, with the reason on its record: the suites need not answer or wait. */
export const withdrawHolds = async (
  tx: AreaTransaction,
  incident: Incident,
  by: Named,
  { because, except }: { because: string; except?: Hold },
): Promise<Incident | Refusal> => {
  let current = incident;
  for (const hold of await tx.list('hold', { incidentId: incident.id, state: ['requested', 'accepted'] })) {
    if (hold.id === except?.id) continue;
    await endHold(tx, hold, { state: 'released', by, room: 'available', because });
    const about = { holdId: hold.id, placeId: hold.placeId, reason: because };
    const noted = withFact(tx, current, by, { kind: 'hold-released', ...about });
    if (refused(noted)) return noted;
    current = noted;
  }
  return current;
};
