import { refused } from '@concord/domain';
import { CONCORD } from '../command';
import type { AreaTransaction } from '../ports';
import { endLending } from './end-lending';
import { startLending } from './start-lending';

/** A lending begins and ends at its minute. */
export const fireLending = async (tx: AreaTransaction, lendingId: string, point: string): Promise<void> => {
  const lending = await tx.get('lending', lendingId);
  if (!lending) throw new Error(`lending ${lendingId} is gone`);
  if (point === 'start') {
    await startLending(tx, lending);
    return;
  }
  const ended = await endLending(tx, lending, { state: 'ended', by: CONCORD, reason: 'its time is up' });
  if (refused(ended)) throw new Error(`lending ${lendingId}: ${ended.message}`);
};
