import type { Fact, FactOf } from '@concord/domain';
import { allOf, standing } from '@concord/domain';

/** A suite that has been asked on this person's behalf, and what it has answered so far. */
export interface AskedElsewhere {
  readonly asked: FactOf<'hold-requested'>;
  readonly refused: FactOf<'hold-refused'> | undefined;
}

/** The suites asked since one owes the search: those that have refused, and those whose answer is awaited. */
export const askedElsewhere = (facts: readonly Fact[], placeId: string): AskedElsewhere[] =>
  allOf(facts, 'hold-requested').flatMap((asked): AskedElsewhere[] => {
    if (asked.placeId === placeId) return [];
    const later = standing(facts).filter((fact) => 'holdId' in fact && fact.holdId === asked.holdId);
    const refused = later.find((fact): fact is FactOf<'hold-refused'> => fact.kind === 'hold-refused');
    const ended = later.some(({ kind }) => kind === 'hold-released' || kind === 'hold-expired');
    return ended ? [] : [{ asked, refused }];
  });
