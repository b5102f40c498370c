import type { StepCalls } from '../agreement/agreement';
import type { Named, Duty } from '../duty';
import type { Instant } from '../instant';
import { later, secondsBetween } from '../instant';
import type { Deadline } from './deadline';
import type { About, Escalation, EscalationStep } from './escalation';
import { untouched } from './escalation';

/** Whom a step calls and how, and for which duties there was nobody. */
export interface Calls extends Pick<EscalationStep, 'called' | 'nobodyFor' | 'each'> {
  readonly channels?: StepCalls['channels'];
}

type Holders = (duty: Duty, agencyId?: string) => readonly Named[];

/** Everybody who holds any of the duties. */
const callEach = ({ duties, agencyId, each, channels }: StepCalls, holders: Holders): Calls => ({
  called: duties.flatMap((duty) => holders(duty, agencyId).map((who) => ({ duty, who }))),
  nobodyFor: duties.filter((duty) => holders(duty, agencyId).length === 0),
  each,
  channels,
});

/**
 * Whom the first of these steps calls, given those that follow it. Where nobody at all holds its duties
 * nothing is waited for: those of the next step that has anybody are called in their place at once, in the
 * way which that step says, and called again when its own time comes.
 */
export const callLadder = (steps: readonly StepCalls[], holders: Holders): Calls => {
  const tried = steps.map((step) => callEach(step, holders));
  const at = tried.findIndex(({ called }) => called.length > 0);
  const missed = (at < 0 ? tried : tried.slice(0, at + 1)).flatMap(({ nobodyFor }) => nobodyFor);
  return { called: [], ...tried[at], nobodyFor: [...new Set(missed)] };
};

/** Whoever holds the first of the duties that anybody holds; those before it are said to have had nobody. */
export const callFirst = (duties: readonly Duty[], holders: Holders): Calls => {
  const at = duties.findIndex((duty) => holders(duty).length > 0);
  return at < 0
    ? { called: [], nobodyFor: duties }
    : { ...callEach({ duties: duties.slice(at, at + 1) }, holders), nobodyFor: duties.slice(0, at) };
};

export interface Climb {
  readonly deadline: Omit<Deadline, 'point'>;
  /** When Concord first knew of this deadline: a fact entered late is not the engine's lateness. */
  readonly armedAt: Instant;
  readonly firedAt: Instant;
  readonly calls: Calls;
}

const stepOf = ({
  deadline,
  armedAt,
  firedAt,
  calls: { called, nobodyFor, each },
}: Climb): EscalationStep => ({
  afterMinutes: deadline.step.afterMinutes,
  level: deadline.level,
  dueAt: deadline.dueAt,
  firedAt,
  lateBySeconds: Math.max(0, Math.round(secondsBetween(later(deadline.dueAt, armedAt), firedAt))),
  called,
  nobodyFor,
  ...(each ? { each } : {}),
});

/**
 * The escalation with one more step of its ladder climbed: raised if this is the first, `over` once
 * the breach itself has passed. Ownership of a warning does not carry over its breach, nor over an
 * end that did not last: what has passed, or come back, needs somebody to say again that they have it.
 * What was turned quiet or put aside is heard again with every step.
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
    ...untouched,
    revision: 0,
  };
  const worsened = step.level === 'over' && base.level === 'due';
  const cameBack = base.resolvedAt !== null;
  return {
    ...base,
    level: worsened ? 'over' : base.level,
    steps: [...base.steps, step],
    resolvedAt: null,
    silences: [],
    snooze: null,
    nobodyReachedAt: step.called.length > 0 ? null : (base.nobodyReachedAt ?? step.firedAt),
    ...(worsened || cameBack ? { ownedBy: null, ownedAt: null, acknowledgements: [] } : {}),
  };
};
