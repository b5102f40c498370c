import type { AmhpRequest, Availability, Fact, Instant, Named } from '@concord/domain';
import { unsaidAvailability } from '@concord/domain';
import type { AreaTransaction } from '../ports';

/** What is known of somebody's own availability: what they said last, or nothing yet. */
export const availabilityOf = async (tx: AreaTransaction, who: Named): Promise<Availability> =>
  (await tx.list('availability', { userId: who.userId }))[0] ??
  unsaidAvailability(tx.newId(), tx.areaId, who);

/** Who set out for a request, or got there, by one fact. */
const goes = (fact: Fact): Named | null => {
  if (fact.kind === 'amhp-travelling' || fact.kind === 'amhp-on-scene') return fact.amhp;
  return fact.kind === 'doctor-call' && /^(travelling|on-scene)$/.test(fact.step) ? fact.doctor : null;
};

/** When they set out, or were first known to be there: a night asleep before it is no work. */
const setOutAt = (facts: readonly Fact[], { id, offers }: AmhpRequest, who: Named): Instant | undefined => {
  const accepted = offers.findLast(({ answer, to }) => answer === 'accepted' && to.userId === who.userId);
  return facts
    .filter((fact) => goes(fact)?.userId === who.userId && 'requestId' in fact && fact.requestId === id)
    .map(({ happenedAt }) => happenedAt)
    .filter((at) => at >= (accepted?.answeredAt ?? ''))
    .sort()[0];
};

/** Whoever had set out for a request is now done with it: their rest, where one was agreed, runs from here. */
export const noteAttendance = async (tx: AreaTransaction, request: AmhpRequest) => {
  const { assigned, state, incidentId } = request;
  if (!assigned || (state !== 'travelling' && state !== 'on-scene')) return;
  const facts = (await tx.get('incident', incidentId))?.facts ?? [];
  const attended = { from: setOutAt(facts, request, assigned) ?? tx.now, to: tx.now };
  await tx.put('availability', { ...(await availabilityOf(tx, assigned)), attended });
};
