import type { Agreement } from '../agreement/agreement';
import type { Incident } from '../incident/incident';
import type { Instant } from '../instant';
import { instantFromMs, msOf } from '../instant';
import type { Deadline } from './deadline';
import { clockName } from './deadline';
import type { Escalation, EscalationStep } from './escalation';
import { owedSteps } from './owed-steps';

/**
 * What the auditor can find wrong.
 * - `lost`: a step is past its time and has not been fired, or an offer, hold, status, owner or message is past its time
 *   and nothing came of it; or a step called somebody for whom there is no message.
 * - `doubled`: a step was fired twice for one time.
 * - `early`: a step was fired before its time.
 * - `altered`: what is kept is not what the journal says was written.
 */
export type AuditFault = 'lost' | 'doubled' | 'early' | 'altered';

/** One thing found wrong. */
export interface AuditFinding {
  readonly fault: AuditFault;
  /** The incident or the place. */
  readonly subjectId: string;
  /** Its reference, or its name. */
  readonly about: string;
  /** What it is of: a clock's label, "Hold", "AMHP offer". */
  readonly of: string;
  /** When it fell due; null where the fault is not of a time. */
  readonly dueAt: Instant | null;
}

/** The engine is given this long: what falls due now is being fired now. */
export const AUDIT_GRACE_SECONDS = 10;

export const graceBefore = (now: Instant): Instant => instantFromMs(msOf(now) - AUDIT_GRACE_SECONDS * 1000);

/** Two ways of working out the same minutes. */
const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

const isStepOf = (deadline: Deadline, { afterMinutes, dueAt }: EscalationStep): boolean =>
  dueAt === deadline.dueAt && near(afterMinutes, deadline.step.afterMinutes);

const isRunOf = (deadline: Deadline, { clock, subject }: Escalation): boolean =>
  subject === deadline.subject && clockName(clock) === clockName(deadline.clock);

/**
 * What is wrong with an incident's escalations, given its facts and its agreement alone. Timers are not
 * asked: they are what is being checked.
 */
export const auditIncident = (
  incident: Incident,
  agreement: Agreement,
  escalations: readonly Escalation[],
  now: Instant,
): AuditFinding[] => {
  const found = (fault: AuditFault, of: string, dueAt: Instant): AuditFinding => ({
    fault,
    subjectId: incident.id,
    about: incident.ref,
    of,
    dueAt,
  });
  const owed = owedSteps(incident, agreement, graceBefore(now)).flatMap(({ deadline }) => {
    const steps = escalations.filter((each) => isRunOf(deadline, each)).flatMap((each) => each.steps);
    const count = steps.filter((step) => isStepOf(deadline, step)).length;
    if (count === 1) return [];
    return [found(count === 0 ? 'lost' : 'doubled', deadline.clock.label, deadline.dueAt)];
  });
  const early = escalations.flatMap(({ clock, steps }) =>
    steps
      .filter(({ firedAt, dueAt }) => firedAt < dueAt)
      .map(({ dueAt }) => found('early', clock.label, dueAt)),
  );
  return [...owed, ...early];
};
