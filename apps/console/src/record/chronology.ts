import type { Fact } from '@concord/domain';
import { standing } from '@concord/domain';

/** One fact of the whole history, whether it still counts or not. */
export interface Entry {
  readonly fact: Fact;
  /** Why it no longer counts: the fact that corrected it or took it back, or that its record was taken out again. */
  readonly struck: { readonly by: Fact } | 'taken-apart' | undefined;
  /** The fact that this one puts right or takes back. */
  readonly putsRight: Fact | undefined;
  /** The fact that this one confirms or disputes. */
  readonly about: Fact | undefined;
}

const byTime = (a: Fact, b: Fact): number =>
  a.happenedAt < b.happenedAt ? -1 : a.happenedAt > b.happenedAt ? 1 : 0;

/** Everything that was ever told, by when it happened. Nothing is left out: what does not stand is struck. */
export const chronology = (facts: readonly Fact[]): Entry[] => {
  const stands = new Set(standing(facts));
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const replacedBy = new Map(facts.map((fact) => [fact.corrects?.factId, fact]));
  const struck = (fact: Fact): Entry['struck'] => {
    const by = replacedBy.get(fact.id);
    if (by) return { by };
    return stands.has(fact) || fact.kind === 'recorded-in-error' ? undefined : 'taken-apart';
  };
  return [...facts].sort(byTime).map((fact) => ({
    fact,
    struck: struck(fact),
    putsRight: fact.corrects && byId.get(fact.corrects.factId),
    about: fact.kind === 'confirmed' || fact.kind === 'disputed' ? byId.get(fact.factId) : undefined,
  }));
};
