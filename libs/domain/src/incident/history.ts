import type { Fact, FactKind, FactOf } from './fact';
import { allowedFrom, leadsSomewhere, stateAfter } from './incident-moves';
import type { IncidentState } from './incident-moves';
import { inOrder } from './time-order';

/** What follows from a list of facts. Lists are never changed, so it is worked out once for each. */
interface History {
  readonly roots: ReadonlyMap<string, string>;
  readonly standing: readonly Fact[];
  readonly state: IncidentState;
}

const known = new WeakMap<readonly Fact[], History>();

const historyOf = (facts: readonly Fact[]): History => {
  const before = known.get(facts);
  if (before) return before;
  const roots = rootsOf(facts);
  const left = facts.filter(stands(facts, roots));
  const ordered = withoutRepeats(inOrder(left, toldBefore(facts, roots), toldLive(facts, roots)));
  const history = { roots, standing: ordered, state: ordered.reduce(walk, 'advice') };
  known.set(facts, history);
  known.set(ordered, history);
  return history;
};

const walk = (state: IncidentState, { kind }: Fact): IncidentState =>
  allowedFrom(kind).includes(state) ? stateAfter(state, kind) : state;

/** The fact that each was first told as, through all its corrections. */
const rootsOf = (facts: readonly Fact[]): ReadonlyMap<string, string> => {
  const roots = new Map<string, string>();
  for (const { id, corrects } of facts) roots.set(id, (corrects && roots.get(corrects.factId)) ?? id);
  return roots;
};

const stands = (facts: readonly Fact[], roots: ReadonlyMap<string, string>): ((fact: Fact) => boolean) => {
  const replaced = new Set(facts.map((fact) => fact.corrects?.factId));
  const gone = parted(facts);
  return (fact) =>
    !replaced.has(fact.id) && fact.kind !== 'recorded-in-error' && !gone.has(roots.get(fact.id) ?? fact.id);
};

/** Facts that came with a record which has been parted from this one since; their corrections go with them. */
const parted = (facts: readonly Fact[]): ReadonlySet<string> => {
  const gone = new Set<string>();
  facts.forEach((unmerged, index) => {
    if (unmerged.kind !== 'unmerged') return;
    for (const fact of facts.slice(0, index)) {
      const other = fact.kind === 'merged-into' ? fact.incidentId : fact.mergedFrom?.incidentId;
      if (other === unmerged.incidentId) gone.add(fact.id);
    }
  });
  return gone;
};

/** Which was told first; a correction takes the place of what it corrects. */
const toldBefore = (
  facts: readonly Fact[],
  roots: ReadonlyMap<string, string>,
): ((a: Fact, b: Fact) => number) => {
  const told = new Map(facts.map(({ id, recordedAt }, index) => [id, { recordedAt, index }]));
  const first = ({ id }: Fact) => told.get(roots.get(id) ?? id) ?? { recordedAt: '', index: 0 };
  return (a, b) => {
    const [x, y] = [first(a), first(b)];
    return x.recordedAt < y.recordedAt ? -1 : x.recordedAt > y.recordedAt ? 1 : x.index - y.index;
  };
};

/** Told in the instant it happened, and not moved from it since. */
const toldLive = (facts: readonly Fact[], roots: ReadonlyMap<string, string>): ((fact: Fact) => boolean) => {
  const live = new Map(
    facts.map(({ id, happenedAt, recordedAt }) => [id, happenedAt === recordedAt ? happenedAt : undefined]),
  );
  return ({ id, happenedAt }) => live.get(roots.get(id) ?? id) === happenedAt;
};

/**
 * Two records of one incident tell the same steps. The earlier telling of each stands, so that the
 * earliest arrival does; and somebody whom one of them shows as detained was not diverted.
 */
const withoutRepeats = (ordered: readonly Fact[]): readonly Fact[] => {
  if (!ordered.some(({ mergedFrom }) => mergedFrom)) return ordered;
  const detained = ordered.some(({ kind }) => kind === 'detained');
  let state: IncidentState = 'advice';
  return ordered.filter(({ kind }) => {
    if (!leadsSomewhere(kind)) return true;
    const fits = allowedFrom(kind).includes(state) && !(kind === 'diverted' && detained);
    if (fits) state = stateAfter(state, kind);
    return fits;
  });
};

/**
 * What is so, as far as anybody has said: corrected facts give way to their corrections, steps that a
 * merged record repeats to the earlier telling, all of a record merged and parted again is gone, and the
 * rest stand in the order in which they happened, whatever the order in which they were told.
 */
export const standing = (facts: readonly Fact[]): readonly Fact[] => historyOf(facts).standing;

/** The state after the facts that stand; a step that could not follow the last is passed over. */
export const stateOf = (facts: readonly Fact[]): IncidentState => historyOf(facts).state;

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
export const rootOf = (facts: readonly Fact[], { id }: { readonly id: string }): string =>
  historyOf(facts).roots.get(id) ?? id;
