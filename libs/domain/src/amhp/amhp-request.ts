import type { Named } from '../duty';
import type { Instant } from '../instant';
import { byText, plusMinutes } from '../instant';
import type { Lifecycle } from '../lifecycle';
import { canMove } from '../lifecycle';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import type { Obstacle } from './why-passed-over';
import { obstacleSays } from './why-passed-over';

/** `unanswered`: everybody on call was asked and nobody is free; it is offered again, and its clock runs on. */
export type AmhpRequestState =
  'offered' | 'unanswered' | 'accepted' | 'travelling' | 'on-scene' | 'done' | 'withdrawn';

/** Why somebody cannot take an offer. Whatever it is, it goes to the next at once, and nobody is blamed for it. */
export type DeclineCode =
  'on-another' | 'too-far' | 'needs-rest' | 'conflict-of-interest' | 'off-duty' | 'unwell' | 'other';

export interface AmhpOffer {
  readonly to: Named;
  readonly offeredAt: Instant;
  readonly answerBy: Instant;
  /** `reassigned`: the duty lead gave it to somebody else. */
  readonly answer: 'accepted' | 'declined' | 'lapsed' | 'withdrawn' | 'reassigned' | null;
  readonly answeredAt: Instant | null;
  /** Once accepted: when they were done with it, or it was somebody else's. Absent while it goes on. */
  readonly endedAt?: Instant | undefined;
  /** Why it was declined; absent on what was declined before reasons were coded. */
  readonly code?: DeclineCode | undefined;
  readonly reason: string | null;
}

/** Somebody on call whose turn it was and who was not asked, and why. */
export interface PassedOver extends Obstacle {
  readonly who: Named;
  readonly at: Instant;
}

/** Why there is nobody at all to ask, where there is not even somebody on call who is kept. */
export interface NobodyToAsk {
  /** `neighbour-owes`: the person is in a place of a neighbouring area, whose AMHP service owes the duty (MHA 1983 s13). */
  readonly why: 'nobody-on-call' | 'neighbour-owes';
  /** The neighbour's. */
  readonly areaName: string | null;
}

/** Whom a request calls to an assessment. Both are found, asked and carried in the same way. */
export type Called = 'amhp' | 'section-12-doctor';

export interface AmhpRequest {
  readonly id: string;
  readonly areaId: string;
  readonly incidentId: string;
  readonly incidentRef: string;
  readonly calls: Called;
  /** The first or the second doctor of an assessment; an AMHP is always the first. */
  readonly nth: 1 | 2;
  readonly state: AmhpRequestState;
  readonly requestedAt: Instant;
  readonly offers: readonly AmhpOffer[];
  readonly assigned: Named | null;
  /** Accepted, but they cannot set out before this instant. */
  readonly notBefore: Instant | null;
  /** Those passed over when it was last asked who is next. */
  readonly passedOver: readonly PassedOver[];
  /** Null while somebody is on call for it. */
  readonly nobody: NobodyToAsk | null;
  /** Where the person was when it was asked: the service for that district owes the duty (MHA 1983 s13). */
  readonly district: string;
  readonly revision: number;
}

export const amhpRequestLifecycle: Lifecycle<AmhpRequestState> = {
  offered: ['offered', 'accepted', 'unanswered', 'withdrawn', 'done'],
  unanswered: ['offered', 'unanswered', 'withdrawn', 'done'],
  accepted: ['travelling', 'on-scene', 'offered', 'unanswered', 'done', 'withdrawn'],
  travelling: ['on-scene', 'offered', 'unanswered', 'done', 'withdrawn'],
  'on-scene': ['done', 'offered', 'unanswered', 'withdrawn'],
  done: [],
  withdrawn: [],
};

/** A request that is still to be answered, or is being carried out. */
export const liveRequestStates = ['offered', 'unanswered', 'accepted', 'travelling', 'on-scene'] as const;

export const requestIsLive = ({ state }: AmhpRequest): boolean =>
  (liveRequestStates as readonly AmhpRequestState[]).includes(state);

/** The live request for an AMHP, of all those of one incident. */
export const liveAmhpRequest = (requests: readonly AmhpRequest[]): AmhpRequest | undefined =>
  requests.find((request) => request.calls === 'amhp' && requestIsLive(request));

/** The offer now waiting for an answer, if any: none once the request is done or withdrawn. */
export const openOffer = (request: AmhpRequest): AmhpOffer | undefined =>
  requestIsLive(request) ? request.offers.find((offer) => offer.answer === null) : undefined;

/** Whoever a live request is now offered to or carried by: not free for another. */
export const engagedBy = (requests: readonly AmhpRequest[]): Set<string> =>
  new Set(
    requests.filter(requestIsLive).flatMap((request) => {
      const offered = openOffer(request)?.to.userId;
      return [request.assigned?.userId, offered].filter((id): id is string => id !== undefined);
    }),
  );

/** Declined for what passes, in time. A conflict of interest lasts; so, for this request, do being off duty and unwell. */
const passing: readonly DeclineCode[] = ['on-another', 'needs-rest', 'too-far'];

/** Whether somebody who so answered can be asked again: at once after a lapse, and as long after a passing reason as an answer may take. */
const canBeAskedAgain = (
  { answer, answeredAt, code }: AmhpOffer,
  { at, answerMinutes }: { readonly at: Instant; readonly answerMinutes: number },
): boolean =>
  answer === 'lapsed' ||
  (answer === 'declined' &&
    code !== undefined &&
    passing.includes(code) &&
    plusMinutes(answeredAt ?? at, answerMinutes) <= at);

/**
 * Who is asked next: the first on call who has not been asked for this request and whom nothing keeps;
 * then, rather than nobody, whoever let an offer lapse or declined for what may have passed since, the
 * longest ago first. Somebody who declined for what lasts, withdrew or was stood down is not asked again.
 * Whoever stands before the one asked and could not be is named, with what keeps them.
 */
export const whomToAsk = (
  request: AmhpRequest,
  onCall: readonly Named[],
  obstacle: (who: Named) => Obstacle | null,
  when: { readonly at: Instant; readonly answerMinutes: number },
): { readonly next: Named | undefined; readonly passedOver: readonly PassedOver[] } => {
  const answers = ({ userId }: Named) => request.offers.filter(({ to }) => to.userId === userId);
  const unasked = onCall.filter((person) => answers(person).length === 0);
  const lastAnswer = (person: Named) => answers(person).at(-1)?.answeredAt ?? '';
  const again = onCall
    .filter((person) => answers(person).length > 0)
    .filter((person) => answers(person).every((offer) => canBeAskedAgain(offer, when)))
    .sort((a, b) => byText(lastAnswer(a), lastAnswer(b)));
  const passedOver: PassedOver[] = [];
  for (const who of [...unasked, ...(request.state === 'unanswered' ? again : [])]) {
    const keeps = obstacle(who);
    if (keeps === null) return { next: who, passedOver };
    passedOver.push({ ...keeps, who, at: when.at });
  }
  return { next: undefined, passedOver };
};

/** The request offered to one more person. One at a time: offering what is on offer or over is a fault. */
export const offerTo = (request: AmhpRequest, to: Named, at: Instant, answerBy: Instant): AmhpRequest => {
  if (openOffer(request) || !canMove(amhpRequestLifecycle, request.state, 'offered')) {
    throw new Error(`AMHP request ${request.id} is ${request.state}: it cannot be offered to ${to.userId}`);
  }
  return {
    ...request,
    state: 'offered',
    assigned: null,
    notBefore: null,
    nobody: null,
    offers: [
      ...request.offers,
      { to, offeredAt: at, answerBy, answer: null, answeredAt: null, reason: null },
    ],
  };
};

/** An acceptance may be for a time to come, at most so many hours ahead. */
const LONGEST_WAIT_HOURS = 12;

export interface OfferAnswer {
  readonly answer: 'accepted' | 'declined' | 'lapsed';
  readonly at: Instant;
  /** Accepted, but only from then. */
  readonly notBefore?: Instant | undefined;
  readonly code?: DeclineCode | undefined;
  readonly reason?: string | undefined;
}

/** What stands in the way of an answer to the open offer: not theirs, or over, naming who has it. */
const cannotAnswer = (request: AmhpRequest, by: Named, { answer, at }: OfferAnswer): Refusal | undefined => {
  const open = openOffer(request);
  if (!open) {
    const who = request.assigned?.name;
    return refuse('offer-ended', who ? `Already taken by ${who}.` : `This request is ${request.state}.`, {
      details: { state: request.state, assigned: request.assigned },
    });
  }
  if (open.to.userId === by.userId) {
    if (answer === 'lapsed' || at < open.answerBy) return undefined;
    // Whether or not its lapse has been written yet: the clock decides, not whoever comes first.
    return refuse('offer-ended', `The time to answer ended at ${open.answerBy}.`, {
      details: { state: request.state, answerBy: open.answerBy },
    });
  }
  return refuse('offer-not-yours', `This is offered to ${open.to.name} until ${open.answerBy}.`, {
    details: { offeredTo: open.to, answerBy: open.answerBy },
  });
};

/**
 * The request with its open offer answered; the wait runs on from the request whatever the answer.
 * Refuses `offer-ended`, also once its time to answer is over, and `offer-not-yours`, naming who has it, `time-impossible` for an acceptance
 * from a time that is past or more than twelve hours away, and `reason-needed` where "other" says nothing.
 */
export const answerOffer = (request: AmhpRequest, by: Named, said: OfferAnswer): AmhpRequest | Refusal => {
  const no = cannotAnswer(request, by, said);
  const open = openOffer(request);
  if (no || !open) return no ?? refuse('offer-ended', `This request is ${request.state}.`);
  const { answer, at, notBefore = null, code, reason = '' } = said;
  if (notBefore !== null && (notBefore <= at || notBefore > plusMinutes(at, LONGEST_WAIT_HOURS * 60))) {
    return refuse('time-impossible', 'Give a time to come, within twelve hours.', {
      details: { field: 'notBefore', notBefore, now: at },
    });
  }
  if (code === 'other' && reason.trim() === '') {
    return refuse('reason-needed', 'Say in a few words why you cannot take it.', {
      details: { field: 'reason' },
    });
  }
  const answered: AmhpOffer = {
    ...open,
    answer,
    answeredAt: at,
    ...(code ? { code } : {}),
    reason: reason === '' ? null : reason,
  };
  const accepted = answer === 'accepted';
  return {
    ...request,
    state: accepted ? 'accepted' : 'unanswered',
    assigned: accepted ? open.to : null,
    notBefore: accepted ? notBefore : null,
    offers: request.offers.map((offer) => (offer === open ? answered : offer)),
  };
};

/** Whoever has it or is asked for it is let go, on the record, and it is nobody's again; the wait runs on. */
const letGo = (
  request: AmhpRequest,
  answer: 'withdrawn' | 'reassigned',
  { reason, at }: { readonly reason: string; readonly at: Instant },
): AmhpRequest => {
  const held = openOffer(request) ?? request.offers.findLast((offer) => offer.answer === 'accepted');
  const over = (offer: AmhpOffer): AmhpOffer => ({
    ...offer,
    answer,
    answeredAt: offer.answeredAt ?? at,
    endedAt: at,
    reason,
  });
  return {
    ...request,
    state: 'unanswered',
    assigned: null,
    notBefore: null,
    offers: request.offers.map((offer) => (offer === held ? over(offer) : offer)),
  };
};

/** Refuses `offer-ended` once it is over. */
export const withdrawFrom = (
  request: AmhpRequest,
  why: { readonly reason: string; readonly at: Instant },
): AmhpRequest | Refusal =>
  canMove(amhpRequestLifecycle, request.state, 'offered')
    ? letGo(request, 'withdrawn', why)
    : refuse('offer-ended', `This request is ${request.state}.`, { details: { state: request.state } });

/** Ended for good: whoever was still asked need not answer, and whoever attended is free from now. */
export const endedRequest = (
  request: AmhpRequest,
  state: 'done' | 'withdrawn',
  at: Instant,
): AmhpRequest => ({
  ...request,
  state,
  offers: request.offers.map((offer) => {
    if (offer.answer === null) return { ...offer, answer: 'withdrawn', answeredAt: at };
    return offer.answer === 'accepted' ? { ...offer, endedAt: at } : offer;
  }),
});

/** Whoever would have to give it up if it went to somebody else: the one who has it, or is asked for it. */
export const displacedBy = (request: AmhpRequest): Named | undefined =>
  request.assigned ?? openOffer(request)?.to;

/**
 * The duty lead takes it from whoever has it and offers it to another, with a reason that stays on the
 * record. Refuses `offer-ended` once it is over, and `not-free` when the other has it already or is kept
 * by something: nobody is asked while resting or where they cannot reach, by anybody.
 */
export const reassign = (
  request: AmhpRequest,
  to: Named,
  more: {
    readonly reason: string;
    readonly at: Instant;
    readonly answerBy: Instant;
    readonly obstacle: Obstacle | null;
  },
): AmhpRequest | Refusal => {
  if (!canMove(amhpRequestLifecycle, request.state, 'offered')) {
    return refuse('offer-ended', `This request is ${request.state}.`, { details: { state: request.state } });
  }
  if (displacedBy(request)?.userId === to.userId) {
    return refuse('not-free', `${to.name} has it already.`, { details: { who: to } });
  }
  if (more.obstacle) {
    return refuse('not-free', `${to.name} cannot be asked now: ${obstacleSays(more.obstacle, more.at)}.`, {
      details: { who: to, ...more.obstacle },
    });
  }
  return offerTo(letGo(request, 'reassigned', more), to, more.at, more.answerBy);
};
