import type { Problem } from '@concord/contracts';
import type { Instant } from '@concord/domain';
import { withLondonTimes } from '../time/london';
import { NotReached, Refused } from './call';

export interface RefusalWords {
  readonly says: string;
  readonly rule: string | undefined;
}

const fieldsOf = ({ errors = [] }: Problem): string =>
  errors.map(({ field, message }) => `${field}: ${message}`).join('; ');

/** Why a command did not happen, in words that stand beside its button. */
export const refusalWords = (failure: Error, now: Instant): RefusalWords => {
  if (failure instanceof Refused) {
    const { problem } = failure;
    if (problem.code === 'changed-since-seen') {
      return { says: 'This changed a moment ago. Look at it again, then decide.', rule: undefined };
    }
    const says = problem.code === 'invalid' ? `${problem.detail} ${fieldsOf(problem)}` : problem.detail;
    return { says: withLondonTimes(says.trim(), now), rule: problem.rule };
  }
  if (failure instanceof NotReached) {
    return {
      says: `${failure.message} It may not have been done: try again, it cannot be done twice.`,
      rule: undefined,
    };
  }
  return { says: `Something is wrong with this screen: ${failure.message}`, rule: undefined };
};
