import type { Named, Duty } from '../duty';
import type { Instant } from '../instant';
import { later, secondsBetween } from '../instant';
import type { Deadline } from './deadline';
import type { About, Escalation, EscalationStep } from './escalation';

/** Whom a step calls, and for which of its duties there was nobody. */
export type Calls = Pick<EscalationStep, 'called' | 'nobodyFor'>;

type Holders = (duty: Duty) => readonly Named[];

/** Everybody who holds any of the duties. */
export const callEach = (duties: readonly Duty[], holders: Holders): Calls => ({
  called: duties.flatMap((duty) => holders(duty).map((who) => ({ duty, who }))),
  nobodyFor: duties.filter((duty) => holders(duty).length === 0),
});

/** Whoever holds the first of the duties that anybody holds; those before it are said to have had nobody. */
export const callFirst = (duties: readonly Duty[], holders: Holders): Calls => {
  const at = duties.findIndex((duty) => holders(duty).length > 0);
  return at < 0
    ? { called: [], nobodyFor: duties }
    : { ...callEach(duties.slice(at, at + 1), holders), nobodyFor: duties.slice(0, at) };
};

export interface Climb {
  readonly deadline: Omit<Deadline, 'point'>;
  /** When Concord first knew of this deadline: a fact entered late is not the engine's lateness. */
  readonly armedAt: Instant;
  readonly firedAt: Instant;
  readonly calls: Calls;
}

const stepOf = ({ deadline, armedAt, firedAt, calls }: Climb): EscalationStep => ({
  afterMinutes: deadline.step.afterMinutes,
  level: deadline.level,
  dueAt: deadline.dueAt,
  firedAt,
  lateBySeconds: Math.max(0, Math.round(secondsBetween(later(deadline.dueAt, armedAt), firedAt))),
  ...calls,
});

/**
 * The escalation with one more step of its ladder climbed: raised if this is the first, `over` once
 * the breach itself has passed. Ownership of a warning does not carry over its breach, nor over an
 * end that did not last: what has passed, or come back, needs somebody to say again that they have it.
 */
export const climb = (
  escalation: Escalation | undefined,
  id: string,
  about: About & Pick<Escalation, 'areaId'>,
  occasion: Climb,
): Escalation => {
  const step = stepOf(occasion);
  const base: Escalation = escalation ?? {
    id,
    areaId: about.areaId,
    incidentId: about.incidentId,
    incidentRef: about.incidentRef,
    placeId: about.placeId,
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
