import type { AreaTransaction } from '../ports';
import { armAnswer } from './offer-timer';

/** Somebody may now be free, or on call: what waits because nobody could be asked is tried at once. */
export const tryWaiting = async (tx: AreaTransaction): Promise<void> => {
  for (const request of await tx.list('amhp-request', { state: 'unanswered' }))
    await armAnswer(tx, request, tx.now);
};
