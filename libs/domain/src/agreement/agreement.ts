import type { Duty, Named } from '../duty';
import type { Channel } from '../escalation/channel';
import type { Side } from '../incident/fact-codes';
import type { StatutoryKind } from '../law/statutory-clocks';
import type { RefusalReason } from '../place/hold';
import type { AgeBand, FreshnessRule } from '../place/room';
import type { PlaceKind } from '../place/place';
import type { Instant } from '../instant';
import type { ClockEvent } from './clock-event';

/** Whom a step calls, and how. */
export interface StepCalls {
  readonly duties: readonly Duty[];
  /** Only those on call for this agency; absent, whoever is on call for the duty. */
  readonly agencyId?: string | undefined;
  /** By these ways first, and by a person's others where none of these takes it; absent, in the person's own order. */
  readonly channels?: readonly Channel[] | undefined;
  /** Each of those called must say that they have it; absent, one of them is enough. */
  readonly each?: boolean | undefined;
}

/** Who is called, how long after the clock *started*. A step at or past `overAfterMinutes` is a breach. */
export interface LadderStep extends StepCalls {
  readonly afterMinutes: number;
}

/** Who is called, how long before a legal clock *ends*; below 0, after it. */
export interface StatutoryStep extends StepCalls {
  readonly minutesBeforeEnd: number;
}

/** How long a drive takes: great-circle distance by a road factor and mean speed, or the area's own table. */
export interface Travel {
  readonly roadFactor: number;
  readonly kmPerHour: number;
  /** Minutes from a district to a place, by name and id; what it does not name is estimated. */
  readonly minutes?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
}

export type DisputedTimes = 'earliest' | 'latest' | Side;

/** Hours of the week by the clock on the wall in London. */
export interface Hours {
  /** 1 is Monday, 7 is Sunday: the day on which they begin. */
  readonly days: readonly number[];
  /** "HH:MM"; with `to` not after it they run over midnight. */
  readonly from: string;
  readonly to: string;
}

/**
 * A waiting time that the agencies agreed. A service standard, not law: see StatutoryLimit for that.
 * `startsOn` starts a run of the clock; `stopsOn` stops it; `resumesOn` says that the stop did not
 * last (a hold lapsed, an AMHP withdrew), so the clock goes on from its original start.
 */
export interface AgreedThreshold {
  /** Of this rule, in this agreement. */
  readonly id: string;
  /** Which wait it is about. Of several rules for one wait the most specific governs: see `rulesFor`. */
  readonly clock: string;
  readonly label: string;
  readonly startsOn: ClockEvent;
  readonly stopsOn: readonly ClockEvent[];
  readonly resumesOn: readonly ClockEvent[];
  /** Only for arrivals at these kinds of place; empty means all. */
  readonly placeKinds: readonly PlaceKind[];
  /** Only for adults, or only for those who must be treated as under 18. */
  readonly ages: AgeBand;
  /** Only for waits that start in these hours; null means at any hour. */
  readonly hours: Hours | null;
  readonly soonAfterMinutes: number;
  readonly dueAfterMinutes: number;
  readonly overAfterMinutes: number;
  readonly ladder: readonly LadderStep[];
}

/**
 * How long a status is believed, and who is called when it grows old. Of each list of duties the first is
 * called that somebody holds for that place at that moment.
 */
export interface AgreedFreshness extends FreshnessRule {
  /** Who is asked to confirm: those who answer for the place first. */
  readonly confirmDuties: readonly Duty[];
  /** Who is told that a status is unknown. */
  readonly unknownDuties: readonly Duty[];
}

/** A night's work, London wall times "HH:MM", and the rest it earns in hours from the end of the attendance. */
export interface AgreedRest {
  readonly from: string;
  /** At or before `from`, it is on the next morning. */
  readonly to: string;
  readonly hours: number;
}

/** Who on call is not asked to attend. Null is what was not agreed, and then nobody is passed over for it. */
export interface AgreedAttendance {
  /** Nobody is asked who would need longer to get there. */
  readonly travelMinutes: number | null;
  /** Whoever attended at night is left to rest. */
  readonly rest: AgreedRest | null;
}

/** What the agencies agree on: all of it is theirs to set. The lengths of legal limits are not in it. */
export interface AgreementTerms {
  readonly title: string;
  /** Agencies of the area that are bound by it. */
  readonly parties: readonly string[];
  /** When it comes, or came, into force. */
  readonly effectiveFrom: Instant;
  /** A suite answers a request within this; then the hold lapses. */
  readonly holdAnswerMinutes: number;
  /** An accepted room is kept this long for the person to arrive. */
  readonly holdArriveMinutes: number;
  /** An AMHP answers an offer within this; then it goes to the next on call. */
  readonly offerAnswerMinutes: number;
  readonly attendance: AgreedAttendance;
  /** Whoever took an alarm on, and is not heard of for so long, has it no more; null where that was not agreed. */
  readonly ownerQuietMinutes: number | null;
  readonly freshness: AgreedFreshness;
  readonly travel: Travel;
  readonly thresholds: readonly AgreedThreshold[];
  /** A suite that refuses for one of these finds the next place itself; empty where that is nobody's task but the control room's. */
  readonly refuserFindsNext: readonly RefusalReason[];
  /** Whose time counts for agreed clocks while two agencies give different ones. The law takes the earliest. */
  readonly disputedTimes: DisputedTimes;
  /** Who is warned of each legal clock, and when: ladders of their own, that no threshold setting can weaken. */
  readonly statutoryLadders: Readonly<Record<StatutoryKind, readonly StatutoryStep[]>>;
}

/** A draft binds nobody; approved, it takes effect at its date; withdrawn, it never does. */
export type AgreementState = 'draft' | 'approved' | 'withdrawn';

/** One version of a local multi-agency agreement. Incidents keep the version they began under. */
export interface Agreement extends AgreementTerms {
  readonly id: string;
  readonly areaId: string;
  readonly version: number;
  /** True for the illustrative figures that Concord ships: no real area has agreed them. */
  readonly sample: boolean;
  readonly state: AgreementState;
  /** The version it was drafted from. */
  readonly basedOn: string | null;
  /** Whoever has written in it: none of them may approve it. */
  readonly authors: readonly Named[];
  readonly approved: { readonly by: Named; readonly at: Instant } | null;
  readonly withdrawn: { readonly by: Named; readonly at: Instant; readonly reason: string } | null;
  readonly revision: number;
}
