import type { CompetingBasis } from '../incident/fact-codes';
import type { Fact, FactOf } from '../incident/fact';
import { allOf, firstOf, lastOf, rootOf, standing } from '../incident/history';
import { detentionOf, endOfDetention } from '../incident/incident';
import { disputesOf } from '../incident/two-agencies';
import type { Instant } from '../instant';
import { plusMinutes } from '../instant';
import { extensionOf, PERMITTED_PERIOD_MINUTES } from './extension';

/** Why the permitted period starts where it does: MHA 1983 s136(2A)(a), s135(3ZA)(a), or a reading of them. */
export type StartBasis =
  | 'arrived-at-first-place-of-safety'
  | 'decision-to-keep-at-a-place-of-safety'
  | 'entry-under-warrant'
  | 'disputed-arrival'
  | CompetingBasis;

/** One instant from which the 24 hours may run, and the fact that says so. */
export interface Reading {
  readonly startedAt: Instant;
  readonly basis: StartBasis;
  /** The fact as first told: a correction of its time moves the clock, and starts no other. */
  readonly startedBy: string;
  readonly endsAt: Instant;
}

/**
 * The permitted period of detention under s136 or s135(1). A legal limit, not a service standard: it is
 * a type of its own so that nothing can treat its breach as an agreed threshold's.
 */
export interface StatutoryLimit extends Reading {
  readonly kind: 's136-permitted-period';
  readonly extendedByMinutes: number;
  /** When the detention ended; null while it runs. */
  readonly endedAt: Instant | null;
  /** Every reading of the start that has been claimed, earliest first, the one above among them. */
  readonly readings: readonly Reading[];
  /** The fact by which the organisation adopted the reading above; null while the earliest simply governs. */
  readonly adoptedBy: string | null;
}

type Start = Omit<Reading, 'endsAt'>;

const startOf = (facts: readonly Fact[], fact: Fact, basis: StartBasis): Start => ({
  startedAt: fact.happenedAt,
  basis,
  startedBy: rootOf(facts, fact),
});

/** Where the record itself puts the start: domain brief section 1, "when the clock starts". */
const recordedStart = (facts: readonly Fact[], detained: FactOf<'detained'>): Start | undefined => {
  const begin = (fact: Fact | undefined, basis: StartBasis) => fact && startOf(facts, fact, basis);
  switch (detained.power) {
    case 's136-kept':
      return begin(detained, 'decision-to-keep-at-a-place-of-safety');
    case 's135-1-kept':
      return begin(firstOf(facts, 'warrant-entered'), 'entry-under-warrant');
    case 's136-removed':
    case 's135-1-removed':
      return begin(firstOf(facts, 'arrived'), 'arrived-at-first-place-of-safety');
    case 's135-2':
      return undefined;
  }
};

/** The start that was recorded, the other side's time for it, and every other reading that was claimed. */
const startsOf = (facts: readonly Fact[], detained: FactOf<'detained'>): Start[] => {
  if (detained.power === 's135-2') return [];
  const recorded = recordedStart(facts, detained);
  const by = standing(facts).find((fact) => rootOf(facts, fact) === recorded?.startedBy);
  const disputed = by ? disputesOf(facts, by).filter(({ saysAt }) => saysAt !== by.happenedAt) : [];
  const starts = [
    ...(recorded ? [recorded] : []),
    ...disputed.map((fact) => ({ ...startOf(facts, fact, 'disputed-arrival'), startedAt: fact.saysAt })),
    ...allOf(facts, 'start-contested').map((fact) => startOf(facts, fact, fact.basis)),
  ];
  return starts.sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0));
};

/**
 * When the permitted period runs, from the facts. Removed: from arrival at the *first* place of
 * safety; kept: from the decision to keep, or the entry under warrant. A transfer does not restart it
 * (s136(3), s135(3A)), absconding does not stop it. Where the start is contested the earliest reading
 * governs until one is adopted. Undefined until it has started, and under s135(2), which has no limit.
 */
export const statutoryLimit = (facts: readonly Fact[]): StatutoryLimit | undefined => {
  const detained = detentionOf(facts);
  if (!detained) return undefined;
  const readings = startsOf(facts, detained).map((start) => ({
    ...start,
    endsAt: plusMinutes(start.startedAt, PERMITTED_PERIOD_MINUTES + extensionOf(facts, start.startedAt)),
  }));
  const adoption = lastOf(facts, 'reading-adopted');
  const adopted =
    adoption && readings.find(({ startedBy }) => startedBy === rootOf(facts, { id: adoption.startFactId }));
  const governing = adopted ?? readings[0];
  if (!governing) return undefined;
  return {
    kind: 's136-permitted-period',
    ...governing,
    extendedByMinutes: extensionOf(facts, governing.startedAt),
    endedAt: endOfDetention(facts)?.happenedAt ?? null,
    readings,
    adoptedBy: adopted && adoption ? adoption.id : null,
  };
};
