import type { Duty, Escalation } from '@concord/domain';
import type { Journey } from './journey';
import type { LiveBoard } from './live-board';

/** One escalation as a supervisor would tell it. */
export interface Alarm {
  readonly level: Escalation['level'];
  readonly startedAt: string;
  readonly open: boolean;
  /** When each step was fired, and to which duties. */
  readonly called: readonly [at: string, ...duties: Duty[]][];
}

const told = ({ level, startedAt, resolvedAt, steps }: Escalation): Alarm => ({
  level,
  startedAt,
  open: resolvedAt === null,
  called: steps.map(({ firedAt, called }) => [firedAt, ...new Set(called.map(({ duty }) => duty))]),
});

/** Every escalation of an incident on a board, by the name of its clock; one clock may have run twice. */
export const alarmsOf = (
  board: LiveBoard,
  { incidentId }: Pick<Journey, 'incidentId'>,
  label: string,
): Alarm[] =>
  [...board.state().escalation.values()]
    .filter((each) => each.incidentId === incidentId && each.clock.label === label)
    .map(told);

/** What is on a board about incidents: places have alarms of their own, when nobody says how they are. */
export const incidentAlarms = (board: LiveBoard): Escalation[] =>
  [...board.state().escalation.values()].filter(({ incidentId }) => incidentId !== null);

/** The one escalation of that clock; fails when there is none, or more than one. */
export const alarmOf = (board: LiveBoard, journey: Pick<Journey, 'incidentId'>, label: string): Alarm => {
  const [alarm, ...more] = alarmsOf(board, journey, label);
  if (alarm && more.length === 0) return alarm;
  const all = [...board.state().escalation.values()].map(
    ({ clock, incidentRef }) => `${incidentRef} ${clock.label}`,
  );
  throw new Error(
    `"${label}": ${more.length > 0 ? more.length + 1 : 0} escalations, of ${all.join(', ') || 'none'}`,
  );
};
