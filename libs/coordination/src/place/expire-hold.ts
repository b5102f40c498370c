import type { Incident, Refusal } from '@concord/domain';
import { holdIsLive, refused } from '@concord/domain';
import { CONCORD } from '../command';
import { saveIncident, withFact } from '../incident/save-incident';
import type { AreaTransaction } from '../ports';
import { endHold } from './end-hold';

/** The promise lapses: the room is free again, as old as it was, and the search for a place goes on. */
export const expireHold = async (
  tx: AreaTransaction,
  holdId: string,
  incident: Incident,
): Promise<void | Refusal> => {
  const hold = await tx.get('hold', holdId);
  if (!hold || !holdIsLive(hold)) return;
  await endHold(tx, hold, { state: 'expired', by: CONCORD, room: 'available' });
  const noted = withFact(tx, incident, CONCORD, { kind: 'hold-expired', holdId, placeId: hold.placeId });
  if (refused(noted)) return noted;
  await saveIncident(tx, noted);
};
