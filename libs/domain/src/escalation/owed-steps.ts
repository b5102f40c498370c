import type { Agreement } from '../agreement/agreement';
import { describedBy } from '../incident/description';
import type { Incident } from '../incident/incident';
import type { Instant } from '../instant';
import { later } from '../instant';
import type { Deadline } from './deadline';
import { deadlineKey, deadlinesOf } from './deadline';

/** A step that had to be fired, and when at the earliest it could have been. */
export interface OwedStep {
  readonly deadline: Deadline;
  readonly fromAt: Instant;
}

/**
 * Every step that an agreement calls for on an incident before `until`, were the engine never away: the facts
 * are learnt as they were recorded in life. A step fires at its time, or when what calls for it is recorded
 * too late for that; fired, it fires again only if a correction or an extension puts it off. Where the very
 * instant at which it is due stops its clock, either may have come first: `tie` says whether it is counted.
 */
export const owedSteps = (
  incident: Incident,
  agreement: Agreement,
  until: Instant,
  tie: 'fires' | 'does-not-fire' = 'does-not-fire',
): OwedStep[] => {
  const fired = new Map<string, Instant>();
  return incident.facts.flatMap((fact, i): OwedStep[] => {
    const next = incident.facts[i + 1]?.recordedAt ?? until;
    // What one command recorded is learnt at once.
    if (next === fact.recordedAt || fact.recordedAt >= until) return [];
    const facts = incident.facts.slice(0, i + 1);
    const learnt = { ...incident, facts, person: describedBy(facts, incident.person) };
    return deadlinesOf(learnt, agreement).flatMap((deadline) => {
      const { clock, subject, point, dueAt } = deadline;
      const key = deadlineKey(clock, subject, point);
      const before = fired.get(key);
      const saidAlready = before !== undefined && (before === dueAt || dueAt <= fact.recordedAt);
      const stopped = tie === 'fires' ? dueAt > next : dueAt >= next;
      if (saidAlready || stopped || dueAt >= until) return [];
      fired.set(key, dueAt);
      return [{ deadline, fromAt: later(dueAt, fact.recordedAt) }];
    });
  });
};
