import type { Agreement } from '@concord/domain';
import { agreementInForce } from '@concord/domain';
import type { AreaTransaction } from '../ports';

/** The agreement that governs the area's places at this instant. */
export const agreementNow = async (tx: AreaTransaction): Promise<Agreement> => {
  const agreement = agreementInForce(await tx.list('agreement', { state: 'approved' }), tx.now);
  if (!agreement) throw new Error(`area ${tx.areaId} has no agreement in force`);
  return agreement;
};
