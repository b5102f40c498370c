import type { Agreement } from '@concord/domain';
import type { AreaTransaction } from '../ports';

/** The agreement that governs the area now: its places at once, and incidents that open from now on. */
export const agreementInForce = async (tx: AreaTransaction): Promise<Agreement> => {
  const area = await tx.get('area', tx.areaId);
  const agreement = area && (await tx.get('agreement', area.agreementId));
  if (!agreement) throw new Error(`area ${tx.areaId} has no agreement in force`);
  return agreement;
};
