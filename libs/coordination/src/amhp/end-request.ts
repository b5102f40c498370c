import type { AmhpRequest } from '@concord/domain';
import { endedRequest } from '@concord/domain';
import type { AreaTransaction } from '../ports';
import { noteAttendance } from './note-attendance';
import { cancelAnswer } from './offer-timer';

/** Ends a live request: whoever was still asked need not answer, nobody is asked again, and whoever went is free. */
export const endRequest = async (
  tx: AreaTransaction,
  request: AmhpRequest,
  state: 'done' | 'withdrawn',
): Promise<void> => {
  await noteAttendance(tx, request);
  await tx.put('amhp-request', endedRequest(request, state, tx.now));
  await cancelAnswer(tx, request);
};
