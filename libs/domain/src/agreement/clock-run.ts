import type { Fact } from '../incident/fact';
import type { Instant } from '../instant';
import { later, minutesBetween } from '../instant';
import { rootOf } from '../incident/history';
import type { Incident } from '../incident/incident';
import { asAgreed } from '../incident/two-agencies';
import type { AgreedThreshold, Agreement } from './agreement';
import { rulesFor } from './rule-choice';

/** One running of one agreed clock: started by one fact, and known by that fact's id. */
export interface ClockRun {
  readonly threshold: AgreedThreshold;
  readonly subject: string;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
}

/** Nothing runs on once the incident has ended one way or the other. */
const endings: readonly Fact['kind'][] = [
  'outcome',
  'diverted',
  'closed',
  'incident-in-error',
  'merged-into',
];

/** The hold or request a fact is about: a clock started for one hold is not stopped by another's answer. */
const aboutWhat = (fact: Fact): string | undefined =>
  'holdId' in fact ? fact.holdId : 'requestId' in fact ? fact.requestId : undefined;

const concerns = (start: Fact, fact: Fact): boolean => {
  const subject = aboutWhat(start);
  return subject === undefined || aboutWhat(fact) === undefined || aboutWhat(fact) === subject;
};

/**
 * Whether a resuming fact takes a stop back. A hold that lapses undoes its own acceptance, not the
 * person's arrival somewhere else; and nothing undoes the end of the incident.
 */
const undoes = (resume: Fact, stop: Fact): boolean => {
  const subject = aboutWhat(resume);
  return !endings.includes(stop.kind) && (subject === undefined || aboutWhat(stop) === subject);
};

/**
 * Whether what came before the start counts too: where a stop can be undone it is a state that lasts (a
 * room accepted before the detention, and not given back), so a clock that starts in it has stopped.
 */
const heldAlready = ({ stopsOn, resumesOn }: AgreedThreshold, { kind }: Fact): boolean =>
  resumesOn.length > 0 && (stopsOn.includes(kind) || resumesOn.includes(kind));

const runFrom = (
  threshold: AgreedThreshold,
  facts: readonly Fact[],
  index: number,
  { start, subject }: { start: Fact; subject: string },
): ClockRun => {
  let stops: Fact[] = [];
  for (const [at, fact] of facts.entries()) {
    if (at <= index && !(at < index && heldAlready(threshold, fact))) continue;
    if (endings.includes(fact.kind)) stops.push(fact);
    else if (!concerns(start, fact)) continue;
    else if (threshold.stopsOn.includes(fact.kind)) stops.push(fact);
    else if (threshold.resumesOn.includes(fact.kind)) stops = stops.filter((stop) => !undoes(fact, stop));
  }
  return {
    threshold,
    subject,
    startedAt: start.happenedAt,
    stoppedAt: stops[0] ? later(start.happenedAt, stops[0].happenedAt) : null,
  };
};

/**
 * Every run of every agreed clock of an incident, by threshold and then in the order they started. Each
 * wait is governed by the most specific rule that holds for its start and the person as now known.
 */
export const runsOf = (
  { facts: told, person }: Pick<Incident, 'facts' | 'person'>,
  { thresholds, disputedTimes }: Pick<Agreement, 'thresholds' | 'disputedTimes'>,
): ClockRun[] => {
  const facts = asAgreed(told, disputedTimes);
  const governing = facts.map((start) => rulesFor(thresholds, start, person));
  return thresholds.flatMap((threshold) =>
    facts.flatMap((start, index) =>
      governing[index]?.includes(threshold)
        ? [runFrom(threshold, facts, index, { start, subject: rootOf(told, start) })]
        : [],
    ),
  );
};

export type ClockState = 'running' | 'soon' | 'due' | 'over' | 'stopped';

/** What a console shows of an agreed clock at an instant. */
export const clockState = (run: ClockRun, now: Instant): ClockState => {
  if (run.stoppedAt !== null) return 'stopped';
  const elapsed = minutesBetween(run.startedAt, now);
  if (elapsed >= run.threshold.overAfterMinutes) return 'over';
  if (elapsed >= run.threshold.dueAfterMinutes) return 'due';
  return elapsed >= run.threshold.soonAfterMinutes ? 'soon' : 'running';
};
