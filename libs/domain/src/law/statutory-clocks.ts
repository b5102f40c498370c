import type { Fact } from '../incident/fact';
import { allOf, firstOf, lastOf, rootOf, standing } from '../incident/history';
import type { Incident } from '../incident/incident';
import { describedBy, isDetained, presentArrival } from '../incident/incident';
import { mustTreatAsUnder18, unknownPerson } from '../incident/person';
import type { Instant } from '../instant';
import { plusMinutes } from '../instant';
import { statutoryLimit } from './statutory-limit';

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
  'station-review': { label: 'Custody review', rule: 'SI 2017/1036 reg 5' },
  'station-conditions-ceased': { label: 'Move from the police station', rule: 'SI 2017/1036 reg 6' },
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
/** SI 2017/1036 reg 4: a healthcare professional's check at least every 30 minutes. */
export const CHECK_MINUTES = 30;
/** SI 2017/1036 reg 5: reviewed at least hourly, or at most three-hourly while asleep with no risk flagged. */
export const REVIEW_MINUTES = 60;
export const ASLEEP_REVIEW_MINUTES = 180;

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

/** Until when somebody who has absconded may be retaken: 24 hours from the escape, and never past the permitted period. */
export const retakeClock = (facts: readonly Fact[]): StatutoryClock | undefined => {
  const escape = lastOf(facts, 'absconded', 'retaken', 'outcome');
  if (escape?.kind !== 'absconded') return undefined;
  const run = clock('retake', facts, escape, RETAKE_MINUTES);
  const limit = statutoryLimit(facts);
  return limit && limit.endsAt < run.endsAt ? { ...run, endsAt: limit.endsAt } : run;
};

const stationClocks = (facts: readonly Fact[]): StatutoryClock[] => {
  const arrival = presentArrival(facts);
  if (arrival?.placeKind !== 'police-station') return [];
  const sinceArrival = ({ happenedAt }: Fact) => happenedAt >= arrival.happenedAt;
  const check = allOf(facts, 'station-check').findLast(sinceArrival);
  const review = allOf(facts, 'station-review').findLast(sinceArrival);
  return [
    clock('station-check', facts, check ?? arrival, CHECK_MINUTES),
    ...(arrival.unlawfulBecause ? [clock('station-conditions-ceased', facts, arrival, 0)] : []),
    review && !review.conditionsStillMet
      ? clock('station-conditions-ceased', facts, review, 0)
      : clock('station-review', facts, review ?? arrival, review?.nextWithinMinutes ?? REVIEW_MINUTES),
  ];
};

const dwellingClocks = (facts: readonly Fact[]): StatutoryClock[] => {
  const arrival = presentArrival(facts);
  const withdrawn = lastOf(facts, 'consent-withdrawn');
  return arrival?.placeKind === 'dwelling' && withdrawn && withdrawn.happenedAt >= arrival.happenedAt
    ? [clock('dwelling-consent-withdrawn', facts, withdrawn, 0)]
    : [];
};

/** The word that made of an adult, already detained, somebody who must be treated as under 18; from when it was told. */
const under18Clocks = (facts: readonly Fact[]): StatutoryClock[] => {
  const detained = firstOf(facts, 'detained');
  if (!detained) return [];
  const stand = new Set(standing(facts));
  const told = facts.filter((fact) => stand.has(fact) && fact.kind === 'person-described');
  let turned: Fact | undefined;
  let under = true;
  told.forEach((fact, index) => {
    const now = mustTreatAsUnder18(describedBy(told.slice(0, index + 1), { ...unknownPerson, risks: [] }));
    if (!now) turned = undefined;
    else if (!under && fact.recordedAt >= detained.recordedAt) turned = fact;
    under = now;
  });
  return turned ? [clock('under-18', facts, turned, 0, turned.recordedAt)] : [];
};

/** Every legal clock that runs for an incident now, the permitted period first. */
export const statutoryClocks = ({ facts }: Pick<Incident, 'facts'>): StatutoryClock[] => {
  const limit = statutoryLimit(facts);
  if (!isDetained(facts)) return limit ? [limit] : [];
  const retake = retakeClock(facts);
  return [
    ...(limit ? [limit] : []),
    ...(retake ? [retake] : []),
    ...stationClocks(facts),
    ...dwellingClocks(facts),
    ...under18Clocks(facts),
  ];
};
