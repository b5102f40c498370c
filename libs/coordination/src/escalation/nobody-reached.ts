import type { Escalation, Notification } from '@concord/domain';
import type { AreaTransaction } from '../ports';
import { saveEscalation } from './save-escalation';

/** Whether of all that the latest step had to say, nothing got out and nothing is left to try. */
const reachedNobody = ({ steps }: Escalation, messages: readonly Notification[]): boolean => {
  const since = steps.at(-1)?.firedAt ?? '';
  return messages.filter(({ queuedAt }) => queuedAt >= since).every(({ state }) => state === 'failed');
};

/** Where the last message of a step has failed, its alarm says that nobody was reached, for the control room to see. */
export const sayNobodyReached = async (
  tx: AreaTransaction,
  failed: readonly Notification[],
): Promise<void> => {
  const ids = new Set(failed.flatMap(({ escalationId }) => escalationId ?? []));
  for (const id of ids) {
    const escalation = await tx.get('escalation', id);
    if (!escalation || escalation.resolvedAt !== null || escalation.nobodyReachedAt !== null) continue;
    if (reachedNobody(escalation, await tx.list('notification', { escalationId: id })))
      await saveEscalation(tx, { ...escalation, nobodyReachedAt: tx.now }, escalation);
  }
};
