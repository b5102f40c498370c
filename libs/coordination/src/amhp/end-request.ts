import type { AmhpRequest } from '@concord/domain';
import type { AreaTransaction } from '../ports';

/** Ends a live request: whoever was still asked need not answer, and nobody is asked again. */
export const endRequest = async (
  tx: AreaTransaction,
  request: AmhpRequest,
  state: 'done' | 'withdrawn',
): Promise<void> => {
  const offers = request.offers.map((offer) =>
    offer.answer === null ? { ...offer, answer: 'withdrawn' as const, answeredAt: tx.now } : offer,
  );
  await tx.put('amhp-request', { ...request, offers, state });
  await tx.cancelTimers(
    (await tx.timers({ incidentId: request.incidentId }, 'offer-answer')).map((timer) => timer.id),
  );
};
