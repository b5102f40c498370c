import type { Named } from '../duty';
import type { Instant } from '../instant';
import { minutesBetween, plusMinutes } from '../instant';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import type { ObservationSource, Room } from './room';

export type PromiseReason = 'discharge' | 'cleaning' | 'staff-due' | 'repair' | 'other';
export type Likelihood = 'likely' | 'possible';

/** What a site says of a room to come: shown beside the present, never instead of it. */
export interface RoomPromise {
  readonly freeAt: Instant;
  readonly likelihood: Likelihood;
  readonly reason: PromiseReason;
  readonly note: string;
  readonly by: Named;
  readonly madeAt: Instant;
  readonly source: ObservationSource;
}

/** How many of a site's promises came due, and how many of those were kept. */
export interface PromiseScore {
  readonly made: number;
  readonly kept: number;
}

/** A room free within this many minutes of the time given was promised truly. */
const GRACE_MINUTES = 15;
/** Past this a promise has been broken, whatever happens next. */
const BROKEN_MINUTES = 60;
const FURTHEST_MINUTES = 24 * 60;

/** The room with a promise of when it will be free. Refuses what is free now, and a time past or over a day away. */
export const promiseRoom = (room: Room, promise: RoomPromise): Room | Refusal => {
  if (room.state === 'available') {
    return refuse('not-allowed-in-this-state', `${room.name} is free now: there is nothing to promise.`, {
      details: { state: room.state },
    });
  }
  const { freeAt, madeAt } = promise;
  if (freeAt <= madeAt || freeAt > plusMinutes(madeAt, FURTHEST_MINUTES)) {
    return refuse('time-impossible', 'Give a time to come, within a day.', {
      details: { field: 'freeAt', freeAt, now: madeAt },
    });
  }
  return { ...room, promised: promise };
};

/** What has come of a promise, seen at an instant at which the room is or is not free. */
const promiseResult = (
  { freeAt }: RoomPromise,
  isFree: boolean,
  now: Instant,
): 'open' | 'kept' | 'late' | 'broken' => {
  const over = minutesBetween(freeAt, now);
  if (isFree) return over <= GRACE_MINUTES ? 'kept' : 'late';
  return over > BROKEN_MINUTES ? 'broken' : 'open';
};

/** The room and its site's score once what has come of its promise is counted; both as they were while it is open. */
export const settlePromise = (
  room: Room,
  score: PromiseScore,
  now: Instant,
): { readonly room: Room; readonly score: PromiseScore } => {
  if (!room.promised) return { room, score };
  const result = promiseResult(room.promised, room.state === 'available', now);
  if (result === 'open') return { room, score };
  return {
    room: { ...room, promised: null },
    score: { made: score.made + 1, kept: score.kept + (result === 'kept' ? 1 : 0) },
  };
};

/** The site's score without what one mark of a room counted: that mark was a slip of the hand. */
export const unsettlePromise = (
  score: PromiseScore,
  { before, marked, at }: { readonly before: Room; readonly marked: Room; readonly at: Instant },
): PromiseScore => {
  const counted = settlePromise({ ...before, state: marked.state }, { made: 0, kept: 0 }, at).score;
  return { made: score.made - counted.made, kept: score.kept - counted.kept };
};

/** "7 of 10", or nothing while there is too little to go by. */
export const scoreWords = ({ made, kept }: PromiseScore): string =>
  made < 3 ? 'too few promises to judge by' : `keeps ${kept} of ${made}`;
