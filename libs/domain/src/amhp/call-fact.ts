import type { Named } from '../duty';
import type { FactDetail } from '../incident/fact';
import type { Fact } from '../incident/fact';
import type { Instant } from '../instant';
import { standing } from '../incident/history';
import type { AmhpRequest, DeclineCode } from './amhp-request';

/** What became of a request, in the order in which it usually comes. */
export type CallStep =
  | 'requested'
  | 'offered'
  | 'declined'
  | 'offer-lapsed'
  | 'offer-taken-back'
  | 'accepted'
  | 'withdrew'
  | 'closed'
  | 'travelling'
  | 'on-scene';

interface CallSaid {
  readonly step: CallStep;
  /** Whom it was about; nobody for a request and for its closing. */
  readonly who?: Named | undefined;
  readonly code?: DeclineCode | undefined;
  readonly reason?: string | undefined;
  readonly notBefore?: Instant | undefined;
  /** Of a request: the one elsewhere that it takes the place of. */
  readonly follows?: string | undefined;
}

const ofAmhp = (request: AmhpRequest, said: CallSaid): FactDetail => {
  const { step, who, code, reason = '', notBefore, follows } = said;
  const requestId = request.id;
  if (step === 'requested') return { kind: 'amhp-requested', requestId, ...(follows ? { follows } : {}) };
  if (step === 'closed') return { kind: 'amhp-closed', requestId, district: request.district, reason };
  if (!who) throw new Error(`"${step}" of AMHP request ${requestId} is about nobody`);
  switch (step) {
    case 'offered':
      return { kind: 'amhp-offered', requestId, to: who };
    case 'declined':
      return { kind: 'amhp-declined', requestId, from: who, code, reason };
    case 'offer-lapsed':
      return { kind: 'amhp-offer-lapsed', requestId, from: who };
    case 'offer-taken-back':
      return { kind: 'amhp-offer-taken-back', requestId, from: who, reason };
    case 'accepted':
      return { kind: 'amhp-accepted', requestId, amhp: who, ...(notBefore ? { notBefore } : {}) };
    case 'withdrew':
      return { kind: 'amhp-withdrew', requestId, amhp: who, reason };
    default:
      return { kind: `amhp-${step}`, requestId, amhp: who };
  }
};

/** What the incident's record says of a step of a request, whoever it calls. */
export const callFact = (request: AmhpRequest, said: CallSaid): FactDetail => {
  if (request.calls === 'amhp') return ofAmhp(request, said);
  const { step, who = null, code, reason = '', notBefore, follows } = said;
  return {
    ...{ kind: 'doctor-call', requestId: request.id, nth: request.nth, step, doctor: who, reason },
    ...(code ? { code } : {}),
    ...(notBefore ? { notBefore } : {}),
    ...(follows ? { follows } : {}),
  } as const;
};

/** One of at most two section 12 doctors, as the record last speaks of them. */
export interface DoctorCall {
  readonly nth: 1 | 2;
  readonly requestId: string;
  /** `offered` after an offer was declined, lapsed or taken back, or an acceptance withdrawn: it goes on to the next. */
  readonly state: 'asked' | 'accepted' | 'travelling' | 'on-scene';
  readonly doctor: Named | null;
  readonly notBefore: Instant | null;
  readonly since: Instant;
}

const carried: readonly CallStep[] = ['accepted', 'travelling', 'on-scene'];

/** The doctors called to an incident, from its facts alone; one whose call was closed is not among them. */
export const doctorCalls = (facts: readonly Fact[]): DoctorCall[] => {
  const calls = new Map<string, DoctorCall>();
  for (const fact of standing(facts)) {
    if (fact.kind !== 'doctor-call') continue;
    const { nth, requestId, step, doctor, happenedAt } = fact;
    if (step === 'closed') {
      calls.delete(requestId);
      continue;
    }
    const before = calls.get(requestId);
    const has = carried.includes(step);
    calls.set(requestId, {
      ...{ nth, requestId, since: happenedAt },
      state: has ? (step as 'accepted') : 'asked',
      doctor: has || step === 'offered' ? doctor : null,
      notBefore: step === 'accepted' ? (fact.notBefore ?? null) : has ? (before?.notBefore ?? null) : null,
    });
  }
  return [...calls.values()].sort((a, b) => a.nth - b.nth);
};
