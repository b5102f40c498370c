import type { Fact } from '../incident/fact';
import { allOf, lastOf, rootOf } from '../incident/history';
import type { Incident } from '../incident/incident';
import { detentionOf, isDetained, presentArrival } from '../incident/incident';
import type { Instant } from '../instant';
import { later, plusMinutes } from '../instant';
import type { StatutoryLimit } from './statutory-limit';
import { statutoryLimit } from './statutory-limit';
import { under18Evidence } from './under-18';

/**
 * Everything that the law itself puts a time on. Those that allow no time at all (an adult's conditions
 * at a police station have ceased; somebody turns out to be under 18) are over as soon as they start.
 */
export type StatutoryKind =
  | 's136-permitted-period'
  | 'retake'
  | 'station-check'
  | 'station-review'
  | 'station-conditions-ceased'
  | 'under-18'
  | 'dwelling-consent-withdrawn';

export const statutoryNames: Readonly<
  Record<StatutoryKind, { readonly label: string; readonly rule: string }>
> = {
  's136-permitted-period': { label: '24-hour limit', rule: 'Mental Health Act 1983 s136(2A), s135(3ZA)' },
  retake: { label: 'Retake deadline', rule: 'Mental Health Act 1983 s138(3)' },
  'station-check': { label: '30-minute check', rule: 'SI 2017/1036 reg 4' },
  'station-review': { label: 'Custody review', rule: 'SI 2017/1036 regs 5 to 7' },
  'station-conditions-ceased': { label: 'Move from the police station', rule: 'SI 2017/1036 regs 5 to 7' },
  'under-18': { label: 'Under 18', rule: 'Mental Health Act 1983 s136A(1)' },
  'dwelling-consent-withdrawn': { label: 'Consent withdrawn', rule: 'Mental Health Act 1983 s135(7)' },
};

/** One run of one legal clock. */
export interface StatutoryClock {
  readonly kind: StatutoryKind;
  readonly startedAt: Instant;
  /** The fact, as first told, that started it. */
  readonly startedBy: string;
  readonly endsAt: Instant;
  /** When it stopped; null while it runs. */
  readonly endedAt: Instant | null;
}

/** MHA 1983 s138(3): 24 hours from the escape. */
const RETAKE_MINUTES = 24 * 60;
/** SI 2017/1036 reg 4(1)(a): a healthcare professional's check at least every 30 minutes. */
export const CHECK_MINUTES = 30;
/** SI 2017/1036 regs 5 to 7: reviewed at least hourly, or at most three-hourly while asleep with no risk flagged. */
export const REVIEW_MINUTES = 60;
export const ASLEEP_REVIEW_MINUTES = 180;

/** The longest that each clock can run, in minutes: the permitted period is 24 hours and at most 12 more (MHA 1983 s136B). */
export const longestClock: Readonly<Record<StatutoryKind, number>> = {
  's136-permitted-period': 36 * 60,
  retake: RETAKE_MINUTES,
  'station-check': CHECK_MINUTES,
  'station-review': ASLEEP_REVIEW_MINUTES,
  'station-conditions-ceased': 0,
  'under-18': 0,
  'dwelling-consent-withdrawn': 0,
};

const clock = (
  kind: StatutoryKind,
  facts: readonly Fact[],
  start: Fact,
  minutes: number,
  startedAt = start.happenedAt,
): StatutoryClock => ({
  kind,
  startedAt,
  startedBy: rootOf(facts, start),
  endsAt: plusMinutes(startedAt, minutes),
  endedAt: null,
});

/**
 * Until when somebody who escaped may be retaken: 24 hours from the escape, and never past the permitted
 * period if it has begun (MHA 1983 s138(3)).
 */
export const retakeEnds = (
  { happenedAt }: { readonly happenedAt: Instant },
  limit: StatutoryLimit | undefined,
): Instant => {
  const day = plusMinutes(happenedAt, RETAKE_MINUTES);
  return limit && limit.endsAt < day ? limit.endsAt : day;
};

/** The deadline for retaking somebody who is absent now. */
export const retakeClock = (facts: readonly Fact[]): StatutoryClock | undefined => {
  const escape = lastOf(facts, 'absconded', 'retaken', 'outcome');
  return escape?.kind === 'absconded'
    ? { ...clock('retake', facts, escape, RETAKE_MINUTES), endsAt: retakeEnds(escape, statutoryLimit(facts)) }
    : undefined;
};

/** At a police station, counted from the arrival there, or from the decision if they were kept where they were. */
const stationClocks = (facts: readonly Fact[], detainedAt: Instant): StatutoryClock[] => {
  const arrival = presentArrival(facts);
  if (arrival?.placeKind !== 'police-station') return [];
  const from = later(arrival.happenedAt, detainedAt);
  const sinceThen = ({ happenedAt }: Fact) => happenedAt >= from;
  const check = allOf(facts, 'station-check').findLast(sinceThen);
  const review = allOf(facts, 'station-review').findLast(sinceThen);
  const since = (seen: Fact | undefined) => seen?.happenedAt ?? from;
  return [
    clock('station-check', facts, check ?? arrival, CHECK_MINUTES, since(check)),
    ...(arrival.unlawfulBecause ? [clock('station-conditions-ceased', facts, arrival, 0, from)] : []),
    review && !review.conditionsStillMet
      ? clock('station-conditions-ceased', facts, review, 0)
      : clock(
          'station-review',
          facts,
          review ?? arrival,
          review?.nextWithinMinutes ?? REVIEW_MINUTES,
          since(review),
        ),
  ];
};

const dwellingClocks = (facts: readonly Fact[]): StatutoryClock[] => {
  const arrival = presentArrival(facts);
  const withdrawn = lastOf(facts, 'consent-withdrawn');
  return arrival?.placeKind === 'dwelling' && withdrawn && withdrawn.happenedAt >= arrival.happenedAt
    ? [clock('dwelling-consent-withdrawn', facts, withdrawn, 0)]
    : [];
};

/** From when it was found out, or from the detention if that came later. */
const under18Clocks = (facts: readonly Fact[], detainedAt: Instant): StatutoryClock[] => {
  const evidence = under18Evidence(facts, detainedAt);
  return evidence ? [clock('under-18', facts, evidence, 0, later(evidence.happenedAt, detainedAt))] : [];
};

/** Every legal clock that runs for an incident now, the permitted period first. */
export const statutoryClocks = ({ facts }: Pick<Incident, 'facts'>): StatutoryClock[] => {
  const limit = statutoryLimit(facts);
  const detainedAt = detentionOf(facts)?.happenedAt;
  if (detainedAt === undefined || !isDetained(facts)) return limit ? [limit] : [];
  const retake = retakeClock(facts);
  return [
    ...(limit ? [limit] : []),
    ...(retake ? [retake] : []),
    ...stationClocks(facts, detainedAt),
    ...dwellingClocks(facts),
    ...under18Clocks(facts, detainedAt),
  ];
};
