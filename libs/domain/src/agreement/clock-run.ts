import type { Fact } from '../incident/fact';
import type { Instant } from '../instant';
import { later, minutesBetween } from '../instant';
import { lastOf, rootOf } from '../incident/history';
import type { Incident } from '../incident/incident';
import { endsDetention, isOpen } from '../incident/incident';
import { asAgreed } from '../incident/two-agencies';
import type { AgreedThreshold, Agreement } from './agreement';
import type { ClockEvent } from './clock-event';
import { clockEventOf } from './clock-event';
import { rulesFor } from './rule-choice';

/** One running of one agreed clock: started by one fact, and known by that fact's id. */
export interface ClockRun {
  readonly threshold: AgreedThreshold;
  readonly subject: string;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  /** What stopped it, which may have come before it started; null while it runs. */
  readonly stoppedBy: Fact | null;
}

/** Nothing runs on once the incident has ended one way or the other. */
const endsAll = (fact: Fact): boolean =>
  endsDetention(fact) || fact.kind === 'diverted' || fact.kind === 'closed';

/**
 * What shut the record, while it is shut. A merged record can bring it what happened after its closing:
 * a wait that nobody would answer and nothing could stop, so it has stopped as it starts. It runs, from
 * that start, if the closing is taken back. A wait from between the outcome and the closing runs to the
 * closing.
 */
const shutBy = (facts: readonly Fact[]): Fact | undefined =>
  isOpen({ facts }) ? undefined : lastOf(facts, 'closed', 'diverted', 'incident-in-error', 'merged-into');

/** The hold, request or place outside the network that a fact is about: a clock started for one hold is not stopped by another's answer. */
const aboutWhat = (fact: Fact): string | undefined => {
  if (fact.kind === 'outside-accepted' || fact.kind === 'outside-withdrew') return fact.placeId;
  return 'holdId' in fact ? fact.holdId : 'requestId' in fact ? fact.requestId : undefined;
};

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
  return !endsAll(stop) && (subject === undefined || aboutWhat(stop) === subject);
};

/** A suite that refuses whom it had accepted gives the room back: what resumes on the one resumes on the other. */
const resumes = ({ resumesOn }: AgreedThreshold, event: ClockEvent): boolean =>
  resumesOn.includes(event) || (event === 'hold-refused' && resumesOn.includes('hold-released'));

/**
 * Whether what came before the start counts too: where a stop can be undone it is a state that lasts (a
 * room accepted before the detention, and not given back), so a clock that starts in it has stopped.
 */
const heldAlready = (threshold: AgreedThreshold, event: ClockEvent): boolean =>
  threshold.resumesOn.length > 0 && (threshold.stopsOn.includes(event) || resumes(threshold, event));

const runFrom = (
  threshold: AgreedThreshold,
  facts: readonly Fact[],
  index: number,
  { start, subject, shut }: { start: Fact; subject: string; shut: Fact | undefined },
): ClockRun => {
  let stops: Fact[] = [];
  for (const [at, fact] of facts.entries()) {
    const event = clockEventOf(fact);
    if (at <= index && !(at < index && heldAlready(threshold, event))) continue;
    if (endsAll(fact)) stops.push(fact);
    else if (!concerns(start, fact)) continue;
    else if (threshold.stopsOn.includes(event)) stops.push(fact);
    else if (resumes(threshold, event)) stops = stops.filter((stop) => !undoes(fact, stop));
  }
  const stop = stops[0] ?? shut;
  return {
    threshold,
    subject,
    startedAt: start.happenedAt,
    stoppedAt: stop ? later(start.happenedAt, stop.happenedAt) : null,
    stoppedBy: stop ?? null,
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
  const shut = shutBy(told);
  const governing = facts.map((start) => rulesFor(thresholds, start, person));
  return thresholds.flatMap((threshold) =>
    facts.flatMap((start, index) =>
      governing[index]?.includes(threshold)
        ? [runFrom(threshold, facts, index, { start, subject: rootOf(told, start), shut })]
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
