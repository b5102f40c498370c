import type { Deadline, Incident } from '@concord/domain';
import { deadlineKey, deadlinesOf } from '@concord/domain';
import { agreement, msAt } from './made-up-incident';
import type { Version } from './made-up-incident';

/** A step that was fired, and by which version of the incident's facts. */
export interface Fired {
  readonly minute: number;
  readonly known: number;
  readonly deadline: Deadline;
}

interface Timer {
  readonly state: 'armed' | 'fired' | 'cancelled';
  readonly deadline: Deadline;
}

const keyOf = ({ clock, subject, point }: Deadline): string => deadlineKey(clock, subject, point);

const minuteOf = ({ dueAt }: Deadline): number => (Date.parse(dueAt) - msAt(0)) / 60_000;

/** As the engine keeps its timers: a fired one is armed again only when its time is put in the future. */
const align = (timers: Map<string, Timer>, incident: Incident, now: number): void => {
  const wanted = new Map(deadlinesOf(incident, agreement).map((deadline) => [keyOf(deadline), deadline]));
  for (const [key, timer] of timers) {
    if (timer.state === 'armed' && !wanted.has(key)) timers.set(key, { ...timer, state: 'cancelled' });
  }
  for (const [key, deadline] of wanted) {
    const timer = timers.get(key);
    const isSpent =
      timer?.state === 'fired' && (timer.deadline.dueAt === deadline.dueAt || minuteOf(deadline) <= now);
    if (!isSpent) timers.set(key, { state: 'armed', deadline });
  }
};

/**
 * Every step that the engine's own rules call for, fired on the minute. `atTheStop` says whether one
 * due in the very minute in which something else is told is fired before that: either is right.
 */
export const firedFor = (versions: readonly Version[], until: number, atTheStop: boolean): Fired[] => {
  const timers = new Map<string, Timer>();
  return versions.flatMap(({ minute: since, incident }, known) => {
    align(timers, incident, since);
    const next = versions[known + 1]?.minute;
    const fired: Fired[] = [];
    for (const [key, { state, deadline }] of timers) {
      const minute = Math.max(since, minuteOf(deadline));
      const inTime = next === undefined ? minute <= until : minute < next || (atTheStop && minute === next);
      if (state !== 'armed' || !inTime) continue;
      timers.set(key, { state: 'fired', deadline });
      fired.push({ minute, known, deadline });
    }
    return fired.sort((a, b) => a.minute - b.minute);
  });
};
