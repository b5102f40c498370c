import type { AmhpRequest, Named } from '@concord/domain';
import { endedRequest } from '@concord/domain';
import type { AreaTransaction } from '../ports';
import { noteAttendance } from './note-attendance';
import { cancelAnswer } from './offer-timer';
import { tellDisplaced } from './tell-called';
import { tryWaiting } from './try-waiting';

/**
 * Ends a live request: whoever was still asked need not answer, nobody is asked again, and whoever went is
 * free, for what waits for somebody too. Whoever is on the way or still asked is told so.
 */
export const endRequest = async (
  tx: AreaTransaction,
  request: AmhpRequest,
  { state, by, told }: { state: 'done' | 'withdrawn'; by: Named; told: string },
): Promise<void> => {
  await noteAttendance(tx, request);
  await tx.put('amhp-request', endedRequest(request, state, tx.now));
  await cancelAnswer(tx, request);
  await tryWaiting(tx);
  await tellDisplaced(tx, request, by, told);
};
