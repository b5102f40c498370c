import type { Named } from '../duty';
import type { Instant } from '../instant';
import { plusMinutes } from '../instant';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import type { Place } from './place';
import type { ClosedReason, Observation, ObservationSource, Room, RoomState } from './room';
import { isUntold } from './room';
import type { PressureState } from './staffing';

/** One thing that was said of a place, or of an alternative to detention. */
export type StatusValue =
  | {
      readonly of: 'room';
      readonly roomId: string;
      readonly state: RoomState;
      readonly closedReason: ClosedReason | null;
    }
  | { readonly of: 'staffing'; readonly staffedFor: number }
  | { readonly of: 'pressure'; readonly state: PressureState }
  | { readonly of: 'places-left'; readonly left: number }
  /** Why an alternative is called off for the day; null where it is open after all. */
  | { readonly of: 'shut'; readonly reason: string | null };

/** One telling of the status of a place or an alternative, kept for good whether or not it changed what is shown. */
export interface ToldStatus {
  readonly id: string;
  readonly areaId: string;
  /** Of the place, or of the alternative. */
  readonly placeId: string;
  readonly said: readonly StatusValue[];
  /** "Nothing has changed": all of it was so already. */
  readonly confirmed: boolean;
  readonly observedAt: Instant;
  readonly recordedAt: Instant;
  readonly by: Named;
  readonly source: ObservationSource;
  /** False for word that came after newer word: it is history, and the present is as it was. */
  readonly tookEffect: boolean;
  /** When its author said that it was a slip of the hand; null where it stands. */
  readonly takenBackAt: Instant | null;
  readonly revision: number;
}

/** How long ago something may have been seen that is told only now. */
export const OLDEST_TOLD_HOURS = 12;
/** Clocks of desks and of other systems differ by so much: what they say is ahead of us is now. */
const AHEAD_MINUTES = 1;

/**
 * When something was observed, if it is said: now unless told otherwise. Refuses `time-impossible`, naming
 * `observedAt`, for a time to come and for one more than twelve hours back.
 */
export const whenObserved = (given: Instant | undefined, now: Instant): Instant | Refusal => {
  if (given === undefined) return now;
  if (given > plusMinutes(now, AHEAD_MINUTES) || given < plusMinutes(now, -OLDEST_TOLD_HOURS * 60))
    return refuse(
      'time-impossible',
      `Give the time at which it was seen: not to come, and at most ${OLDEST_TOLD_HOURS} hours ago.`,
      { details: { field: 'observedAt', observedAt: given, now } },
    );
  return given > now ? now : given;
};

/** Whether word seen at an instant came after newer word: it is kept, and changes nothing. */
export const cameLate = (at: Instant, present: Observation | undefined): boolean =>
  present !== undefined && at < present.at;

export const roomValue = ({
  id,
  state,
  closedReason,
}: Pick<Room, 'id' | 'state' | 'closedReason'>): StatusValue => ({
  of: 'room',
  roomId: id,
  state,
  closedReason,
});

/** There is nothing to confirm of a room of which nothing was ever said: confirming it would make up that it is free. */
export const untold = (rooms: readonly Room[]): Refusal | undefined => {
  const names = rooms
    .filter(({ observed }) => isUntold(observed))
    .map(({ name }) => name)
    .sort();
  return names.length === 0
    ? undefined
    : refuse(
        'not-allowed-in-this-state',
        `Tell the state of each room first: nothing has been said yet of ${names.join(', ')}.`,
        { details: { untold: names } },
      );
};

/** What a place says of itself beyond its rooms, with the word for each. */
export const placeWords = ({
  staffing,
  pressure,
}: Pick<Place, 'staffing' | 'pressure'>): {
  readonly value: StatusValue;
  readonly observed: Observation;
}[] => [
  ...(staffing
    ? [{ value: { of: 'staffing', staffedFor: staffing.staffedFor } as const, observed: staffing.observed }]
    : []),
  ...(pressure
    ? [{ value: { of: 'pressure', state: pressure.state } as const, observed: pressure.observed }]
    : []),
];

export const sameValue = (a: StatusValue, b: StatusValue): boolean =>
  a.of === 'room' && b.of === 'room'
    ? a.roomId === b.roomId && a.state === b.state && a.closedReason === b.closedReason
    : a.of === 'staffing' && b.of === 'staffing'
      ? a.staffedFor === b.staffedFor
      : a.of === 'pressure' && b.of === 'pressure'
        ? a.state === b.state
        : a.of === 'places-left' && b.of === 'places-left'
          ? a.left === b.left
          : a.of === 'shut' && b.of === 'shut' && a.reason === b.reason;

/** Whether a telling that stands is sent again: of the same things, seen at the same time, by the same person and way. */
export const isToldAgain = (
  told: ToldStatus,
  { said, by, source, observedAt }: Pick<ToldStatus, 'said' | 'by' | 'source' | 'observedAt'>,
): boolean =>
  told.takenBackAt === null &&
  told.observedAt === observedAt &&
  told.source === source &&
  told.by.userId === by.userId &&
  told.said.length === said.length &&
  said.every((value) => told.said.some((one) => sameValue(one, value)));
