import type { Fact, TwoSided } from '@concord/domain';
import { rootOf, standing, twoSidedFacts } from '@concord/domain';

/** Why a fact of the record is read struck through, or that it stands. */
export type EntryState = 'stands' | 'taken-back' | 'parted' | 'repeated';

/** One thing that was told, through all its corrections. */
export interface HistoryEntry {
  /** As it stands, or as it last stood. */
  readonly fact: Fact;
  readonly state: EntryState;
  /** What was told before, newest first, each with the fact that put it right. */
  readonly before: readonly { readonly fact: Fact; readonly correction: Fact }[];
  readonly takenBack: Fact | undefined;
  /** The record that it was first told in, where two were merged. */
  readonly from: string | undefined;
  /** What the two sides say of it, where both must. */
  readonly both: TwoSided | undefined;
  /** Confirmations and disputes of it, as they were told. */
  readonly words: readonly HistoryEntry[];
}

const tellings = (facts: readonly Fact[]): Fact[][] => {
  const byRoot = new Map<string, Fact[]>();
  for (const fact of facts) {
    const root = rootOf(facts, fact);
    byRoot.set(root, [...(byRoot.get(root) ?? []), fact]);
  }
  return [...byRoot.values()];
};

/** Whether the record that a fact came with has been taken apart from this one since. */
const isParted = (facts: readonly Fact[], [first]: readonly Fact[]): boolean => {
  const other = first?.kind === 'merged-into' ? first.incidentId : first?.mergedFrom?.incidentId;
  return (
    first !== undefined &&
    other !== undefined &&
    facts.slice(facts.indexOf(first)).some((fact) => fact.kind === 'unmerged' && fact.incidentId === other)
  );
};

const entryOf = (
  facts: readonly Fact[],
  told: readonly Fact[],
  stand: ReadonlySet<Fact>,
  both: readonly TwoSided[],
): HistoryEntry => {
  const last = told.at(-1) as Fact;
  const takenBack = last.kind === 'recorded-in-error' ? last : undefined;
  const said = takenBack ? told.slice(0, -1) : told;
  const fact = said.at(-1) ?? last;
  const state = takenBack
    ? 'taken-back'
    : stand.has(fact)
      ? 'stands'
      : isParted(facts, told)
        ? 'parted'
        : 'repeated';
  return {
    fact,
    state,
    takenBack,
    before: said
      .slice(0, -1)
      .map((older, n) => ({ fact: older, correction: said[n + 1] as Fact }))
      .reverse(),
    from: told[0]?.mergedFrom?.ref,
    both: both.find((two) => two.fact === fact),
    words: [],
  };
};

const isWord = ({ fact }: HistoryEntry): boolean => fact.kind === 'confirmed' || fact.kind === 'disputed';
const aboutOf = ({ fact }: HistoryEntry): string => ('factId' in fact ? fact.factId : '');

/** What stands in its own order; the rest where it was said to have happened. */
const inOrder = (entries: readonly HistoryEntry[], ordered: readonly Fact[]): HistoryEntry[] => {
  const at = new Map(ordered.map((fact, index) => [fact, index]));
  const placed = entries
    .filter(({ fact }) => at.has(fact))
    .sort((a, b) => (at.get(a.fact) ?? 0) - (at.get(b.fact) ?? 0));
  for (const entry of entries) {
    if (at.has(entry.fact)) continue;
    const next = placed.findIndex(({ fact }) => fact.happenedAt > entry.fact.happenedAt);
    placed.splice(next < 0 ? placed.length : next, 0, entry);
  }
  return placed;
};

/**
 * The whole record, in the order in which things happened: each thing once, with what it replaced, who took
 * it back, and what either side says of it. Nothing that was ever told is left out.
 */
export const historyEntries = (facts: readonly Fact[]): HistoryEntry[] => {
  const ordered = standing(facts);
  const stand = new Set(ordered);
  const both = twoSidedFacts(facts);
  const all = tellings(facts).map((told) => entryOf(facts, told, stand, both));
  const roots = new Map(all.map((entry) => [rootOf(facts, entry.fact), entry]));
  const words = new Map<HistoryEntry, HistoryEntry[]>();
  const own = all.filter((entry) => {
    const about = isWord(entry) ? roots.get(rootOf(facts, { id: aboutOf(entry) })) : undefined;
    if (!about) return true;
    words.set(about, [...(words.get(about) ?? []), entry]);
    return false;
  });
  return inOrder(own, ordered).map((entry) => ({ ...entry, words: words.get(entry) ?? [] }));
};
