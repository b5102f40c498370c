import type { Named, Duty } from '../duty';
import type { Incident } from '../incident/incident';
import type { Instant } from '../instant';
import { later, secondsBetween } from '../instant';
import type { Deadline } from './deadline';
import type { Escalation, EscalationStep } from './escalation';

export interface Climb {
  readonly deadline: Deadline;
  /** When Concord first knew of this deadline: a fact entered late is not the engine's lateness. */
  readonly armedAt: Instant;
  readonly firedAt: Instant;
  readonly holders: (duty: Duty) => readonly Named[];
}

const stepOf = ({ deadline, armedAt, firedAt, holders }: Climb): EscalationStep => ({
  afterMinutes: deadline.step.afterMinutes,
  level: deadline.level,
  dueAt: deadline.dueAt,
  firedAt,
  lateBySeconds: Math.max(0, Math.round(secondsBetween(later(deadline.dueAt, armedAt), firedAt))),
  called: deadline.step.duties.flatMap((duty) => holders(duty).map((who) => ({ duty, who }))),
  nobodyFor: deadline.step.duties.filter((duty) => holders(duty).length === 0),
});

/**
 * The escalation with one more step of its ladder climbed: raised if this is the first, `over` once
 * the breach itself has passed. Ownership of a warning does not carry over its breach, nor over an
 * end that did not last: what has passed, or come back, needs somebody to say again that they have it.
 */
export const climb = (
  escalation: Escalation | undefined,
  id: string,
  incident: Incident,
  occasion: Climb,
): Escalation => {
  const step = stepOf(occasion);
  const base: Escalation = escalation ?? {
    id,
    areaId: incident.areaId,
    incidentId: incident.id,
    incidentRef: incident.ref,
    clock: occasion.deadline.clock,
    subject: occasion.deadline.subject,
    startedAt: occasion.deadline.anchorAt,
    level: 'due',
    steps: [],
    ownedBy: null,
    ownedAt: null,
    resolvedAt: null,
    revision: 0,
  };
  const worsened = step.level === 'over' && base.level === 'due';
  const cameBack = base.resolvedAt !== null;
  return {
    ...base,
    level: worsened ? 'over' : base.level,
    steps: [...base.steps, step],
    resolvedAt: null,
    ...(worsened || cameBack ? { ownedBy: null, ownedAt: null } : {}),
  };
};
