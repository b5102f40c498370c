import type {
  Agreement,
  ClockRun,
  Fact,
  Incident,
  Instant,
  StatutoryKind,
  StatutoryLimit,
} from '@concord/domain';
import {
  clockState,
  detentionOf,
  endOfDetention,
  plusMinutes,
  runsOf,
  statutoryClocks,
  statutoryLimit,
  statutoryNames,
} from '@concord/domain';

export type Level = 'over' | 'due' | 'soon' | 'running' | 'stopped';

interface ShownClock {
  /** With the kind of clock, its one name. */
  readonly id: string;
  readonly label: string;
  readonly startedAt: Instant;
  /** When the agreed or legal time is up. */
  readonly endsAt: Instant;
  readonly stoppedAt: Instant | null;
  /** What stopped it, if it has stopped. */
  readonly stoppedBy: Fact | undefined;
}

/** A waiting time of the local agreement. */
export interface AgreedClock extends ShownClock {
  readonly kind: 'agreed';
  readonly run: ClockRun;
}

/** A time that the law itself sets, shown apart from every agreed clock. */
export interface LegalClock extends ShownClock {
  readonly kind: 'statutory';
  readonly law: StatutoryKind;
  readonly rule: string;
  /** Where it is the permitted period: its readings and extensions. */
  readonly limit: StatutoryLimit | undefined;
  readonly soonAt: Instant;
  readonly dueAt: Instant;
}

export type IncidentClock = AgreedClock | LegalClock;

const agreedClocks = (incident: Incident, agreement: Agreement): AgreedClock[] =>
  runsOf(incident, agreement).map((run) => ({
    kind: 'agreed' as const,
    id: `${run.threshold.id}/${run.subject}`,
    label: run.threshold.label,
    startedAt: run.startedAt,
    endsAt: plusMinutes(run.startedAt, run.threshold.overAfterMinutes),
    stoppedAt: run.stoppedAt,
    stoppedBy: run.stoppedBy ?? undefined,
    run,
  }));

/** The subsection that limits this detention: of s136, or of s135(1) under a warrant. */
const periodRule = (facts: readonly Fact[]): string =>
  detentionOf(facts)?.power.startsWith('s135')
    ? 'Mental Health Act 1983 s135(3ZA)'
    : 'Mental Health Act 1983 s136(2A)';

/** Soon from the ladder's first warning, due from its last before the end: the agreement's own steps, no figure of the screen's. */
const legalClocks = (incident: Incident, agreement: Agreement): LegalClock[] => {
  const limit = statutoryLimit(incident.facts);
  return statutoryClocks(incident).map(({ kind, startedAt, startedBy, endsAt, endedAt }) => {
    const warnings = agreement.statutoryLadders[kind]
      .map(({ minutesBeforeEnd }) => plusMinutes(endsAt, -minutesBeforeEnd))
      .filter((at) => at > startedAt && at < endsAt);
    return {
      kind: 'statutory',
      id: `${kind}/${startedBy}`,
      law: kind,
      label: statutoryNames[kind].label,
      rule: kind === 's136-permitted-period' ? periodRule(incident.facts) : statutoryNames[kind].rule,
      startedAt,
      endsAt,
      stoppedAt: endedAt,
      stoppedBy: endedAt === null ? undefined : endOfDetention(incident.facts),
      limit: kind === 's136-permitted-period' ? limit : undefined,
      soonAt: warnings.at(0) ?? endsAt,
      dueAt: warnings.at(-1) ?? endsAt,
    };
  });
};

const known = new WeakMap<Incident, { agreement: Agreement; clocks: readonly IncidentClock[] }>();

/** Every clock of an incident, running or stopped. Kept while the incident's image stays the same. */
export const clocksOf = (incident: Incident, agreement: Agreement | undefined): readonly IncidentClock[] => {
  if (!agreement) return [];
  const kept = known.get(incident);
  if (kept?.agreement === agreement) return kept.clocks;
  const clocks = [...legalClocks(incident, agreement), ...agreedClocks(incident, agreement)];
  known.set(incident, { agreement, clocks });
  return clocks;
};

export const isLegal = (clock: IncidentClock): clock is LegalClock => clock.kind === 'statutory';
export const isAgreed = (clock: IncidentClock): clock is AgreedClock => clock.kind === 'agreed';

/** The permitted period of detention, once it has started. */
export const permittedPeriod = (clocks: readonly IncidentClock[]): LegalClock | undefined =>
  clocks.filter(isLegal).find(({ law }) => law === 's136-permitted-period');

export const levelOf = (clock: IncidentClock, now: Instant): Level => {
  if (clock.kind === 'agreed') return clockState(clock.run, now);
  if (clock.stoppedAt !== null) return 'stopped';
  if (now >= clock.endsAt) return 'over';
  if (now >= clock.dueAt) return 'due';
  return now >= clock.soonAt ? 'soon' : 'running';
};

export const isRunning = (clock: IncidentClock): boolean => clock.stoppedAt === null;

/** A legal time that is up first of all: what goes on is unlawful. Otherwise whichever time is up first. */
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
