import type { Instant, Room } from '@concord/domain';
import { standingPromise } from '@concord/domain';
import { timeInList } from '../time/london';
import { likelihoodWords } from './place-words';

/** How far ahead a closed room may be said to open again. */
export const REOPENS_WITHIN_DAYS = 56;

/** What the time that a site gives for a room is the time of. */
export const promiseIsOf = ({ state, closedReason }: Pick<Room, 'state' | 'closedReason'>) =>
  state === 'available' ? 'staff' : closedReason === null ? 'free' : 'open';

/** "Free 21:00, likely", "Open again 09:00 14-Dec, possible", "Staff for 1 due 06:00, likely"; undefined once it is worth nothing. */
export const promisedWords = (room: Room, now: Instant): string | undefined => {
  const promise = standingPromise(room, now);
  if (!promise) return undefined;
  const { freeAt, likelihood, staffedFor } = promise;
  const what =
    staffedFor !== undefined
      ? `Staff for ${staffedFor} due`
      : promiseIsOf(room) === 'open'
        ? 'Open again'
        : 'Free';
  return `${what} ${timeInList(freeAt, now)}, ${likelihoodWords[likelihood]}`;
};
