import type { CallStep } from '../amhp/call-fact';
import type { Fact, FactKind } from '../incident/fact';

/** What can start, stop or resume an agreed clock: a kind of fact, or a step of a section 12 doctor's call. */
export type ClockEvent = Exclude<FactKind, 'doctor-call'> | `doctor-${CallStep}`;

export const clockEventOf = (fact: Fact): ClockEvent =>
  fact.kind === 'doctor-call' ? `doctor-${fact.step}` : fact.kind;
