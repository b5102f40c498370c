import type { Duty } from '../duty';
import type { EscalationLevel } from '../escalation/escalation';
import { owedSteps } from '../escalation/owed-steps';
import type { Fact } from '../incident/fact';
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
  /** Only those on call for this agency, where the step said so. */
  readonly agencyId?: string | undefined;
  /** Of a step that did fire: the duty of each call that it made, once for each person. Empty when nobody was on. */
  readonly called?: readonly Duty[] | undefined;
}

/** In the order they fired, and of one instant the one due first. */
export const byFiring = (a: CalledStep, b: CalledStep): number =>
  a.firedAt === b.firedAt ? (a.dueAt < b.dueAt ? -1 : 1) : a.firedAt < b.firedAt ? -1 : 1;

/**
 * The facts, each recorded when this record came to have it: what another brought is known from the merge on,
 * whenever it was told there, and calls for nothing before.
 */
const asLearnt = (facts: readonly Fact[]): readonly Fact[] => {
  let learntAt: Instant = '';
  return facts.map((fact) => {
    learntAt = later(learntAt, fact.recordedAt);
    return learntAt === fact.recordedAt ? fact : { ...fact, recordedAt: learntAt };
  });
};

/**
 * Every step that an agreement would have fired on an incident by `until`, in order, had the engine run without
 * a break: at its very instant, even where that stops its clock.
 */
export const stepsUnder = (incident: Incident, agreement: Agreement, until: Instant): CalledStep[] => {
  const { id: incidentId, ref: incidentRef } = incident;
  const learnt = { ...incident, facts: asLearnt(incident.facts) };
  return owedSteps(learnt, agreement, until, 'fires')
    .map(({ deadline: { clock, level, dueAt, step }, fromAt }) => ({
      ...{ incidentId, incidentRef, level, dueAt },
      clock: clock.label,
      statutory: clock.kind === 'statutory',
      firedAt: fromAt,
      duties: step.duties,
      ...(step.agencyId !== undefined && { agencyId: step.agencyId }),
    }))
    .sort(byFiring);
};
