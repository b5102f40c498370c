import type { Fact } from '@concord/domain';
import type { EntryState } from '../incidents/history-entries';
import { historyEntries } from '../incidents/history-entries';

/** One fact of the whole history, whether it still counts or not. */
export interface Entry {
  readonly fact: Fact;
  /** Why it does not count: the fact that corrected it or took it back, or what became of the record it came with. */
  readonly struck: { readonly by: Fact } | 'parted' | 'repeated' | undefined;
  /** The fact that this one puts right or takes back. */
  readonly putsRight: Fact | undefined;
  /** The fact that this one confirms or disputes. */
  readonly about: Fact | undefined;
}

const byTime = (a: Fact, b: Fact): number =>
  a.happenedAt < b.happenedAt ? -1 : a.happenedAt > b.happenedAt ? 1 : 0;

/** Everything that was ever told, by when it happened. Nothing is left out: what does not stand is struck. */
export const chronology = (facts: readonly Fact[]): Entry[] => {
  const states = new Map<Fact, EntryState>(
    historyEntries(facts)
      .flatMap((entry) => [entry, ...entry.words])
      .map(({ fact, state }) => [fact, state]),
  );
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const replacedBy = new Map(facts.map((fact) => [fact.corrects?.factId, fact]));
  const struck = (fact: Fact): Entry['struck'] => {
    const by = replacedBy.get(fact.id);
    if (by) return { by };
    const state = states.get(fact);
    return state === 'parted' || state === 'repeated' ? state : undefined;
  };
  return [...facts].sort(byTime).map((fact) => ({
    fact,
    struck: struck(fact),
    putsRight: fact.corrects && byId.get(fact.corrects.factId),
    about: fact.kind === 'confirmed' || fact.kind === 'disputed' ? byId.get(fact.factId) : undefined,
  }));
};
