import type { Escalation, Notification } from '@concord/domain';
import type { AreaTransaction } from '../ports';

/** One message for each person whom the latest step calls. References only: no personal data leaves the board. */
export const notificationsFor = (tx: AreaTransaction, escalation: Escalation): Notification[] => {
  const step = escalation.steps.at(-1);
  if (!step) return [];
  const state = step.level === 'over' ? 'OVER' : 'due';
  // A legal clock that allows no time at all is over as it starts.
  const what = step.afterMinutes === 0 ? 'ACT NOW' : `${state}, ${step.afterMinutes} min after it began`;
  return step.called.map(({ duty, who }) => ({
    id: tx.newId(),
    areaId: tx.areaId,
    escalationId: escalation.id,
    incidentId: escalation.incidentId,
    duty,
    to: who,
    subject: `${escalation.incidentRef}: ${escalation.clock.label} ${what}`,
    state: 'queued',
    queuedAt: tx.now,
    sentAt: null,
    revision: tx.revision,
  }));
};
