import type { FactOf, OutcomeCode } from '@concord/domain';
import { impossibleEnding } from '@concord/domain';
import { outcomeWords } from '../../words/codes';
import type { Asking, Words } from './fact-field';

/** The endings that the law allows from here. One that needs an assessment or an arrival first is not offered. */
export const possibleOutcomes = ({ incident: { facts }, now }: Asking): Words => {
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
