import type { Named } from '../duty';
import type { Instant } from '../instant';
import { minutesBetween, plusMinutes } from '../instant';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import type { ClosedReason, ObservationSource, Room } from './room';
import type { Staffing } from './staffing';
import { roomsInUseOrHeld } from './staffing';

export type PromiseReason = 'discharge' | 'cleaning' | 'staff-due' | 'repair' | 'other';
export type Likelihood = 'likely' | 'possible';

/**
 * What a site says of a room to come: shown beside the present, never instead of it. When a closed room
 * is expected to reopen is the same thing, whether it is said as the room is closed or later: there is
 * one time that a site gives for a room, and it is scored alike.
 */
export interface RoomPromise {
  readonly freeAt: Instant;
  readonly likelihood: Likelihood;
  readonly reason: PromiseReason;
  readonly note: string;
  readonly by: Named;
  readonly madeAt: Instant;
  readonly source: ObservationSource;
  /** Of a free room that waits for staff: how many people the suite will then be staffed for. */
  readonly staffedFor?: number | undefined;
  /** Where it was put off by minutes once its time had come: the time told first, by which it is scored. */
  readonly toldFirst?: Instant | undefined;
}

/** How many of a site's promises came due, and how many of those were kept. */
export interface PromiseScore {
  readonly made: number;
  readonly kept: number;
}

/** A suite as it is while a room of it is promised: what staff are due for depends on all of its rooms. */
export interface Promising {
  readonly staffing: Staffing | null;
  readonly rooms: readonly Room[];
}

/** What a closing waits for, in the words of a promise of when the room opens again. */
export const reopensAfter: Readonly<Record<ClosedReason, PromiseReason>> = {
  damage: 'repair',
  works: 'repair',
  infection: 'cleaning',
  staffing: 'staff-due',
  other: 'other',
  'not-said': 'other',
};

/** A room free within this many minutes of the time given was promised truly. */
const GRACE_MINUTES = 15;
/** Past this a promise has been broken, whatever happens next. */
const BROKEN_MINUTES = 60;
const FURTHEST_MINUTES = 24 * 60;
/** Works and repairs are planned: eight weeks. */
const FURTHEST_REOPENING_MINUTES = 56 * 24 * 60;

const timeRefused = (room: Room, { freeAt, madeAt }: RoomPromise): Refusal | undefined => {
  const reopens = room.closedReason !== null;
  const furthest = reopens ? FURTHEST_REOPENING_MINUTES : FURTHEST_MINUTES;
  return freeAt > madeAt && freeAt <= plusMinutes(madeAt, furthest)
    ? undefined
    : refuse('time-impossible', `Give a time to come, within ${reopens ? 'eight weeks' : 'a day'}.`, {
        details: { field: 'freeAt', freeAt, now: madeAt },
      });
};

/** How many the suite must be staffed for before this free room is a place too; undefined where it is one already. */
const staffNeeded = (room: Room, { staffing, rooms }: Promising): number | undefined => {
  if (!staffing) return undefined;
  const free = rooms.filter(({ state }) => state === 'available').length;
  const inUse = roomsInUseOrHeld(rooms);
  if (staffing.staffedFor >= inUse + free) return undefined;
  const due = rooms.flatMap(({ id, promised }) => (id === room.id ? [] : (promised?.staffedFor ?? [])));
  return Math.max(staffing.staffedFor, inUse, ...due) + 1;
};

/** Whether a free room is no place because its suite has too few staff: when they come may be promised. */
export const lacksStaffFor = (room: Room, suite: Promising): boolean =>
  room.state === 'available' && staffNeeded(room, suite) !== undefined;

/**
 * The room with a promise of when it will be free or, closed, open again. A free room is promised only as
 * `staff-due`, while its suite has staff for fewer than its rooms. Refuses `not-allowed-in-this-state` for
 * any other free room, and `time-impossible` for a time that is past, over a day away, or over eight weeks
 * for a room that is closed or closing.
 */
export const promiseRoom = (room: Room, promise: RoomPromise, suite: Promising): Room | Refusal => {
  const staffedFor = promise.reason === 'staff-due' ? staffNeeded(room, suite) : undefined;
  if (room.state === 'available' && staffedFor === undefined) {
    return refuse('not-allowed-in-this-state', `${room.name} is free now: there is nothing to promise.`, {
      details: { state: room.state },
    });
  }
  const forStaff = room.state === 'available' ? { staffedFor } : {};
  return timeRefused(room, promise) ?? { ...room, promised: { ...promise, ...forStaff } };
};

/** When what has come of a promise is settled, if nobody says anything more of the room. */
export const promiseSettledAt = ({ freeAt }: RoomPromise): Instant => plusMinutes(freeAt, BROKEN_MINUTES);

const isOver = (freeAt: Instant, now: Instant): boolean => minutesBetween(freeAt, now) > GRACE_MINUTES;

/** What a promise is scored by: however often it is put off by minutes, the time told first. */
const firstTold = ({ freeAt, toldFirst }: RoomPromise): Instant => toldFirst ?? freeAt;

/** The promise of a room while it is worth anything: not a quarter of an hour after its time. */
export const standingPromise = ({ promised }: Pick<Room, 'promised'>, now: Instant): RoomPromise | null =>
  promised && !isOver(promised.freeAt, now) ? promised : null;

/** What has come of a promise, seen at an instant at which what was promised is or is not so. */
const promiseResult = (
  promise: RoomPromise,
  isSo: boolean,
  now: Instant,
): 'open' | 'kept' | 'late' | 'broken' => {
  if (isSo) return isOver(firstTold(promise), now) ? 'late' : 'kept';
  return now >= promiseSettledAt(promise) ? 'broken' : 'open';
};

const isSo = ({ staffedFor }: RoomPromise, room: Room, staffing: Staffing | null): boolean =>
  staffedFor === undefined ? room.state === 'available' : (staffing?.staffedFor ?? 0) >= staffedFor;

const isSame = (a: RoomPromise, b: RoomPromise | null): boolean =>
  a.madeAt === b?.madeAt && a.freeAt === b.freeAt;

/** Put off once its time had come, or dropped after it, is not kept; before, it is only better known. */
const failedWhenPutOff = (promise: RoomPromise, next: RoomPromise | null, now: Instant): boolean => {
  const first = firstTold(promise);
  return next === null ? now > first : now >= first && isOver(first, next.freeAt);
};

/** One that is put off by minutes once its time had come, and may still be kept, is that one still. */
const inPlaceOf = (was: RoomPromise, next: RoomPromise, now: Instant): RoomPromise =>
  now < firstTold(was) ? next : { ...next, toldFirst: firstTold(was) };

/** What a site's promises are scored by. */
export interface Promised {
  readonly promises: PromiseScore;
  readonly staffing: Staffing | null;
}

/**
 * A room as it is saved, and its site's score, once what has come of its promise is counted; both as they
 * were while it is open. A promise put off past its grace once its time had come has failed, and the next is another.
 */
export const settlePromise = (
  { before, after }: { readonly before: Room | null; readonly after: Room },
  { promises: score, staffing }: Promised,
  now: Instant,
): { readonly room: Room; readonly score: PromiseScore } => {
  const was = before?.promised;
  if (was && !isSame(was, after.promised)) {
    const { promised } = after;
    if (failedWhenPutOff(was, promised, now))
      return { room: after, score: { ...score, made: score.made + 1 } };
    return { room: promised ? { ...after, promised: inPlaceOf(was, promised, now) } : after, score };
  }
  if (!after.promised) return { room: after, score };
  const result = promiseResult(after.promised, isSo(after.promised, after, staffing), now);
  if (result === 'open') return { room: after, score };
  return {
    room: { ...after, promised: null },
    score: { made: score.made + 1, kept: score.kept + (result === 'kept' ? 1 : 0) },
  };
};

/** The site's score without what one mark of a room counted: that mark was a slip of the hand. */
export const unsettlePromise = (
  { promises: score, staffing }: Promised,
  { before, marked }: { readonly before: Room; readonly marked: Room },
): PromiseScore => {
  const after = { ...before, state: marked.state, promised: marked.promised ?? before.promised };
  const nothing = { promises: { made: 0, kept: 0 }, staffing };
  const counted = settlePromise({ before, after }, nothing, marked.observed.at).score;
  return { made: score.made - counted.made, kept: score.kept - counted.kept };
};

/** "7 of 10", or nothing while there is too little to go by. */
export const scoreWords = ({ made, kept }: PromiseScore): string =>
  made < 3 ? 'too few promises to judge by' : `keeps ${kept} of ${made}`;
