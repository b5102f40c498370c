import type { Incident, Power } from '@concord/domain';
import { firstOf } from '@concord/domain';
import { powerWords } from '../../words/law-codes';
import type { Asking, FactValues, Words } from './fact-field';

const underS136: readonly Power[] = ['s136-removed', 's136-kept'];

/** s136, and what the warrant that was executed gives: without one, nobody is detained under s135. */
export const possiblePowers = ({ incident }: Asking): Words => {
  const warrant = firstOf(incident.facts, 'warrant-entered')?.warrant;
  const given = (Object.keys(powerWords) as Power[]).filter(
    (power) => underS136.includes(power) || (warrant !== undefined && power.startsWith(warrant)),
  );
  return Object.fromEntries(given.map((power) => [power, powerWords[power]]));
};

/** Once a warrant has been executed, the detention is under it unless somebody says otherwise. */
export const underWarrant = ({ facts }: Incident): { says: string; first: FactValues } | undefined => {
  const warrant = firstOf(facts, 'warrant-entered')?.warrant;
  return (
    warrant && {
      says: 'Detained under the warrant',
      first: { power: warrant === 's135-2' ? warrant : 's135-1-removed' },
    }
  );
};
