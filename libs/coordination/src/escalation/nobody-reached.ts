import type { Escalation, Notification } from '@concord/domain';
import { gotNowhere } from '@concord/domain';
import type { AreaTransaction } from '../ports';
import { saveEscalation } from './save-escalation';

/** What the latest step had to say. */
const ofLatestStep = ({ steps }: Escalation, messages: readonly Notification[]): readonly Notification[] => {
  const since = steps.at(-1)?.firedAt ?? '';
  return messages.filter(({ queuedAt }) => queuedAt >= since);
};

/**
 * Where all that the latest step of an alarm that nobody has had to say has got to nobody, though some of it
 * may be tried again, the alarm says so for the control room to see; and no longer, once some of it has got through.
 */
export const sayNobodyReached = async (
  tx: AreaTransaction,
  settled: readonly Notification[],
): Promise<void> => {
  const ids = new Set(settled.flatMap(({ escalationId }) => escalationId ?? []));
  for (const id of ids) {
    const escalation = await tx.get('escalation', id);
    if (!escalation || escalation.resolvedAt !== null) continue;
    const messages = ofLatestStep(escalation, await tx.list('notification', { escalationId: id }));
    const { nobodyReachedAt } = escalation;
    if (nobodyReachedAt === null && escalation.ownedBy === null && messages.every(gotNowhere))
      await saveEscalation(tx, { ...escalation, nobodyReachedAt: tx.now }, escalation);
    else if (nobodyReachedAt !== null && messages.some(({ state }) => state === 'sent'))
      await saveEscalation(tx, { ...escalation, nobodyReachedAt: null }, escalation);
  }
};
