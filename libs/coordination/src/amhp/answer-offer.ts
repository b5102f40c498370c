import type { Actor, AmhpRequest, Refusal } from '@concord/domain';
import { answerOffer, callFact, needingRest, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import { agreementOf } from '../escalation/agreement-of';
import type { Store } from '../ports';
import { availabilityOf } from './note-attendance';
import { cancelAnswer } from './offer-timer';
import { incidentOf, settle } from './settle';

type Accept = Given<CommandOf<'acceptOffer'> & { requestId: string }>;
type Decline = Given<CommandOf<'declineOffer'> & { requestId: string }>;

/**
 * The AMHP's named acceptance, at once or from a time. Only whoever it is offered to can accept it; a late
 * tap is told who has it.
 */
export const acceptOffer = (store: Store, actor: Actor, input: Accept): Promise<AmhpRequest | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('accept-offer', input), async (tx) => {
    const request = await tx.get('amhp-request', input.requestId);
    if (!request) return notFound('AMHP request');
    const { notBefore } = input;
    const answered = answerOffer(request, nameOf(actor), { answer: 'accepted', at: tx.now, notBefore });
    if (refused(answered)) return answered;
    const changed = changedSince(request, input.seenRevision, 'request');
    if (changed) return changed;
    await cancelAnswer(tx, request);
    return settle(
      tx,
      actor,
      answered,
      callFact(request, { step: 'accepted', who: nameOf(actor), notBefore }),
      { offerOn: false },
    );
  });

/**
 * Cannot take it: a coded reason, and it goes to the next on call at once. Whoever needs rest is left to it
 * and not asked for others either, until the agreed rest is over or they say so.
 */
export const declineOffer = (store: Store, actor: Actor, input: Decline): Promise<AmhpRequest | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('decline-offer', input), async (tx) => {
    const request = await tx.get('amhp-request', input.requestId);
    if (!request) return notFound('AMHP request');
    const { code, reason } = input;
    const answered = answerOffer(request, nameOf(actor), { answer: 'declined', at: tx.now, code, reason });
    if (refused(answered)) return answered;
    const changed = changedSince(request, input.seenRevision, 'request');
    if (changed) return changed;
    if (code === 'needs-rest') {
      const { attendance } = await agreementOf(tx, await incidentOf(tx, request));
      const so = await availabilityOf(tx, nameOf(actor));
      await tx.put('availability', needingRest(so, attendance, tx.now));
    }
    return settle(
      tx,
      actor,
      answered,
      callFact(request, { step: 'declined', who: nameOf(actor), code, reason }),
      { offerOn: true },
    );
  });
