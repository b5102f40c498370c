import type { Hold, Incident, Named, Refusal } from '@concord/domain';
import { holdHasLapsed, liveHoldStates, refused } from '@concord/domain';
import { withFact } from '../incident/save-incident';
import type { AreaTransaction } from '../ports';
import { endHold } from './end-hold';
import { lapse } from './expire-hold';

/**
 * Every live hold of an incident given back, with the reason on its record: the suites need not answer or
 * wait. One that has lapsed by now is not given back but has lapsed.
 */
export const withdrawHolds = async (
  tx: AreaTransaction,
  incident: Incident,
  by: Named,
  { because, except }: { because: string; except?: Hold },
): Promise<Incident | Refusal> => {
  let current = incident;
  for (const hold of await tx.list('hold', { incidentId: incident.id, state: liveHoldStates })) {
    if (hold.id === except?.id) continue;
    const next = holdHasLapsed(hold, tx.now)
      ? await lapse(tx, hold, current)
      : await withdraw(tx, current, by, { hold, because });
    if (refused(next)) return next;
    current = next;
  }
  return current;
};

const withdraw = async (
  tx: AreaTransaction,
  incident: Incident,
  by: Named,
  { hold, because }: { hold: Hold; because: string },
): Promise<Incident | Refusal> => {
  await endHold(tx, hold, { state: 'released', by, room: 'available', because });
  const about = { holdId: hold.id, placeId: hold.placeId, reason: because };
  return withFact(tx, incident, by, { kind: 'hold-released', ...about });
};
