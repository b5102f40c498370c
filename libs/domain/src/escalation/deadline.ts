import type { Agreement, LadderStep } from '../agreement/agreement';
import type { ClockEvent } from '../agreement/clock-event';
import { runsOf } from '../agreement/clock-run';
import type { Incident } from '../incident/incident';
import { searchHandedBack } from '../incident/search';
import type { Instant } from '../instant';
import { minutesBetween, plusMinutes } from '../instant';
import { statutoryClocks, statutoryNames } from '../law/statutory-clocks';
import type { EscalationClock, EscalationLevel } from './escalation';

/** One step of one ladder of one running clock: what must be fired, for what, and exactly when. */
export interface Deadline {
  readonly clock: EscalationClock;
  /** The fact that started the clock; with `clock` and `point` it names this deadline for good. */
  readonly subject: string;
  /** Minutes after the start of an agreed clock, or before the end of a legal one: as its ladder says it. */
  readonly point: number;
  readonly anchorAt: Instant;
  readonly step: LadderStep;
  readonly level: EscalationLevel;
  readonly dueAt: Instant;
}

type Step = Pick<Deadline, 'clock' | 'subject' | 'point' | 'anchorAt' | 'step'>;

const deadline = (step: Step, overAfter: number): Deadline => ({
  ...step,
  level: step.step.afterMinutes >= overAfter ? 'over' : 'due',
  dueAt: plusMinutes(step.anchorAt, step.step.afterMinutes),
});

/** A search handed back is the control room's: who is called for it follows the task. */
const calledNow = (step: LadderStep, startsOn: ClockEvent, incident: Incident): LadderStep =>
  startsOn === 'search-owed' && searchHandedBack(incident.facts)
    ? { ...step, duties: step.duties.map((duty) => (duty === 'suite-nurse' ? 'control-room' : duty)) }
    : step;

const agreedDeadlines = (incident: Incident, agreement: Agreement): Deadline[] =>
  runsOf(incident, agreement)
    .filter((run) => run.stoppedAt === null)
    .flatMap(({ threshold, subject, startedAt }) =>
      threshold.ladder.map((step) =>
        deadline(
          {
            clock: { kind: 'agreed', thresholdId: threshold.id, label: threshold.label },
            subject,
            point: step.afterMinutes,
            anchorAt: startedAt,
            step: calledNow(step, threshold.startsOn, incident),
          },
          threshold.overAfterMinutes,
        ),
      ),
    );

/**
 * The steps of a legal clock are agreed, and known, by the minutes before its end, so that an extension or
 * a correction moves them all and the alarm at the end is never mistaken for a warning that has rung. One
 * that would come before the clock started is left out.
 */
const statutoryDeadlines = (incident: Incident, agreement: Agreement): Deadline[] =>
  statutoryClocks(incident)
    .filter(({ endedAt }) => endedAt === null)
    .flatMap(({ kind, startedBy, startedAt, endsAt }) => {
      const clock: EscalationClock = { kind: 'statutory', limit: kind, label: statutoryNames[kind].label };
      const length = minutesBetween(startedAt, endsAt);
      return agreement.statutoryLadders[kind]
        .filter(({ minutesBeforeEnd }) => minutesBeforeEnd < length || minutesBeforeEnd <= 0)
        .map(({ minutesBeforeEnd, ...calls }) =>
          deadline(
            {
              clock,
              subject: startedBy,
              point: minutesBeforeEnd,
              anchorAt: startedAt,
              step: { ...calls, afterMinutes: length - minutesBeforeEnd },
            },
            length,
          ),
        );
    });

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

/** The one name of a deadline, whoever computes it; `point` as the deadline has it. */
export const deadlineKey = (clock: EscalationClock, subject: string, point: number): string =>
  `${clockName(clock)}/${subject}/${point}`;
