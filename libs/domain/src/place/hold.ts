import type { Named } from '../duty';
import type { Instant } from '../instant';
import { later, plusMinutes } from '../instant';
import type { Lifecycle } from '../lifecycle';
import { canMove } from '../lifecycle';
import { refuse, refused } from '../refusal';
import type { Refusal } from '../refusal';
import { dayAndTime } from '../wall-time';
import { wrongRationale } from './rationale';

export type HoldState = 'requested' | 'accepted' | 'refused' | 'released' | 'expired' | 'arrived';

/** Why a suite refuses (domain brief section 4). There is deliberately no plain "intoxicated". */
export type RefusalReason =
  | 'full'
  | 'no-staff'
  | 'closed'
  | 'age'
  | 'needs-emergency-department'
  | 'risk-beyond-safe-staffing'
  | 'out-of-area'
  | 'intoxication-clinical';

/** The other area's row of a hold on a lent room: the incident is the borrower's, the room the lender's. */
export interface HoldAcross {
  /** What this area does. */
  readonly side: 'borrows' | 'lends';
  readonly areaId: string;
  readonly areaName: string;
  readonly holdId: string;
  /** This area's row of the lending. */
  readonly lendingId: string;
  /** Of the lender's coordinator, where its rules ask for it. */
  readonly yes: 'not-needed' | 'awaited' | 'given';
}

/** A room promised to one incident until a time. */
export interface Hold {
  readonly id: string;
  readonly areaId: string;
  readonly incidentId: string;
  readonly incidentRef: string;
  readonly placeId: string;
  readonly roomId: string;
  readonly state: HoldState;
  readonly requestedAt: Instant;
  readonly requestedBy: Named;
  /** The promise lapses at this instant unless answered, or (once accepted) unless they have arrived. */
  readonly expiresAt: Instant;
  readonly answeredAt: Instant | null;
  readonly answeredBy: Named | null;
  readonly refusal: { readonly reason: RefusalReason; readonly rationale: string } | null;
  /** The suite takes them, but not before this instant. */
  readonly notBefore: Instant | null;
  /** Why a live hold ended without an arrival, in words for whoever was waiting. */
  readonly endedBecause: string | null;
  /** The hold whose refusal this acceptance reversed. Both stay on the record. */
  readonly reverses: string | null;
  /** Of a hold on a room that one area lends another. */
  readonly across: HoldAcross | null;
  readonly revision: number;
}

/** An acceptance that the suite takes back is a refusal, with its code and its rationale. */
export const holdLifecycle: Lifecycle<HoldState> = {
  requested: ['accepted', 'refused', 'released', 'expired', 'arrived'],
  accepted: ['refused', 'released', 'expired', 'arrived'],
  refused: [],
  released: [],
  expired: [],
  arrived: [],
};

/** A hold in one of these states keeps its room from everybody else. */
export const liveHoldStates: readonly HoldState[] = ['requested', 'accepted'];

/** No room is kept longer by extending it than this after it was asked for, however often it is extended. */
export const LONGEST_HOLD_MINUTES = 12 * 60;

/** Refusals about this person: the suite is not asked again. The others are about its rooms and staff, which change. */
const aboutThePerson: readonly RefusalReason[] = [
  'age',
  'needs-emergency-department',
  'risk-beyond-safe-staffing',
  'out-of-area',
  'intoxication-clinical',
];
export const isAboutThePerson = (reason: RefusalReason): boolean => aboutThePerson.includes(reason);

/** Live as far as the record says. Whether it has lapsed since is for `holdIsLiveAt` to say. */
export const holdIsLive = ({ state }: Pick<Hold, 'state'>): boolean => liveHoldStates.includes(state);

/** A live hold lapses at the instant of its expiry, whether or not the engine has come to write it down. */
export const holdHasLapsed = (hold: Pick<Hold, 'state' | 'expiresAt'>, at: Instant): boolean =>
  holdIsLive(hold) && hold.expiresAt <= at;

/** Whether a hold keeps its room at an instant: the one rule for commands, rankings and screens. */
export const holdIsLiveAt = (hold: Pick<Hold, 'state' | 'expiresAt'>, at: Instant): boolean =>
  holdIsLive(hold) && !holdHasLapsed(hold, at);

const endedWords = ({ expiresAt, endedBecause }: Hold, state: HoldState, by: string | null): string => {
  if (state === 'expired')
    return endedBecause === null
      ? `This hold lapsed at ${expiresAt}.`
      : `This hold has lapsed: ${endedBecause}.`;
  const who = by === null ? '' : ` by ${by}`;
  return `This hold was already ${state}${who}${endedBecause === null ? '' : `: ${endedBecause}`}.`;
};

/** Refuses `hold-ended`: what has become of it, who answered if that is why, and why it ended if that was said. */
const holdEnded = (hold: Hold, at: Instant): Refusal => {
  const state = holdHasLapsed(hold, at) ? 'expired' : hold.state;
  const answered = state === 'accepted' || state === 'refused';
  const by = answered ? (hold.answeredBy?.name ?? null) : null;
  return refuse('hold-ended', endedWords(hold, state, by), {
    details: { state, by, at: answered ? hold.answeredAt : null, endedBecause: hold.endedBecause },
  });
};

/** Refuses `hold-ended` when the move is not in the table or the hold has lapsed by then. */
export const moveHold = (hold: Hold, to: HoldState, at: Instant): Hold | Refusal =>
  canMove(holdLifecycle, hold.state, to) && !holdHasLapsed(hold, at)
    ? { ...hold, state: to }
    : holdEnded(hold, at);

/**
 * A suite's refusal, of a request or of what it had accepted, needs a coded reason and a rationale about
 * this person. Refuses what `wrongRationale` refuses (`blanket-refusal`, `reason-needed`) and `hold-ended`.
 */
export const refuseHold = (
  hold: Hold,
  answer: { reason: RefusalReason; rationale: string; at: Instant; by: Named },
): Hold | Refusal => {
  const wrong = wrongRationale(answer);
  if (wrong) return wrong;
  const moved = moveHold(hold, 'refused', answer.at);
  return refused(moved)
    ? moved
    : {
        ...moved,
        answeredAt: answer.at,
        answeredBy: answer.by,
        refusal: { reason: answer.reason, rationale: answer.rationale.trim() },
      };
};

/**
 * The suite's acceptance, from now or from a time to come; the room is then kept for the agreed time to
 * arrive. Refuses `hold-ended`, and `time-impossible` for a time that is past, half a day away, or not before
 * `limitEndsAt`, the end of the permitted period while it runs: nobody may be kept anywhere from then on.
 */
export const acceptHold = (
  hold: Hold,
  answer: {
    notBefore: Instant | null;
    limitEndsAt: Instant | null;
    keptMinutes: number;
    at: Instant;
    by: Named;
  },
): Hold | Refusal => {
  const { notBefore, limitEndsAt, at, by } = answer;
  const moved = moveHold(hold, 'accepted', at);
  if (refused(moved)) return moved;
  if (notBefore !== null && (notBefore <= at || notBefore > plusMinutes(at, LONGEST_HOLD_MINUTES))) {
    return refuse('time-impossible', 'Give a time to come, within twelve hours.', {
      details: { field: 'notBefore', notBefore, now: at },
    });
  }
  if (notBefore !== null && limitEndsAt !== null && notBefore >= limitEndsAt) {
    return refuse(
      'time-impossible',
      `The 24-hour limit on keeping this person ends at ${dayAndTime(limitEndsAt, at)}: give a time before that.`,
      {
        rule: 'Mental Health Act 1983 s136(2A), s135(3ZA)',
        details: { field: 'notBefore', notBefore, now: at, limitEndsAt },
      },
    );
  }
  const expiresAt = plusMinutes(notBefore ?? at, answer.keptMinutes);
  return { ...moved, notBefore, answeredAt: at, answeredBy: by, expiresAt };
};

/**
 * The hold kept longer. Refuses `hold-ended`, and `time-impossible` past twelve hours from the request, or past the
 * time that it is kept until already where its acceptance, from a time to come, was for longer.
 */
export const extendHold = (hold: Hold, minutes: number, at: Instant): Hold | Refusal => {
  if (!holdIsLiveAt(hold, at)) return holdEnded(hold, at);
  const expiresAt = plusMinutes(hold.expiresAt, minutes);
  const atMost = later(plusMinutes(hold.requestedAt, LONGEST_HOLD_MINUTES), hold.expiresAt);
  return expiresAt <= atMost
    ? { ...hold, expiresAt }
    : refuse('time-impossible', `A room is kept for nobody past ${atMost}: hold it anew.`, {
        details: { field: 'minutes', atMost },
      });
};

/** A hold as it was before the arrival that it says has kept it, for an arrival that never was. */
export const beforeArrival = (hold: Hold): Hold => ({
  ...hold,
  state: hold.answeredAt === null ? 'requested' : 'accepted',
});
