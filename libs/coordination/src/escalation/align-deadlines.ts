import type { Agreement, Deadline, Escalation, Incident, Instant } from '@concord/domain';
import { clockName, deadlineKey, deadlinesOf } from '@concord/domain';
import type { AreaTransaction, Timer, TimerToArm } from '../ports';

export const keyOf = ({ clock, subject, point }: Deadline): string => deadlineKey(clock, subject, point);

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

/**
 * An armed timer with the right time is left alone. A fired one is history, unless a correction or an
 * extension has put its time in the future again: what was said too early will be said when it is so.
 */
const needsArming = (deadline: Deadline, timer: Timer | undefined, now: Instant): boolean =>
  !timer ||
  timer.state === 'cancelled' ||
  (timer.dueAt !== deadline.dueAt && (timer.state === 'armed' || deadline.dueAt > now));

/** Whether an escalation is of the same run of the same clock as a deadline. */
export const isAbout = (escalation: Escalation, deadline: Deadline): boolean =>
  escalation.subject === deadline.subject && clockName(escalation.clock) === clockName(deadline.clock);

/** The escalation as its clock now runs: its start may have been corrected, and its breach taken back or put off. */
const asItRuns = (escalation: Escalation, running: readonly Deadline[], now: Instant): Escalation => {
  const breached = running.some(({ level, dueAt }) => level === 'over' && dueAt <= now);
  const level = breached ? escalation.level : 'due';
  const startedAt = running[0]?.anchorAt ?? escalation.startedAt;
  return level === escalation.level && startedAt === escalation.startedAt
    ? escalation
    : { ...escalation, level, startedAt };
};

/** An escalation ends with its clock, and is open again, owned by nobody, if the clock goes on. What was sent stays sent. */
const alignEscalations = async (
  tx: AreaTransaction,
  incident: Incident,
  deadlines: readonly Deadline[],
): Promise<void> => {
  for (const escalation of await tx.list('escalation', { incidentId: incident.id })) {
    const running = deadlines.filter((deadline) => isAbout(escalation, deadline));
    const now = asItRuns(escalation, running, tx.now);
    if (running.length > 0 && escalation.resolvedAt !== null) {
      await tx.put('escalation', { ...now, resolvedAt: null, ownedBy: null, ownedAt: null });
    } else if (running.length === 0 && escalation.resolvedAt === null) {
      await tx.put('escalation', { ...escalation, resolvedAt: tx.now });
    } else if (running.length > 0 && now !== escalation) {
      await tx.put('escalation', now);
    }
  }
};

/**
 * Brings an incident's timers and escalations into line with its facts, in the transaction that
 * changed them: new deadlines armed, moved ones moved, those of stopped clocks cancelled.
 */
export const alignDeadlines = async (tx: AreaTransaction, incident: Incident): Promise<void> => {
  const deadlines = deadlinesOf(incident, await agreementOf(tx, incident));
  const timers = new Map(
    (await tx.timers({ incidentId: incident.id }, 'deadline')).map((timer) => [timer.point, timer]),
  );
  const wanted = new Set(deadlines.map(keyOf));
  await tx.armTimers(
    deadlines
      .filter((deadline) => needsArming(deadline, timers.get(keyOf(deadline)), tx.now))
      .map((deadline) => timerFor(incident, deadline)),
  );
  const stale = [...timers.values()].filter((timer) => timer.state === 'armed' && !wanted.has(timer.point));
  await tx.cancelTimers(stale.map((timer) => timer.id));
  await alignEscalations(tx, incident, deadlines);
};
