import type { Named } from '../duty';
import type { Instant } from '../instant';
import type { Lifecycle } from '../lifecycle';
import { canMove } from '../lifecycle';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';

/** `unanswered`: everybody on call was asked and nobody is free; it is offered again, and its clock runs on. */
export type AmhpRequestState =
  'offered' | 'unanswered' | 'accepted' | 'travelling' | 'on-scene' | 'done' | 'withdrawn';

export interface AmhpOffer {
  readonly to: Named;
  readonly offeredAt: Instant;
  readonly answerBy: Instant;
  readonly answer: 'accepted' | 'declined' | 'lapsed' | 'withdrawn' | null;
  readonly answeredAt: Instant | null;
  readonly reason: string | null;
}

export interface AmhpRequest {
  readonly id: string;
  readonly areaId: string;
  readonly incidentId: string;
  readonly incidentRef: string;
  readonly state: AmhpRequestState;
  readonly requestedAt: Instant;
  readonly offers: readonly AmhpOffer[];
  readonly assigned: Named | null;
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

/**
 * Who is asked next: the first on call who is free and has not been asked for this request; then,
 * rather than nobody, whoever let an offer lapse. Somebody who declined or withdrew is not asked again.
 */
export const nextToAsk = (
  request: AmhpRequest,
  onCall: readonly Named[],
  engaged: ReadonlySet<string>,
): Named | undefined => {
  const free = onCall.filter((person) => !engaged.has(person.userId));
  const answers = (person: Named) => request.offers.filter((offer) => offer.to.userId === person.userId);
  return (
    free.find((person) => answers(person).length === 0) ??
    (request.state === 'unanswered'
      ? free.find((person) => answers(person).every((offer) => offer.answer === 'lapsed'))
      : undefined)
  );
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
    offers: [
      ...request.offers,
      { to, offeredAt: at, answerBy, answer: null, answeredAt: null, reason: null },
    ],
  };
};

/** The request with its open offer answered. Refuses `offer-ended` and `offer-not-yours`, naming who has it. */
export const answerOffer = (
  request: AmhpRequest,
  by: Named,
  answer: { answer: 'accepted' | 'declined' | 'lapsed' | 'withdrawn'; at: Instant; reason?: string },
): AmhpRequest | Refusal => {
  const open = openOffer(request);
  if (!open) {
    const who = request.assigned?.name;
    return refuse('offer-ended', who ? `Already taken by ${who}.` : `This request is ${request.state}.`, {
      details: { state: request.state, assigned: request.assigned },
    });
  }
  if (open.to.userId !== by.userId) {
    return refuse('offer-not-yours', `This is offered to ${open.to.name} until ${open.answerBy}.`, {
      details: { offeredTo: open.to, answerBy: open.answerBy },
    });
  }
  const answered: AmhpOffer = {
    ...open,
    answer: answer.answer,
    answeredAt: answer.at,
    reason: answer.reason ?? null,
  };
  return {
    ...request,
    state: answer.answer === 'accepted' ? 'accepted' : 'unanswered',
    assigned: answer.answer === 'accepted' ? open.to : null,
    offers: request.offers.map((offer) => (offer === open ? answered : offer)),
  };
};
