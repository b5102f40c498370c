import type { Agreement, Deadline, Escalation, Incident } from '@concord/domain';
import { clockName, deadlineKey, deadlinesOf } from '@concord/domain';
import type { AreaTransaction, Timer, TimerToArm } from '../ports';

export const keyOf = ({ clock, subject, step }: Deadline): string =>
  deadlineKey(clock, subject, step.afterMinutes);

export const agreementOf = async (tx: AreaTransaction, incident: Incident): Promise<Agreement> => {
  const agreement = await tx.get('agreement', incident.agreementId);
  if (!agreement) throw new Error(`incident ${incident.ref} is stamped with a missing agreement`);
  return agreement;
};

const timerFor = (incident: Incident, deadline: Deadline): TimerToArm => ({
  incidentId: incident.id,
  kind: 'deadline',
  subject: deadline.subject,
  point: keyOf(deadline),
  anchorAt: deadline.anchorAt,
  dueAt: deadline.dueAt,
});

/** A fired timer is history; an armed one with the right time is left alone. */
const needsArming = (deadline: Deadline, timer: Timer | undefined): boolean =>
  !timer || timer.state === 'cancelled' || (timer.state === 'armed' && timer.dueAt !== deadline.dueAt);

/** Whether an escalation is of the same run of the same clock as a deadline. */
export const isAbout = (escalation: Escalation, deadline: Deadline): boolean =>
  escalation.subject === deadline.subject && clockName(escalation.clock) === clockName(deadline.clock);

const runs = (deadlines: readonly Deadline[], escalation: Escalation): boolean =>
  deadlines.some((deadline) => isAbout(escalation, deadline));

/** An escalation ends with its clock, and is open again, owned by nobody, if the clock goes on. */
const alignEscalations = async (
  tx: AreaTransaction,
  incident: Incident,
  deadlines: readonly Deadline[],
): Promise<void> => {
  for (const escalation of await tx.list('escalation', { incidentId: incident.id })) {
    const running = runs(deadlines, escalation);
    if (running && escalation.resolvedAt !== null) {
      await tx.put('escalation', { ...escalation, resolvedAt: null, ownedBy: null, ownedAt: null });
    } else if (!running && escalation.resolvedAt === null) {
      await tx.put('escalation', { ...escalation, resolvedAt: tx.now });
    }
  }
};

/**
 * Brings an incident's timers and escalations into line with its facts, in the transaction that
 * changed them: new deadlines armed, moved ones moved, those of stopped clocks cancelled.
 */
export const alignDeadlines = async (tx: AreaTransaction, incident: Incident): Promise<void> => {
  const deadlines = deadlinesOf(incident, await agreementOf(tx, incident));
  const timers = new Map((await tx.timers(incident.id, 'deadline')).map((timer) => [timer.point, timer]));
  const wanted = new Set(deadlines.map(keyOf));
  await tx.armTimers(
    deadlines
      .filter((deadline) => needsArming(deadline, timers.get(keyOf(deadline))))
      .map((deadline) => timerFor(incident, deadline)),
  );
  const stale = [...timers.values()].filter((timer) => timer.state === 'armed' && !wanted.has(timer.point));
  await tx.cancelTimers(stale.map((timer) => timer.id));
  await alignEscalations(tx, incident, deadlines);
};
