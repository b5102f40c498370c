import type { Actor, AmhpRequest, FactDetail, Instant, Refusal } from '@concord/domain';
import { answerOffer, canMove, amhpRequestLifecycle, holdsDuty, refuse, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound, notYours } from '../command';
import { saveIncident, withFact } from '../incident/save-incident';
import type { AreaTransaction, Store } from '../ports';
import { offerNext } from './offer-next';

type About = { requestId: string; seenRevision?: number | undefined };
type Accept = Given<CommandOf<'acceptOffer'> & About>;
type Decline = Given<CommandOf<'declineOffer'> & About>;
type Withdraw = Given<CommandOf<'withdrawAmhp'> & About>;
type Progress = Given<CommandOf<'amhpProgress'> & About>;

/** Notes the fact on the incident and, when the request is nobody's again, offers it to the next. */
const settle = async (
  tx: AreaTransaction,
  actor: Actor,
  request: AmhpRequest,
  fact: FactDetail,
  more: { offerOn: boolean; happenedAt?: Instant | undefined },
): Promise<AmhpRequest | Refusal> => {
  const incident = await tx.get('incident', request.incidentId);
  if (!incident) throw new Error(`incident ${request.incidentId} is gone`);
  const noted = withFact(tx, incident, nameOf(actor), fact, { happenedAt: more.happenedAt });
  if (refused(noted)) return noted;
  if (!more.offerOn) {
    await tx.put('amhp-request', request);
    await saveIncident(tx, noted);
    return { ...request, revision: tx.revision };
  }
  const offered = await offerNext(tx, request, noted);
  if (refused(offered)) return offered;
  await saveIncident(tx, offered.incident);
  return { ...offered.request, revision: tx.revision };
};

/** The AMHP's named acceptance. Only whoever it is offered to can accept it; a late tap is told who has it. */
export const acceptOffer = (store: Store, actor: Actor, input: Accept): Promise<AmhpRequest | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('accept-offer', input), async (tx) => {
    const request = await tx.get('amhp-request', input.requestId);
    if (!request) return notFound('AMHP request');
    const answered = answerOffer(request, nameOf(actor), { answer: 'accepted', at: tx.now });
    if (refused(answered)) return answered;
    const changed = changedSince(request, input.seenRevision, 'request');
    if (changed) return changed;
    await tx.cancelTimers(
      (await tx.timers({ incidentId: request.incidentId }, 'offer-answer')).map((timer) => timer.id),
    );
    return settle(
      tx,
      actor,
      answered,
      { kind: 'amhp-accepted', requestId: request.id, amhp: nameOf(actor) },
      { offerOn: false },
    );
  });

/** Cannot take it: a reason, and it goes to the next on call at once. */
export const declineOffer = (store: Store, actor: Actor, input: Decline): Promise<AmhpRequest | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('decline-offer', input), async (tx) => {
    const request = await tx.get('amhp-request', input.requestId);
    if (!request) return notFound('AMHP request');
    const { reason } = input;
    const answered = answerOffer(request, nameOf(actor), { answer: 'declined', at: tx.now, reason });
    if (refused(answered)) return answered;
    const changed = changedSince(request, input.seenRevision, 'request');
    if (changed) return changed;
    return settle(
      tx,
      actor,
      answered,
      { kind: 'amhp-declined', requestId: request.id, from: nameOf(actor), reason },
      { offerOn: true },
    );
  });

const assignedToMe = (request: AmhpRequest, actor: Actor): Refusal | undefined =>
  request.assigned?.userId === actor.userId
    ? undefined
    : notYours(
        request.assigned ? `${request.assigned.name} has this request.` : 'Nobody has accepted this request.',
      );

/** Accepted, but can no longer go. Both stay on the record and the original wait goes on. */
export const withdrawAmhp = (store: Store, actor: Actor, input: Withdraw): Promise<AmhpRequest | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('withdraw-amhp', input), async (tx) => {
    const request = await tx.get('amhp-request', input.requestId);
    if (!request) return notFound('AMHP request');
    const amhp = request.assigned;
    const no = holdsDuty(actor, 'amhp-lead') && amhp ? undefined : assignedToMe(request, actor);
    if (no || !amhp) return no ?? notYours('Nobody has accepted this request.');
    if (!canMove(amhpRequestLifecycle, request.state, 'offered')) {
      return refuse('offer-ended', `This request is ${request.state}.`, {
        details: { state: request.state },
      });
    }
    const { reason } = input;
    const offers = request.offers.map((offer) =>
      offer.answer === 'accepted' && offer.to.userId === amhp.userId
        ? { ...offer, answer: 'withdrawn' as const, reason }
        : offer,
    );
    const freed: AmhpRequest = { ...request, offers, assigned: null, state: 'unanswered' };
    return settle(
      tx,
      actor,
      freed,
      { kind: 'amhp-withdrew', requestId: request.id, amhp, reason },
      { offerOn: true },
    );
  });

/** Travelling, then on scene. */
export const amhpProgress = (store: Store, actor: Actor, input: Progress): Promise<AmhpRequest | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('amhp-progress', input), async (tx) => {
    const request = await tx.get('amhp-request', input.requestId);
    if (!request) return notFound('AMHP request');
    const no = assignedToMe(request, actor);
    if (no) return no;
    if (!canMove(amhpRequestLifecycle, request.state, input.state)) {
      return refuse(
        'not-allowed-in-this-state',
        `You are ${request.state}: that cannot become ${input.state}.`,
        {
          details: { state: request.state, allowed: amhpRequestLifecycle[request.state] },
        },
      );
    }
    const kind = input.state === 'travelling' ? ('amhp-travelling' as const) : ('amhp-on-scene' as const);
    const fact: FactDetail = { kind, requestId: request.id, amhp: nameOf(actor) };
    return settle(tx, actor, { ...request, state: input.state }, fact, {
      offerOn: false,
      happenedAt: input.happenedAt,
    });
  });
