import type { Actor, AmhpRequest, FactDetail, Named, Refusal } from '@concord/domain';
import { callFact, displacedBy, obstacleTo, plusMinutes, reassign, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import { saveIncident, withFact } from '../incident/save-incident';
import type { Store } from '../ports';
import { circumstancesOf } from './circumstances';
import { noteAttendance } from './note-attendance';
import { armAnswer } from './offer-timer';
import { incidentOf } from './settle';
import { tellAsked, tellDisplaced } from './tell-called';
import { tryWaiting } from './try-waiting';

type Reassign = Given<CommandOf<'reassignAmhp'> & { requestId: string }>;

/** What the record says of the one stood down: that they had it, or were being asked. */
const stoodDown = (request: AmhpRequest, displaced: Named, reason: string): FactDetail =>
  callFact(request, {
    step: request.assigned ? 'withdrew' : 'offer-taken-back',
    who: displaced,
    reason,
  });

/**
 * The duty lead offers a request to somebody by name, in the place of whoever has it or is asked. They
 * accept it themselves, and it goes to the next on call if they do not. Refuses `not-free`, `offer-ended`,
 * `changed-since-seen`, and `not-found` for somebody who does not hold the duty here.
 */
export const reassignAmhp = async (
  store: Store,
  actor: Actor,
  input: Reassign,
): Promise<AmhpRequest | Refusal> => {
  const people = await store.people(actor.areaId);
  const found = people.find(({ userId }) => userId === input.to);
  if (!found) return notFound('AMHP or doctor');
  const to: Named = { userId: found.userId, name: found.name };
  return store.change(actor.areaId, nameOf(actor), commandInfo('reassign-amhp', input), async (tx) => {
    const request = await tx.get('amhp-request', input.requestId);
    if (!request) return notFound('AMHP request');
    if (!found.duties.includes(request.calls)) return notFound('AMHP or doctor');
    const incident = await incidentOf(tx, request);
    const so = await circumstancesOf(tx, request, incident);
    const answerBy = plusMinutes(tx.now, so.answerMinutes);
    const { reason } = input;
    const given = { reason, at: tx.now, answerBy, obstacle: obstacleTo(to, so) };
    const offered = reassign(request, to, given);
    if (refused(offered)) return offered;
    const changed = changedSince(request, input.seenRevision, 'request');
    if (changed) return changed;
    const displaced = displacedBy(request);
    const facts: FactDetail[] = [
      ...(displaced ? [stoodDown(request, displaced, reason)] : []),
      callFact(request, { step: 'offered', who: to }),
    ];
    let noted = incident;
    for (const fact of facts) {
      const next = withFact(tx, noted, nameOf(actor), fact);
      if (refused(next)) return next;
      noted = next;
    }
    await noteAttendance(tx, request);
    await armAnswer(tx, request, answerBy);
    await tx.put('amhp-request', offered);
    await tryWaiting(tx);
    await tellDisplaced(tx, request, nameOf(actor), 'no longer yours, the duty lead has asked somebody else');
    await tellAsked(tx, offered, to, answerBy);
    await saveIncident(tx, noted);
    return { ...offered, revision: tx.revision };
  });
};
