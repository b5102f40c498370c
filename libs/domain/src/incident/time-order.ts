import type { Instant } from '../instant';
import { byText } from '../instant';
import type { Fact, FactKind } from './fact';
import { allowedFrom, leadsSomewhere, stateAfter } from './incident-moves';
import type { IncidentState } from './incident-moves';

type Compare = (a: Fact, b: Fact) => number;
/** Whether a fact was told in the instant in which it happened, so that its place among the told is its place in time. */
type Live = (fact: Fact) => boolean;

/** By when it happened; but somebody kept where they were had arrived before the decision to keep them. */
const placedBy = (facts: readonly Fact[]): ((fact: Fact) => Instant) => {
  const keptAt = facts
    .filter(
      (fact) => fact.kind === 'detained' && (fact.power === 's136-kept' || fact.power === 's135-1-kept'),
    )
    .map(({ happenedAt }) => happenedAt)
    .sort()[0];
  return ({ kind, happenedAt }) =>
    keptAt !== undefined && kind === 'arrived' && happenedAt < keptAt ? keptAt : happenedAt;
};

/** The order in which steps of one instant would be expected; which of them can stand first decides. */
const usualOrder: readonly FactKind[] = [
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
  'incident-in-error',
  'merged-into',
];
const rank = (kind: FactKind): number => usualOrder.indexOf(kind);

const may = (kind: FactKind, state: IncidentState): boolean => allowedFrom(kind).includes(state);

/** The step that comes next: as told by those who told it as it happened, else in the usual order. */
const nextStep = (waiting: readonly Fact[], state: IncidentState, live: Live): Fact | undefined => {
  const possible = waiting.filter(({ kind }) => leadsSomewhere(kind) && may(kind, state));
  const [usual] = [...possible].sort((a, b) => rank(a.kind) - rank(b.kind));
  return usual && live(usual) ? possible.find(live) : usual;
};

/** Of the facts of one instant still to be placed, the one that comes next. */
const nextOf = (waiting: readonly Fact[], state: IncidentState, live: Live): Fact => {
  const [told] = waiting as readonly [Fact];
  const step = nextStep(waiting, state, live);
  if (!step || (!leadsSomewhere(told.kind) && may(told.kind, state))) return told;
  // What may be said before this step and not after it was meant of the time before it.
  const after = stateAfter(state, step.kind);
  return waiting.find(({ kind }) => !leadsSomewhere(kind) && may(kind, state) && !may(kind, after)) ?? step;
};

const arranged = (
  together: readonly Fact[],
  start: IncidentState,
  live: Live,
): [readonly Fact[], IncidentState] => {
  if (!together.some(({ kind }) => leadsSomewhere(kind))) return [together, start];
  const waiting = [...together];
  const placed: Fact[] = [];
  let state = start;
  while (waiting.length > 0) {
    const next = nextOf(waiting, state, live);
    waiting.splice(waiting.indexOf(next), 1);
    placed.push(next);
    if (may(next.kind, state)) state = stateAfter(state, next.kind);
  }
  return [placed, state];
};

/**
 * The facts in the order in which they happened. Those of one instant keep the order in which they were
 * told (`toldBefore`), except that a step waits for the one it must follow, and what only fits before or
 * after a step goes there: desks write whole minutes, so much happens "at once". Steps told as they
 * happened (`live`) keep their order among themselves.
 */
export const inOrder = (facts: readonly Fact[], toldBefore: Compare, live: Live): readonly Fact[] => {
  const placed = placedBy(facts);
  const sorted = [...facts].sort((a, b) => byText(placed(a), placed(b)) || toldBefore(a, b));
  const ordered: Fact[] = [];
  let state: IncidentState = 'advice';
  for (let from = 0; from < sorted.length;) {
    const at = placed(sorted[from] as Fact);
    let to = from + 1;
    while (to < sorted.length && placed(sorted[to] as Fact) === at) to += 1;
    const [group, next] = arranged(sorted.slice(from, to), state, live);
    ordered.push(...group);
    state = next;
    from = to;
  }
  return ordered;
};
