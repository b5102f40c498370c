import type { Refusal } from '@concord/domain';
import { notFound } from '../command';
import { alignStatusClock } from '../place/align-status-clock';
import type { AreaTransaction } from '../ports';

/**
 * From now an agreement governs the area: incidents opened from now on are stamped with it, those under way
 * keep theirs, and the clocks on every place's status follow it at once. Refuses `not-found`.
 */
export const bringIntoForce = async (
  tx: AreaTransaction,
  agreementId: string,
): Promise<Refusal | undefined> => {
  const area = await tx.get('area', tx.areaId);
  const agreement = await tx.get('agreement', agreementId);
  if (!area || !agreement) return notFound('agreement');
  await tx.put('area', { ...area, agreementId });
  // A neighbour's place has its clock in its own area.
  for (const place of await tx.list('place', {}))
    if (!place.lentBy) await alignStatusClock(tx, place, agreement.freshness);
  return undefined;
};
