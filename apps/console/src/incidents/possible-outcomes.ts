import type { Fact, FactOf, Instant, OutcomeCode } from '@concord/domain';
import { impossibleEnding } from '@concord/domain';
import { outcomeWords } from '../words/codes';

/** The endings that the law allows from here. One that needs an assessment or an arrival first is not offered. */
export const possibleOutcomes = (facts: readonly Fact[], now: Instant): Readonly<Record<string, string>> => {
  const ending = (code: OutcomeCode): FactOf<'outcome'> => ({
    kind: 'outcome',
    id: '',
    happenedAt: now,
    recordedAt: now,
    by: { userId: '', name: '' },
    code,
    note: '',
  });
  return Object.fromEntries(
    Object.entries(outcomeWords).filter(([code]) => !impossibleEnding(facts, ending(code as OutcomeCode))),
  );
};
