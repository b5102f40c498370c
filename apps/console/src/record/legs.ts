import type { Fact, FactOf, TwoSided } from '@concord/domain';
import { standing, twoSidedFacts } from '@concord/domain';

/** One journey and the place it ended at; the first may have no journey, the last no arrival yet. */
export interface Leg {
  readonly conveyance: FactOf<'conveyance-started'> | undefined;
  readonly arrival: { readonly fact: FactOf<'arrived'>; readonly sides: TwoSided } | undefined;
  readonly handover: { readonly fact: FactOf<'handed-over'>; readonly sides: TwoSided } | undefined;
  /** What else befell them there: police left without a handover, an escape, a return. */
  readonly also: readonly Fact[];
}

const nothing: Leg = { conveyance: undefined, arrival: undefined, handover: undefined, also: [] };

/** The places in turn, each with what both sides say of the arrival and the handover there. */
export const legsOf = (facts: readonly Fact[]): Leg[] => {
  const sidesOf = new Map(twoSidedFacts(facts).map((both) => [both.fact.id, both]));
  const legs: Leg[] = [];
  const onLast = (more: (leg: Leg) => Partial<Leg>) => {
    const leg = legs.pop() ?? nothing;
    legs.push({ ...leg, ...more(leg) });
  };
  for (const fact of standing(facts)) {
    const sides = sidesOf.get(fact.id);
    if (fact.kind === 'conveyance-started') legs.push({ ...nothing, conveyance: fact });
    if (fact.kind === 'arrived' && sides) {
      if (legs.at(-1)?.arrival) legs.push(nothing);
      onLast(() => ({ arrival: { fact, sides } }));
    }
    if (fact.kind === 'handed-over' && sides) onLast(() => ({ handover: { fact, sides } }));
    if (fact.kind === 'police-left' || fact.kind === 'absconded' || fact.kind === 'retaken')
      onLast(({ also }) => ({ also: [...also, fact] }));
  }
  return legs;
};
