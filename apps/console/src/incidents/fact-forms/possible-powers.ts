import type { Power } from '@concord/domain';
import { firstOf } from '@concord/domain';
import { powerWords } from '../../words/law-codes';
import type { Asking, Words } from './fact-field';

const underS136: readonly Power[] = ['s136-removed', 's136-kept'];

/** s136, and what the warrant that was executed gives: without one, nobody is detained under s135. */
export const possiblePowers = ({ incident }: Asking): Words => {
  const warrant = firstOf(incident.facts, 'warrant-entered')?.warrant;
  const given = (Object.keys(powerWords) as Power[]).filter(
    (power) => underS136.includes(power) || (warrant !== undefined && power.startsWith(warrant)),
  );
  return Object.fromEntries(given.map((power) => [power, powerWords[power]]));
};
