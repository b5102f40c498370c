import type { Named } from '../duty';
import type { Instant } from '../instant';
import { plusMinutes } from '../instant';
import type { Lifecycle } from '../lifecycle';
import { canMove } from '../lifecycle';
import { refuse, refused } from '../refusal';
import type { Refusal } from '../refusal';

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

export const holdLifecycle: Lifecycle<HoldState> = {
  requested: ['accepted', 'refused', 'released', 'expired', 'arrived'],
  accepted: ['released', 'expired', 'arrived'],
  refused: [],
  released: [],
  expired: [],
  arrived: [],
};

/** A room is kept for nobody longer than this after it was asked for, however often it is extended. */
const LONGEST_HOLD_MINUTES = 12 * 60;

/** Refusals about this person: the suite is not asked again. The others are about its rooms and staff, which change. */
const aboutThePerson: readonly RefusalReason[] = [
  'age',
  'needs-emergency-department',
  'risk-beyond-safe-staffing',
  'out-of-area',
  'intoxication-clinical',
];
export const isAboutThePerson = (reason: RefusalReason): boolean => aboutThePerson.includes(reason);

export const holdIsLive = (hold: Hold): boolean => hold.state === 'requested' || hold.state === 'accepted';

/** Refuses `hold-ended` when the move is not in the table, naming whoever answered if that is why. */
export const moveHold = (hold: Hold, to: HoldState): Hold | Refusal => {
  if (!canMove(holdLifecycle, hold.state, to)) {
    const answered = hold.state === 'accepted' || hold.state === 'refused';
    const by = answered ? (hold.answeredBy?.name ?? null) : null;
    return refuse('hold-ended', `This hold was already ${hold.state}${by === null ? '' : ` by ${by}`}.`, {
      details: { state: hold.state, by, at: answered ? hold.answeredAt : null },
    });
  }
  return { ...hold, state: to };
};

const MIN_RATIONALE = 10;

/** What a rationale says once the words for being intoxicated are taken out of it: the need of this person. */
const beyondIntoxication = (rationale: string): string =>
  rationale
    .replace(/\b(intoxicat\w*|inebriat\w*|drunk\w*|drink\w*|drugs?|alcohol\w*|influence|incapable)\b/gi, '')
    .replace(/\b(the|this|person|patient|he|she|they|is|are|was|too|very|under|of|on|and|or|with|by)\b/gi, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * A suite's refusal needs a coded reason and a rationale about this person: a blanket exclusion
 * for intoxication is not a reason (Concordat; Lamb letter 2015). Refuses `blanket-refusal`,
 * `reason-needed` and `hold-ended`.
 */
export const refuseHold = (
  hold: Hold,
  answer: { reason: RefusalReason; rationale: string; at: Instant; by: Named },
): Hold | Refusal => {
  const rationale = answer.rationale.trim();
  if (answer.reason === 'intoxication-clinical' && beyondIntoxication(rationale).length < MIN_RATIONALE) {
    return refuse(
      'blanket-refusal',
      'Intoxication alone is not a reason to refuse. Say what clinical need this person has that the suite cannot meet.',
      {
        rule: 'Crisis Care Concordat: no blanket exclusion for intoxication',
        details: { field: 'rationale' },
      },
    );
  }
  if (rationale.length === 0) {
    return refuse('reason-needed', 'Say why this person cannot be taken.', {
      details: { field: 'rationale' },
    });
  }
  const moved = moveHold(hold, 'refused');
  return refused(moved)
    ? moved
    : {
        ...moved,
        answeredAt: answer.at,
        answeredBy: answer.by,
        refusal: { reason: answer.reason, rationale },
      };
};

/**
 * The suite's acceptance, from now or from a time to come; the room is then kept for the agreed time to
 * arrive. Refuses `hold-ended`, and `time-impossible` for a time that is past or half a day away.
 */
export const acceptHold = (
  hold: Hold,
  answer: { notBefore: Instant | null; keptMinutes: number; at: Instant; by: Named },
): Hold | Refusal => {
  const moved = moveHold(hold, 'accepted');
  if (refused(moved)) return moved;
  const { notBefore, at, by } = answer;
  if (notBefore !== null && (notBefore <= at || notBefore > plusMinutes(at, LONGEST_HOLD_MINUTES))) {
    return refuse('time-impossible', 'Give a time to come, within twelve hours.', {
      details: { field: 'notBefore', notBefore, now: at },
    });
  }
  const expiresAt = plusMinutes(notBefore ?? at, answer.keptMinutes);
  return { ...moved, notBefore, answeredAt: at, answeredBy: by, expiresAt };
};

/** The hold kept longer. Refuses `hold-ended`, and `time-impossible` past twelve hours from the request. */
export const extendHold = (hold: Hold, minutes: number): Hold | Refusal => {
  if (!holdIsLive(hold)) {
    return refuse('hold-ended', `This hold was already ${hold.state}.`, { details: { state: hold.state } });
  }
  const expiresAt = plusMinutes(hold.expiresAt, minutes);
  const atMost = plusMinutes(hold.requestedAt, LONGEST_HOLD_MINUTES);
  return expiresAt <= atMost
    ? { ...hold, expiresAt }
    : refuse('time-impossible', `A room is kept for nobody past ${atMost}: hold it anew.`, {
        details: { field: 'minutes', atMost },
      });
};
