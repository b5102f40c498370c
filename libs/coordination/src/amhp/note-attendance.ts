import type { AmhpRequest, Availability, Named } from '@concord/domain';
import { unsaidAvailability } from '@concord/domain';
import type { AreaTransaction } from '../ports';

/** What is known of somebody's own availability: what they said last, or nothing yet. */
export const availabilityOf = async (tx: AreaTransaction, who: Named): Promise<Availability> =>
  (await tx.list('availability', { userId: who.userId }))[0] ??
  unsaidAvailability(tx.newId(), tx.areaId, who);

/** Whoever had set out for a request is now done with it: their rest, where one was agreed, runs from here. */
export const noteAttendance = async (tx: AreaTransaction, { assigned, offers, state }: AmhpRequest) => {
  if (!assigned || (state !== 'travelling' && state !== 'on-scene')) return;
  const accepted = offers.findLast(
    ({ answer, to }) => answer === 'accepted' && to.userId === assigned.userId,
  );
  const attended = { from: accepted?.answeredAt ?? tx.now, to: tx.now };
  await tx.put('availability', { ...(await availabilityOf(tx, assigned)), attended });
};
