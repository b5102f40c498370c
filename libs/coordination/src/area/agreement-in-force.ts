import type { Agreement, Instant } from '@concord/domain';
import { agreementInForce } from '@concord/domain';
import type { AreaTransaction, Store } from '../ports';

const governing = (areaId: string, approved: readonly Agreement[], at: Instant): Agreement => {
  const agreement = agreementInForce(approved, at);
  if (!agreement) throw new Error(`area ${areaId} has no agreement in force`);
  return agreement;
};

/** The agreement that governs the area's places at this instant. */
export const agreementNow = async (tx: AreaTransaction): Promise<Agreement> =>
  governing(tx.areaId, await tx.list('agreement', { state: 'approved' }), tx.now);

/** The same, read without the lock. */
export const agreementAt = async (store: Store, areaId: string, at: Instant): Promise<Agreement> =>
  governing(areaId, await store.list(areaId, 'agreement', { state: 'approved' }), at);
