import type { Named } from '../duty';
import type { Instant } from '../instant';
import type { Lifecycle } from '../lifecycle';
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

export const holdIsLive = (hold: Hold): boolean => hold.state === 'requested' || hold.state === 'accepted';

/** Refuses `hold-ended`, naming how it ended and who ended it, when the move is not in the table. */
export const moveHold = (hold: Hold, to: HoldState): Hold | Refusal => {
  if (!holdLifecycle[hold.state].includes(to)) {
    return refuse('hold-ended', `This hold was already ${hold.state}.`, {
      details: { state: hold.state, by: hold.answeredBy?.name ?? null, at: hold.answeredAt },
    });
  }
  return { ...hold, state: to };
};

const MIN_RATIONALE = 10;

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
  if (answer.reason === 'intoxication-clinical' && rationale.length < MIN_RATIONALE) {
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
