import type { Actor, AmhpRequest, Incident, Instant, Refusal } from '@concord/domain';
import {
  amhpRequestLifecycle,
  callFact,
  canMove,
  holdsDuty,
  later,
  minutesBetween,
  refuse,
  refused,
  withdrawFrom,
} from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound, notYours } from '../command';
import type { Store } from '../ports';
import { noteAttendance } from './note-attendance';
import { incidentOf, settle } from './settle';
import { tellDisplaced } from './tell-called';

type Withdraw = Given<CommandOf<'withdrawAmhp'> & { requestId: string }>;
type Progress = Given<CommandOf<'amhpProgress'> & { requestId: string }>;

const assignedToMe = (request: AmhpRequest, actor: Actor): Refusal | undefined =>
  request.assigned?.userId === actor.userId
    ? undefined
    : notYours(
        request.assigned ? `${request.assigned.name} has this request.` : 'Nobody has accepted this request.',
      );

/**
 * Accepted, but can no longer go. Both stay on the record and the original wait goes on. Refuses
 * `changed-since-seen`: what a duty lead hands on is not taken from whoever has it since.
 */
export const withdrawAmhp = (store: Store, actor: Actor, input: Withdraw): Promise<AmhpRequest | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('withdraw-amhp', input), async (tx) => {
    const request = await tx.get('amhp-request', input.requestId);
    if (!request) return notFound('AMHP request');
    const amhp = request.assigned;
    const no = holdsDuty(actor, 'amhp-lead') && amhp ? undefined : assignedToMe(request, actor);
    if (no || !amhp) return no ?? notYours('Nobody has accepted this request.');
    const { reason } = input;
    const freed = withdrawFrom(request, { reason, at: tx.now });
    if (refused(freed)) return freed;
    const changed = changedSince(request, input.seenRevision, 'request', `${amhp.name} has it now.`);
    if (changed) return changed;
    await noteAttendance(tx, request);
    await tellDisplaced(tx, request, nameOf(actor), 'no longer yours, the duty lead has taken it from you');
    return settle(tx, actor, freed, callFact(request, { step: 'withdrew', who: amhp, reason }), {
      offerOn: true,
    });
  });

/** The last that is on record of a request: nobody has set out, or got there, before it. */
const lastStepOf = ({ facts }: Incident, { id, requestedAt }: AmhpRequest): Instant =>
  facts.reduce(
    (last, fact) => ('requestId' in fact && fact.requestId === id ? later(last, fact.happenedAt) : last),
    requestedAt,
  );

/** The time that they gave, which a person says to the minute. */
const whenTold = (happenedAt: Instant | undefined, last: Instant): Instant | undefined | Refusal => {
  if (happenedAt === undefined || happenedAt >= last) return happenedAt;
  if (minutesBetween(happenedAt, last) < 1) return last;
  return refuse('time-impossible', `That is before the request was as it is, at ${last}.`, {
    details: { field: 'happenedAt', happenedAt, notBefore: last },
  });
};

/** Travelling, then on scene. Refuses `time-impossible` for a time before they accepted it, or set out. */
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
    const happenedAt = whenTold(input.happenedAt, lastStepOf(await incidentOf(tx, request), request));
    if (refused(happenedAt)) return happenedAt;
    const fact = callFact(request, { step: input.state, who: nameOf(actor) });
    return settle(tx, actor, { ...request, state: input.state }, fact, {
      offerOn: false,
      happenedAt,
    });
  });
