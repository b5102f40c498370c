import type { Channel, Escalation, EscalationStep, Named, Notification } from '@concord/domain';
import type { AreaTransaction } from '../ports';

/** A message to one person, to be handed to a sender once this has committed. */
export const messageTo = (
  tx: AreaTransaction,
  to: Named,
  about: Pick<Notification, 'escalationId' | 'incidentId' | 'placeId' | 'duty' | 'subject'>,
  { statutory = false, channels = [] }: Partial<Pick<Notification, 'statutory' | 'channels'>> = {},
): Notification => ({
  ...about,
  statutory,
  channels,
  id: tx.newId(),
  areaId: tx.areaId,
  to,
  state: 'queued',
  queuedAt: tx.now,
  tryAt: tx.now,
  sentAt: null,
  deliveries: [],
  revision: tx.revision,
});

/** Somebody called for two duties is told once. */
const oncePerPerson = (called: EscalationStep['called']): EscalationStep['called'] =>
  called.filter(({ who }, i) => called.findIndex((one) => one.who.userId === who.userId) === i);

/** What the latest step of an incident's clock says to those it calls. References only: no personal data leaves the board. */
export const ladderSubject = ({ incidentRef, clock, steps }: Escalation): string => {
  const step = steps.at(-1);
  if (!step) return '';
  const state = step.level === 'over' ? 'OVER' : 'due';
  // A legal clock that allows no time at all is over as it starts.
  const what = step.afterMinutes === 0 ? 'ACT NOW' : `${state}, ${step.afterMinutes} min after it began`;
  return `${incidentRef ?? ''}: ${clock.label} ${what}`;
};

/** One message for each person whom the latest step calls, by the ways it names. */
export const notificationsFor = (
  tx: AreaTransaction,
  { id: escalationId, incidentId, placeId, clock, steps }: Escalation,
  subject: string,
  channels?: readonly Channel[],
): Notification[] => {
  const about = { escalationId, incidentId, placeId, subject };
  return oncePerPerson(steps.at(-1)?.called ?? []).map(({ duty, who }) =>
    messageTo(tx, who, { ...about, duty }, { statutory: clock.kind === 'statutory', channels }),
  );
};
