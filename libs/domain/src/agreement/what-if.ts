import type { Duty } from '../duty';
import { deadlineKey, deadlinesOf } from '../escalation/deadline';
import type { EscalationLevel } from '../escalation/escalation';
import { describedBy } from '../incident/description';
import type { Incident } from '../incident/incident';
import type { Instant } from '../instant';
import { later } from '../instant';
import type { Agreement } from './agreement';

/** One step of a ladder that called somebody, or would have. */
export interface CalledStep {
  readonly incidentId: string;
  readonly incidentRef: string;
  /** The clock's label. */
  readonly clock: string;
  readonly statutory: boolean;
  readonly level: EscalationLevel;
  readonly dueAt: Instant;
  readonly firedAt: Instant;
  readonly duties: readonly Duty[];
}

/** In the order they fired, and of one instant the one due first. */
export const byFiring = (a: CalledStep, b: CalledStep): number =>
  a.firedAt === b.firedAt ? (a.dueAt < b.dueAt ? -1 : 1) : a.firedAt < b.firedAt ? -1 : 1;

/**
 * Every step that an agreement would have fired on an incident by `until`, in order, had the engine run
 * without a break: the facts are learnt as they were recorded in life. A step fires at its time, or when
 * what calls for it is recorded too late for that; fired, it fires again only if a correction or an
 * extension puts it off.
 */
export const stepsUnder = (incident: Incident, agreement: Agreement, until: Instant): CalledStep[] => {
  const fired = new Map<string, Instant>();
  return incident.facts
    .flatMap((fact, i): CalledStep[] => {
      const next = incident.facts[i + 1]?.recordedAt ?? until;
      // What one command recorded is learnt at once.
      if (next === fact.recordedAt || fact.recordedAt >= until) return [];
      const facts = incident.facts.slice(0, i + 1);
      const learnt = { ...incident, facts, person: describedBy(facts, incident.person) };
      return deadlinesOf(learnt, agreement).flatMap(({ clock, subject, point, level, dueAt, step }) => {
        const key = deadlineKey(clock, subject, point);
        const before = fired.get(key);
        const saidAlready = before !== undefined && (before === dueAt || dueAt <= fact.recordedAt);
        if (saidAlready || dueAt >= next || dueAt >= until) return [];
        fired.set(key, dueAt);
        const { id: incidentId, ref: incidentRef } = incident;
        return [
          {
            ...{ incidentId, incidentRef, level, dueAt },
            clock: clock.label,
            statutory: clock.kind === 'statutory',
            firedAt: later(dueAt, fact.recordedAt),
            duties: step.duties,
          },
        ];
      });
    })
    .sort(byFiring);
};
