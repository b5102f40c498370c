import type { Agreement, LadderStep } from '../agreement/agreement';
import { runsOf } from '../agreement/clock-run';
import type { Incident } from '../incident/incident';
import type { Instant } from '../instant';
import { plusMinutes } from '../instant';
import { PERMITTED_PERIOD_MINUTES, statutoryLimit } from '../law/statutory-limit';
import type { EscalationClock, EscalationLevel } from './escalation';

/** One step of one ladder of one running clock: what must be fired, for what, and exactly when. */
export interface Deadline {
  readonly clock: EscalationClock;
  /** The fact that started the clock; with `clock` and `afterMinutes` it names this deadline for good. */
  readonly subject: string;
  readonly anchorAt: Instant;
  readonly step: LadderStep;
  readonly level: EscalationLevel;
  readonly dueAt: Instant;
}

const deadline = (
  clock: EscalationClock,
  subject: string,
  anchorAt: Instant,
  step: LadderStep,
  overAfter: number,
): Deadline => ({
  clock,
  subject,
  anchorAt,
  step,
  level: step.afterMinutes >= overAfter ? 'over' : 'due',
  dueAt: plusMinutes(anchorAt, step.afterMinutes),
});

const agreedDeadlines = (incident: Incident, agreement: Agreement): Deadline[] =>
  agreement.thresholds.flatMap((threshold) =>
    runsOf(threshold, incident.facts)
      .filter((run) => run.stoppedAt === null)
      .flatMap((run) =>
        threshold.ladder.map((step) =>
          deadline(
            { kind: 'agreed', thresholdId: threshold.id, label: threshold.label },
            run.subject,
            run.startedAt,
            step,
            threshold.overAfterMinutes,
          ),
        ),
      ),
  );

const statutoryDeadlines = (incident: Incident, agreement: Agreement): Deadline[] => {
  const limit = statutoryLimit(incident.facts);
  if (!limit || limit.endedAt !== null) return [];
  const clock: EscalationClock = { kind: 'statutory', limit: limit.kind, label: '24-hour limit' };
  return agreement.statutoryLadder.map((step) =>
    deadline(clock, limit.startedBy, limit.startedAt, step, PERMITTED_PERIOD_MINUTES),
  );
};

/**
 * Every deadline that the facts and the stamped agreement now call for. Timers are brought into
 * line with this after each change, so a correction moves them without any rule of its own.
 */
export const deadlinesOf = (incident: Incident, agreement: Agreement): Deadline[] => [
  ...agreedDeadlines(incident, agreement),
  ...statutoryDeadlines(incident, agreement),
];

/** Which clock, by its name in the agreement or in law. */
export const clockName = (clock: EscalationClock): string =>
  clock.kind === 'agreed' ? clock.thresholdId : clock.limit;

/** The one name of a deadline, whoever computes it. */
export const deadlineKey = (clock: EscalationClock, subject: string, afterMinutes: number): string =>
  `${clockName(clock)}/${subject}/${afterMinutes}`;
