import type { Agreement, Fact, Incident, Instant, LawInForce, Refusal } from '@concord/domain';
import { recordFact, refused, stateOf } from '@concord/domain';
import { timeSeenFrom } from '../time/london';
import { incidentStateWords } from '../words/codes';
import type { IncidentClock } from './incident-clocks';
import { clocksOf, isLegal } from './incident-clocks';

export interface Changes {
  readonly lines: readonly string[];
  /** A legal time would be up already: an alarm is raised the moment it is recorded. */
  readonly alarms: boolean;
}

const isOver = (clock: IncidentClock | undefined, now: Instant): boolean =>
  clock !== undefined && clock.stoppedAt === null && now >= clock.endsAt;

/** What would become of one clock, in words; nothing where it would stay as it is. */
const lineOf = (
  before: IncidentClock | undefined,
  after: IncidentClock | undefined,
  now: Instant,
): string | undefined => {
  const seen = (at: Instant) => timeSeenFrom(at, now);
  if (!after) return before && `${before.label} would no longer run.`;
  const { label } = after;
  if (!before) {
    return after.stoppedAt === null
      ? `${label} would run, and end ${seen(after.endsAt)}.`
      : `${label} would have run, and have stopped ${seen(after.stoppedAt)}.`;
  }
  if (before.endsAt !== after.endsAt)
    return `${label} would end ${seen(after.endsAt)} instead of ${seen(before.endsAt)}.`;
  if (before.stoppedAt === after.stoppedAt) return undefined;
  if (after.stoppedAt === null) return `${label} would run on, and end ${seen(after.endsAt)}.`;
  return before.stoppedAt === null
    ? `${label} would stop ${seen(after.stoppedAt)}.`
    : `${label} would have stopped ${seen(after.stoppedAt)} instead of ${seen(before.stoppedAt)}.`;
};

const stateLine = (before: Incident, after: Incident): string[] => {
  const [was, is] = [stateOf(before.facts), stateOf(after.facts)];
  return was === is
    ? []
    : [`It would say “${incidentStateWords[is]}” instead of “${incidentStateWords[was]}”.`];
};

/** A legal clock is the same one whatever starts it: another reading of its start moves it. */
const nameOf = (clock: IncidentClock): string => (isLegal(clock) ? clock.law : clock.id);

const clocksByName = (incident: Incident, agreement: Agreement | undefined): Map<string, IncidentClock> =>
  new Map(clocksOf(incident, agreement).map((clock) => [nameOf(clock), clock]));

interface Looking {
  readonly agreement: Agreement | undefined;
  readonly now: Instant;
  readonly law?: LawInForce | undefined;
}

/**
 * What a fact would do to the clocks if it were recorded as it is, or the refusal it would meet. Of one
 * newly told only the legal clocks are spoken of: that agreed waits start and stop is what it is for.
 */
export const changesWith = (
  incident: Incident,
  fact: Fact,
  { agreement, now, law }: Looking,
): Changes | Refusal => {
  const after = recordFact(incident, fact, law);
  if (refused(after)) return after;
  const putRight = fact.corrects !== undefined;
  const spokenOf = (clock: IncidentClock) => putRight || isLegal(clock);
  const before = clocksByName(incident, agreement);
  const then = clocksByName(after, agreement);
  const names = [...new Set([...before.keys(), ...then.keys()])];
  const lines = names.flatMap((name) => {
    const clock = then.get(name) ?? before.get(name);
    const line = clock && spokenOf(clock) ? lineOf(before.get(name), then.get(name), now) : undefined;
    return line === undefined ? [] : [line];
  });
  return {
    lines: [...lines, ...(putRight ? stateLine(incident, after) : [])],
    alarms: [...then.values()].some(
      (clock) => isLegal(clock) && isOver(clock, now) && !isOver(before.get(nameOf(clock)), now),
    ),
  };
};
