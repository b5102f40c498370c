import type { Agreement, Escalation, Incident, Instant } from '@concord/domain';
import { clockName, isInHand, isSnoozed } from '@concord/domain';
import type { IncidentClock } from '../incidents/incident-clocks';
import { clocksOf } from '../incidents/incident-clocks';

/** A person waits more than a bed register does: a place's alarm stands behind those of incidents that are no worse. */
const weight = (alarm: Escalation, now: Instant): number => {
  const { level, clock, placeId } = alarm;
  const over = level === 'over';
  const urgency = over && clock.kind === 'statutory' ? 0 : over ? 1 : 3;
  const elsewhere = isInHand(alarm) ? 10 : isSnoozed(alarm, now) ? 5 : 0;
  return elsewhere + urgency + (placeId === null ? 0 : 1);
};

/**
 * What still needs somebody first: unowned before put aside before owned, law before agreement, over before
 * due, people before places, oldest first.
 */
export const openAlarms = (escalations: Iterable<Escalation>, now: Instant): Escalation[] =>
  [...escalations]
    .filter(({ resolvedAt }) => resolvedAt === null)
    .sort(
      (a, b) =>
        weight(a, now) - weight(b, now) ||
        a.startedAt.localeCompare(b.startedAt) ||
        (a.incidentRef ?? '').localeCompare(b.incidentRef ?? ''),
    );

export const firstUnowned = (alarms: readonly Escalation[]): Escalation | undefined =>
  alarms.find((alarm) => !isInHand(alarm));

/** The running clock that an escalation is about, as its incident's facts now give it. */
export const clockOfAlarm = (
  { clock, subject }: Escalation,
  incident: Incident | undefined,
  agreement: Agreement | undefined,
): IncidentClock | undefined => {
  if (!incident) return undefined;
  const id = `${clockName(clock)}/${subject}`;
  return clocksOf(incident, agreement).find((shown) => shown.id === id);
};

/** Seconds beyond which a step that fired late says so. */
const LATE_SECONDS = 5;

export const lateBy = ({ steps }: Escalation): number | undefined => {
  const worst = Math.max(0, ...steps.map(({ lateBySeconds }) => lateBySeconds));
  return worst >= LATE_SECONDS ? worst : undefined;
};
