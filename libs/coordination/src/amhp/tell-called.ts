import type { AmhpRequest, Instant, Named } from '@concord/domain';
import { dayAndTime, displacedBy } from '@concord/domain';
import { messageTo } from '../escalation/notify';
import type { AreaTransaction } from '../ports';

/** Tells somebody called to an assessment, by their own contact methods. References only: the reason is on their screen. */
export const tellCalled = (
  tx: AreaTransaction,
  { incidentId, incidentRef, calls }: AmhpRequest,
  to: Named,
  what: string,
) =>
  tx.put(
    'notification',
    messageTo(tx, to, {
      escalationId: null,
      incidentId,
      placeId: null,
      duty: calls,
      subject: `${incidentRef}: ${what}`,
    }),
  );

/** The message to whoever is now offered it: their phone is in their pocket. */
export const tellAsked = (tx: AreaTransaction, request: AmhpRequest, to: Named, answerBy: Instant) =>
  tellCalled(tx, request, to, `you are asked to attend, answer by ${dayAndTime(answerBy, tx.now)}`);

/** The message to whoever has it or is asked and no longer is, unless they did it themselves or are there already. */
export const tellDisplaced = async (
  tx: AreaTransaction,
  request: AmhpRequest,
  by: Named,
  what: string,
): Promise<void> => {
  const displaced = displacedBy(request);
  if (!displaced || displaced.userId === by.userId || request.state === 'on-scene') return;
  await tellCalled(tx, request, displaced, what);
};
