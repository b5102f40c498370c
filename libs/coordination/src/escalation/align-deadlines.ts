import type { Deadline, Escalation, Incident, Instant } from '@concord/domain';
import { cameBack, deadlinesOf } from '@concord/domain';
import type { AreaTransaction, Timer, TimerToArm } from '../ports';
import { agreementOf } from './agreement-of';
import { climbLadder } from './climb-ladder';
import { isAbout, keyOf } from './deadline-timer';
import { saveEscalation } from './save-escalation';

const timerFor = (incident: Incident, deadline: Deadline): TimerToArm => ({
  incidentId: incident.id,
  kind: 'deadline',
  subject: deadline.subject,
  point: keyOf(deadline),
  anchorAt: deadline.anchorAt,
  dueAt: deadline.dueAt,
});

/** Fired once, and due no later than now: said already, whatever its time has been put to in between. */
const saidAlready = ({ dueAt }: Deadline, timer: Timer | undefined, now: Instant): boolean =>
  timer !== undefined && timer.firedAt !== null && dueAt <= now;

/**
 * An armed timer with the right time is left alone. A fired one is history, unless a correction or an
 * extension has put its time in the future again: what was said too early will be said when it is so.
 */
const needsArming = (deadline: Deadline, timer: Timer | undefined, now: Instant): boolean =>
  !saidAlready(deadline, timer, now) &&
  (timer === undefined ||
    timer.state === 'cancelled' ||
    (timer.dueAt !== deadline.dueAt && (timer.state === 'armed' || deadline.dueAt > now)));

/** The escalation as its clock now runs: its start may have been corrected, and its breach taken back or put off. */
const asItRuns = (escalation: Escalation, running: readonly Deadline[], now: Instant): Escalation => {
  if (running.length === 0) return escalation;
  const breached = running.some(({ level, dueAt }) => level === 'over' && dueAt <= now);
  const level = breached ? escalation.level : 'due';
  const startedAt = running[0]?.anchorAt ?? escalation.startedAt;
  return level === escalation.level && startedAt === escalation.startedAt
    ? escalation
    : { ...escalation, level, startedAt };
};

/**
 * An escalation ends with its clock, or while nothing of it is due, its time having been put off; and is open
 * again, as nobody had done anything about it, if that does not last. What was sent stays sent.
 */
const alignEscalations = async (
  tx: AreaTransaction,
  incident: Incident,
  deadlines: readonly Deadline[],
): Promise<void> => {
  for (const escalation of await tx.list('escalation', { incidentId: incident.id })) {
    const running = deadlines.filter((deadline) => isAbout(escalation, deadline));
    const isDue = running.some(({ dueAt }) => dueAt <= tx.now);
    const now = asItRuns(escalation, running, tx.now);
    if (isDue && escalation.resolvedAt !== null) await saveEscalation(tx, cameBack(now), escalation);
    else if (!isDue && escalation.resolvedAt === null)
      await saveEscalation(tx, { ...now, resolvedAt: tx.now }, escalation);
    else if (now !== escalation) await saveEscalation(tx, now, escalation);
  }
};

/** A timer once everything overdue has been fired. */
const asFired = (timer: Timer, now: Instant): Timer =>
  timer.state === 'armed' && timer.dueAt <= now ? { ...timer, state: 'fired', firedAt: now } : timer;

/**
 * What fell due before this fact was told, and was not fired because the engine was away, is fired first, on
 * the facts as they stood: whatever the fact ends, that it was late is history.
 */
const fireOverdue = async (
  tx: AreaTransaction,
  incidentId: string,
  timers: readonly Timer[],
): Promise<void> => {
  const overdue = timers.filter(({ state, dueAt }) => state === 'armed' && dueAt <= tx.now);
  if (overdue.length === 0) return;
  const before = await tx.get('incident', incidentId);
  if (!before) throw new Error(`timers are armed for incident ${incidentId}, which is not there`);
  const rotas = await tx.list('rota', {});
  for (const timer of overdue.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))) {
    await tx.markFired(timer.id);
    await climbLadder(tx, timer, before, rotas);
  }
};

/**
 * Brings an incident's timers and escalations into line with its facts, in the transaction that changes
 * them and before they are written: new deadlines armed, moved ones moved, those of stopped clocks cancelled.
 */
export const alignDeadlines = async (tx: AreaTransaction, incident: Incident): Promise<void> => {
  const deadlines = deadlinesOf(incident, await agreementOf(tx, incident));
  const about = { incidentId: incident.id };
  const before = await tx.timers(about, 'deadline');
  await fireOverdue(tx, incident.id, before);
  const timers = new Map(before.map((timer) => [timer.point, asFired(timer, tx.now)]));
  await tx.armTimers(
    deadlines
      .filter((deadline) => needsArming(deadline, timers.get(keyOf(deadline)), tx.now))
      .map((deadline) => timerFor(incident, deadline)),
  );
  const wanted = new Map(deadlines.map((deadline) => [keyOf(deadline), deadline]));
  const isStale = (timer: Timer): boolean => {
    const deadline = wanted.get(timer.point);
    return deadline === undefined || saidAlready(deadline, timer, tx.now);
  };
  const stale = [...timers.values()].filter((timer) => timer.state === 'armed' && isStale(timer));
  await tx.cancelTimers(stale.map((timer) => timer.id));
  await alignEscalations(tx, incident, deadlines);
};
