import type { Incident } from '@concord/domain';
import { expecting } from '@concord/domain';
import type { AreaTransaction } from '../ports';

/**
 * Each alternative that an incident names expects exactly those whom its facts, as they now stand, still send
 * there: a referral taken back, put right, or overtaken by a detention is gone from their list at once.
 */
export const alignReferrals = async (tx: AreaTransaction, incident: Incident): Promise<void> => {
  const named = incident.facts.flatMap((fact) => (fact.kind === 'referred' ? [fact.alternativeId] : []));
  for (const id of new Set(named)) {
    const alternative = await tx.get('alternative', id);
    if (!alternative) continue;
    const aligned = expecting(alternative, incident);
    if (aligned !== alternative) await tx.put('alternative', aligned);
  }
};
