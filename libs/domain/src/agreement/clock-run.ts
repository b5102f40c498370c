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
import { firstRequests, isAsking } from './follow-on';
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

/**
 * The hold, request or place outside the network that a fact is about: a clock started for one hold is not
 * stopped by another's answer. A request that takes the place of one to another service is one with it.
 */
type AboutWhat = (fact: Fact) => string | undefined;

const aboutIn = (facts: readonly Fact[]): AboutWhat => {
  const firsts = firstRequests(facts);
  return (fact) => {
    if (fact.kind === 'outside-accepted' || fact.kind === 'outside-withdrew') return fact.placeId;
    if ('holdId' in fact) return fact.holdId;
    return 'requestId' in fact ? (firsts.get(fact.requestId) ?? fact.requestId) : undefined;
  };
};

/** It takes the place of a request on this record: the wait that began with the first goes on. */
const followsOn = (fact: Fact, about: AboutWhat): boolean => isAsking(fact) && about(fact) !== fact.requestId;

const concerns = (start: Fact, fact: Fact, about: AboutWhat): boolean => {
  const subject = about(start);
  return subject === undefined || about(fact) === undefined || about(fact) === subject;
};

/**
 * Whether a resuming fact takes a stop back. A hold that lapses undoes its own acceptance, not the
 * person's arrival somewhere else; and nothing undoes the end of the incident.
 */
const undoes = (resume: Fact, stop: Fact, about: AboutWhat): boolean => {
  const subject = about(resume);
  return !endsAll(stop) && (subject === undefined || about(stop) === subject);
};

/**
 * Whether what came before the start counts too: where a stop can be undone it is a state that lasts (a
 * room accepted before the detention, and not given back), so a clock that starts in it has stopped.
 */
const heldAlready = ({ stopsOn, resumesOn }: AgreedThreshold, event: ClockEvent): boolean =>
  resumesOn.length > 0 && (stopsOn.includes(event) || resumesOn.includes(event));

const runFrom = (
  threshold: AgreedThreshold,
  facts: readonly Fact[],
  index: number,
  { start, subject, shut, about }: { start: Fact; subject: string; shut: Fact | undefined; about: AboutWhat },
): ClockRun => {
  const goesOn = (fact: Fact) => isAsking(start) && followsOn(fact, about);
  let stops: Fact[] = [];
  for (const [at, fact] of facts.entries()) {
    const event = clockEventOf(fact);
    if (at <= index && !(at < index && heldAlready(threshold, event))) continue;
    if (endsAll(fact)) stops.push(fact);
    else if (!concerns(start, fact, about)) continue;
    else if (threshold.stopsOn.includes(event)) stops.push(fact);
    else if (threshold.resumesOn.includes(event) || goesOn(fact))
      stops = stops.filter((stop) => !undoes(fact, stop, about));
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
 * wait is governed by the most specific rule that holds for its start and the person as now known. A
 * request that takes the place of one to another service starts no wait: the first one's goes on, whoever
 * had accepted it.
 */
export const runsOf = (
  { facts: told, person }: Pick<Incident, 'facts' | 'person'>,
  { thresholds, disputedTimes }: Pick<Agreement, 'thresholds' | 'disputedTimes'>,
): ClockRun[] => {
  const facts = asAgreed(told, disputedTimes);
  const shut = shutBy(told);
  const about = aboutIn(facts);
  const governing = facts.map((start) =>
    followsOn(start, about) ? [] : rulesFor(thresholds, start, person),
  );
  return thresholds.flatMap((threshold) =>
    facts.flatMap((start, index) =>
      governing[index]?.includes(threshold)
        ? [runFrom(threshold, facts, index, { start, subject: rootOf(told, start), shut, about })]
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
