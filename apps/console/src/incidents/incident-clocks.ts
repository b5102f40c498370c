import type { Agreement, ClockRun, Incident, Instant, StatutoryLimit } from '@concord/domain';
import { clockState, plusMinutes, runsOf, statutoryLimit } from '@concord/domain';

export type Level = 'over' | 'due' | 'soon' | 'running' | 'stopped';

interface ShownClock {
  /** The fact that started it, with the kind of clock: its one name. */
  readonly id: string;
  readonly label: string;
  readonly startedAt: Instant;
  /** When the agreed or legal time is up. */
  readonly endsAt: Instant;
  readonly stoppedAt: Instant | null;
}

/** A waiting time of the local agreement. */
export interface AgreedClock extends ShownClock {
  readonly kind: 'agreed';
  readonly run: ClockRun;
}

/** The permitted period of detention: law, shown apart from every agreed clock. */
export interface StatutoryClock extends ShownClock {
  readonly kind: 'statutory';
  readonly limit: StatutoryLimit;
  readonly soonAt: Instant;
  readonly dueAt: Instant;
}

export type IncidentClock = AgreedClock | StatutoryClock;

const agreedClocks = (incident: Incident, agreement: Agreement): AgreedClock[] =>
  agreement.thresholds.flatMap((threshold) =>
    runsOf(threshold, incident.facts).map((run) => ({
      kind: 'agreed' as const,
      id: `${threshold.id}/${run.subject}`,
      label: threshold.label,
      startedAt: run.startedAt,
      endsAt: plusMinutes(run.startedAt, threshold.overAfterMinutes),
      stoppedAt: run.stoppedAt,
      run,
    })),
  );

/** Soon from the ladder's first warning, due from its last before the end: the agreement's own steps, no figure of the screen's. */
const statutoryClock = (incident: Incident, agreement: Agreement): StatutoryClock[] => {
  const limit = statutoryLimit(incident.facts);
  if (!limit) return [];
  const steps = agreement.statutoryLadder
    .map((step) => plusMinutes(limit.startedAt, step.afterMinutes))
    .filter((at) => at < limit.endsAt);
  return [
    {
      kind: 'statutory',
      id: limit.kind,
      label: '24-hour limit',
      startedAt: limit.startedAt,
      endsAt: limit.endsAt,
      stoppedAt: limit.endedAt,
      limit,
      soonAt: steps.at(0) ?? limit.endsAt,
      dueAt: steps.at(-1) ?? limit.endsAt,
    },
  ];
};

const known = new WeakMap<Incident, { agreement: Agreement; clocks: readonly IncidentClock[] }>();

/** Every clock of an incident, running or stopped. Kept while the incident's image stays the same. */
export const clocksOf = (incident: Incident, agreement: Agreement | undefined): readonly IncidentClock[] => {
  if (!agreement) return [];
  const kept = known.get(incident);
  if (kept?.agreement === agreement) return kept.clocks;
  const clocks = [...statutoryClock(incident, agreement), ...agreedClocks(incident, agreement)];
  known.set(incident, { agreement, clocks });
  return clocks;
};

export const levelOf = (clock: IncidentClock, now: Instant): Level => {
  if (clock.kind === 'agreed') return clockState(clock.run, now);
  if (clock.stoppedAt !== null) return 'stopped';
  if (now >= clock.endsAt) return 'over';
  if (now >= clock.dueAt) return 'due';
  return now >= clock.soonAt ? 'soon' : 'running';
};

export const isRunning = (clock: IncidentClock): boolean => clock.stoppedAt === null;

/** An ended detention period first of all: it is unlawful. Otherwise whichever time is up first. */
const urgency = (clock: IncidentClock, now: Instant): string =>
  `${clock.kind === 'statutory' && now >= clock.endsAt ? 0 : 1}${clock.endsAt}`;

/** The running clock that most needs somebody, if any runs. */
export const nextDeadline = (clocks: readonly IncidentClock[], now: Instant): IncidentClock | undefined =>
  clocks
    .filter(isRunning)
    .reduce<IncidentClock | undefined>(
      (first, clock) => (first && urgency(first, now) <= urgency(clock, now) ? first : clock),
      undefined,
    );

/** Board order: by next deadline; those with no clock running after them, newest first. */
export const byNextDeadline =
  (now: Instant) =>
  (
    a: { deadline: IncidentClock | undefined; openedAt: Instant; id: string },
    b: { deadline: IncidentClock | undefined; openedAt: Instant; id: string },
  ): number => {
    const keyA = a.deadline ? urgency(a.deadline, now) : '2';
    const keyB = b.deadline ? urgency(b.deadline, now) : '2';
    if (keyA !== keyB) return keyA < keyB ? -1 : 1;
    if (a.openedAt !== b.openedAt) return a.openedAt > b.openedAt ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  };
