import type { Instant } from '../instant';
import type { Fact, FactKind, FactOf } from './fact';
import { allowedFrom, leadsSomewhere, stateAfter } from './incident-moves';
import type { IncidentState } from './incident-moves';

const known = new WeakMap<readonly Fact[], readonly Fact[]>();

/**
 * What is so, as far as anybody has said: corrected facts give way to their corrections, those of a
 * record merged and taken out again are gone, and the rest stand in the order in which they happened.
 * Facts of one instant keep the order in which they were told, except that a step waits for the one it
 * must follow; so any order of telling gives the same history.
 */
export const standing = (facts: readonly Fact[]): readonly Fact[] => {
  const before = known.get(facts);
  if (before) return before;
  const replaced = new Set(facts.map((fact) => fact.corrects?.factId));
  const separate = parted(facts);
  const left = facts.filter(
    (fact) =>
      !replaced.has(fact.id) &&
      fact.kind !== 'recorded-in-error' &&
      !(fact.mergedFrom && separate.has(fact.mergedFrom.incidentId)) &&
      !(fact.kind === 'merged-into' && separate.has(fact.incidentId)),
  );
  const ordered = inOrder(left);
  known.set(facts, ordered);
  known.set(ordered, ordered);
  return ordered;
};

/** Records that were merged with this one and have been parted from it since. */
const parted = (facts: readonly Fact[]): ReadonlySet<string> => {
  const out = new Set<string>();
  for (const fact of facts) {
    if (fact.kind === 'unmerged') out.add(fact.incidentId);
    if (fact.kind === 'merged-in' || fact.kind === 'merged-into') out.delete(fact.incidentId);
  }
  return out;
};

const inOrder = (facts: readonly Fact[]): Fact[] => {
  const placed = placedBy(facts);
  const sorted = [...facts].sort((a, b) => (placed(a) < placed(b) ? -1 : placed(a) > placed(b) ? 1 : 0));
  const instantOf = (index: number) => {
    const fact = sorted[index];
    return fact && placed(fact);
  };
  let state: IncidentState = 'advice';
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (instantOf(to) === instantOf(from)) to += 1;
    state = arrange(sorted, from, to, state);
    from = to;
  }
  return sorted;
};

/** By when it happened; but somebody kept where they were had arrived before the decision to keep them. */
const placedBy = (facts: readonly Fact[]): ((fact: Fact) => Instant) => {
  const kept = facts.find(
    (fact) => fact.kind === 'detained' && (fact.power === 's136-kept' || fact.power === 's135-1-kept'),
  );
  return ({ kind, happenedAt }) =>
    kept && kind === 'arrived' && happenedAt < kept.happenedAt ? kept.happenedAt : happenedAt;
};

/** Puts the steps of one instant, `from` to `to`, in the order in which each can follow the last. */
const arrange = (facts: Fact[], from: number, to: number, start: IncidentState): IncidentState => {
  let state = start;
  const slots: number[] = [];
  for (let i = from; i < to; i += 1) if (leadsSomewhere((facts[i] as Fact).kind)) slots.push(i);
  const waiting = slots.map((slot) => facts[slot] as Fact).sort((a, b) => rank(a.kind) - rank(b.kind));
  for (const slot of slots) {
    const fits = waiting.findIndex((fact) => allowedFrom(fact.kind).includes(state));
    const [next] = waiting.splice(Math.max(0, fits), 1) as [Fact];
    facts[slot] = next;
    if (fits >= 0) state = stateAfter(state, next.kind);
  }
  return state;
};

const usualOrder: readonly FactKind[] = [
  'opened',
  'diverted',
  'detained',
  'conveyance-started',
  'arrived',
  'handed-over',
  'assessment-started',
  'absconded',
  'retaken',
  'outcome',
  'closed',
];
const rank = (kind: FactKind): number => usualOrder.indexOf(kind);

/** The state after the facts that stand. A step that could not follow the last (a merged record repeats it) is passed over. */
export const stateOf = (facts: readonly Fact[]): IncidentState =>
  standing(facts).reduce<IncidentState>(
    (state, fact) => (allowedFrom(fact.kind).includes(state) ? stateAfter(state, fact.kind) : state),
    'advice',
  );

/** The last standing fact of these kinds, by when it happened. */
export const lastOf = <Kind extends FactKind>(
  facts: readonly Fact[],
  ...kinds: Kind[]
): FactOf<Kind> | undefined =>
  standing(facts).findLast((fact): fact is FactOf<Kind> => (kinds as FactKind[]).includes(fact.kind));

/** The first standing fact of these kinds, by when it happened. */
export const firstOf = <Kind extends FactKind>(
  facts: readonly Fact[],
  ...kinds: Kind[]
): FactOf<Kind> | undefined =>
  standing(facts).find((fact): fact is FactOf<Kind> => (kinds as FactKind[]).includes(fact.kind));

/** Every standing fact of one kind, in order. */
export const allOf = <Kind extends FactKind>(facts: readonly Fact[], kind: Kind): FactOf<Kind>[] =>
  standing(facts).filter((fact): fact is FactOf<Kind> => fact.kind === kind);

/** The fact as it was first told, through all its corrections: what a clock that it started is known by. */
export const rootOf = (facts: readonly Fact[], fact: Fact): string => {
  let root = fact;
  for (let old: Fact | undefined = root; old;) {
    root = old;
    old = facts.find(({ id }) => id === root.corrects?.factId);
  }
  return root.id;
};
