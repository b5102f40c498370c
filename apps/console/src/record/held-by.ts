import type { Fact, Holding, Instant } from '@concord/domain';
import { holdingAt, standing } from '@concord/domain';

export interface Held {
  readonly holding: Holding;
  readonly from: Instant;
  /** Null while they still hold the person. */
  readonly until: Instant | null;
}

const same = (a: Holding | undefined, b: Holding | undefined): boolean =>
  a?.by === b?.by && a?.who === b?.who && a?.placeName === b?.placeName && a?.unaccepted === b?.unaccepted;

/** Who answered for the person, from the detention to its end, without a gap. */
export const heldBy = (facts: readonly Fact[]): Held[] => {
  const held: Held[] = [];
  let now: Holding | undefined;
  for (const at of new Set(standing(facts).map(({ happenedAt }) => happenedAt))) {
    const next = holdingAt(facts, at);
    if (same(now, next)) continue;
    const last = held.pop();
    if (last) held.push({ ...last, until: last.until ?? at });
    if (next) held.push({ holding: next, from: at, until: null });
    now = next;
  }
  return held;
};
