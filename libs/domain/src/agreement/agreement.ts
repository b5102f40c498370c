import type { Duty } from '../duty';
import type { FactKind } from '../incident/fact';
import type { Side } from '../incident/fact-codes';
import type { StatutoryKind } from '../law/statutory-clocks';
import type { FreshnessRule } from '../place/room';
import type { PlaceKind } from '../place/place';
import type { Instant } from '../instant';

/** Who is called, how long after the clock *started*. A step at or past `overAfterMinutes` is a breach. */
export interface LadderStep {
  readonly afterMinutes: number;
  readonly duties: readonly Duty[];
}

/** Who is called, how long before a legal clock *ends*; below 0, after it. */
export interface StatutoryStep {
  readonly minutesBeforeEnd: number;
  readonly duties: readonly Duty[];
}

/** How long a drive takes: great-circle distance by a road factor and mean speed, or the area's own table. */
export interface Travel {
  readonly roadFactor: number;
  readonly kmPerHour: number;
  /** Minutes from a district to a place, by name and id; what it does not name is estimated. */
  readonly minutes?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
}

export type DisputedTimes = 'earliest' | 'latest' | Side;

/**
 * A waiting time that the agencies agreed. A service standard, not law: see StatutoryLimit for that.
 * `startsOn` starts a run of the clock; `stopsOn` stops it; `resumesOn` says that the stop did not
 * last (a hold lapsed, an AMHP withdrew), so the clock goes on from its original start.
 */
export interface AgreedThreshold {
  readonly id: string;
  readonly label: string;
  readonly startsOn: FactKind;
  readonly stopsOn: readonly FactKind[];
  readonly resumesOn: readonly FactKind[];
  /** Only for arrivals at these kinds of place; empty means all. */
  readonly placeKinds: readonly PlaceKind[];
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

/** A local multi-agency agreement. Incidents keep the version they began under. */
export interface Agreement {
  readonly id: string;
  readonly areaId: string;
  readonly version: number;
  readonly title: string;
  /** True for the illustrative figures that Concord ships: no real area has agreed them. */
  readonly sample: boolean;
  readonly effectiveFrom: Instant;
  /** A suite answers a request within this; then the hold lapses. */
  readonly holdAnswerMinutes: number;
  /** An accepted room is kept this long for the person to arrive. */
  readonly holdArriveMinutes: number;
  /** An AMHP answers an offer within this; then it goes to the next on call. */
  readonly offerAnswerMinutes: number;
  readonly freshness: AgreedFreshness;
  readonly travel: Travel;
  readonly thresholds: readonly AgreedThreshold[];
  /** Whose time counts for agreed clocks while two agencies give different ones. The law takes the earliest. */
  readonly disputedTimes: DisputedTimes;
  /** Who is warned of each legal clock, and when: ladders of their own, that no threshold setting can weaken. */
  readonly statutoryLadders: Readonly<Record<StatutoryKind, readonly StatutoryStep[]>>;
  readonly revision: number;
}
