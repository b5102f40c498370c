import type { AgreedFreshness } from '../agreement/agreement';
import type { Deadline } from '../escalation/deadline';
import type { EscalationClock } from '../escalation/escalation';
import type { Instant } from '../instant';
import { plusMinutes } from '../instant';
import type { Place } from './place';
import type { Observation, Room } from './room';
import { ages } from './room';

/** The clock that runs on a place's own word: no incident starts it, and no threshold may take its name. */
export const STATUS_CLOCK: EscalationClock = {
  kind: 'agreed',
  thresholdId: 'place-status',
  label: 'Status confirmed',
};

/** `confirm`: whoever answers for the place is asked. `unknown`: its status is worth nothing any more. */
export const STATUS_POINTS = ['confirm', 'unknown'] as const;
export type StatusPoint = (typeof STATUS_POINTS)[number];

/** One step of the clock on a place's status; its duties are called in turn, the first that somebody holds. */
export interface StatusDeadline extends Omit<Deadline, 'point'> {
  readonly point: StatusPoint;
}

/** Everything a place has said that grows old: its rooms, unless the record itself knows them, its staff, its pressure. */
export const ageingWords = (
  { staffing, pressure }: Pick<Place, 'staffing' | 'pressure'>,
  rooms: readonly Room[],
): Observation[] => [
  ...rooms.filter(ages).map(({ observed }) => observed),
  ...(staffing ? [staffing.observed] : []),
  ...(pressure ? [pressure.observed] : []),
];

/** The oldest of it: what the clock is anchored to. Null where nothing grows old, and no clock runs. */
export const oldestWord = (
  place: Pick<Place, 'staffing' | 'pressure'>,
  rooms: readonly Room[],
): Observation | null =>
  ageingWords(place, rooms).reduce<Observation | null>(
    (oldest, word) => (oldest && oldest.at <= word.at ? oldest : word),
    null,
  );

/**
 * What must be fired for a place, and exactly when, by the freshness settings of the agreement in force:
 * a question to whoever answers for it, then word that its status is unknown. `rooms` are its own.
 */
export const statusDeadlines = (
  place: Place,
  rooms: readonly Room[],
  rule: AgreedFreshness,
): StatusDeadline[] => {
  const oldest = oldestWord(place, rooms);
  if (!oldest) return [];
  const step = (
    point: StatusPoint,
    afterMinutes: number,
    duties: AgreedFreshness['confirmDuties'],
  ): StatusDeadline => ({
    clock: STATUS_CLOCK,
    subject: place.id,
    point,
    anchorAt: oldest.at,
    step: { afterMinutes, duties },
    level: point === 'unknown' ? 'over' : 'due',
    dueAt: plusMinutes(oldest.at, afterMinutes),
  });
  return [
    step('confirm', rule.confirmAfterMinutes, rule.confirmDuties),
    step('unknown', rule.unknownAfterMinutes, rule.unknownDuties),
  ];
};

/** Whether anything of the place is overdue: while it is, one run of its clock goes on. */
export const isOverdue = (deadlines: readonly StatusDeadline[], now: Instant): boolean =>
  deadlines.some(({ dueAt }) => dueAt <= now);
