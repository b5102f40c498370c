import type { AmhpRequest, Instant } from '@concord/domain';
import type { AreaTransaction } from '../ports';

/** When somebody is asked again: an answer is due by then, or it is tried anew, the longest wait first. */
export const armAnswer = (
  tx: AreaTransaction,
  { id, incidentId, requestedAt: anchorAt }: AmhpRequest,
  dueAt: Instant,
) => tx.armTimers([{ incidentId, kind: 'offer-answer', subject: id, point: 'answer', anchorAt, dueAt }]);

/** Nobody's answer is waited for. */
export const cancelAnswer = async (tx: AreaTransaction, { id, incidentId }: AmhpRequest) => {
  const timers = await tx.timers({ incidentId }, 'offer-answer');
  await tx.cancelTimers(timers.filter(({ subject }) => subject === id).map((timer) => timer.id));
};
