import type { Instant, LateEntry } from '@concord/domain';
import { minutesBetween } from '@concord/domain';
import { readTimeEntry } from '../time/time-entry';

/** How somebody came to say it: on whose word, and why only now. */
export interface Told {
  readonly late: LateEntry | undefined;
  readonly source: string;
}

export const onMyWord: Told = { late: undefined, source: '' };

/** Longer ago than this it was not entered as it happened. */
const LATE_AFTER_MINUTES = 15;

export const isLate = (typed: string, now: Instant): boolean => {
  const entry = readTimeEntry(typed, now);
  return 'at' in entry && minutesBetween(entry.at, now) > LATE_AFTER_MINUTES;
};

/** What goes with the command. A reason for lateness that was chosen before the time was put right is dropped. */
export const toldToSend = (
  { late, source }: Told,
  typed: string,
  now: Instant,
): { late?: LateEntry; source?: string } => ({
  ...(late && isLate(typed, now) && { late }),
  ...(source.trim() && { source: source.trim() }),
});
