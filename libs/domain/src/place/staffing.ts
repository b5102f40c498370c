import type { Instant } from '../instant';
import type { Freshness, FreshnessRule, Observation, Room } from './room';
import { freshness, freshnessOf } from './room';

/**
 * How many people a suite's staff can safely look after at once: an observation of its own, because a
 * free room that nobody can staff is not a free place.
 */
export interface Staffing {
  readonly staffedFor: number;
  readonly observed: Observation;
}

/** How hard an emergency department is pressed, as it says itself. */
export type PressureState = 'taking' | 'pressured' | 'escalated';

export interface Pressure {
  readonly state: PressureState;
  readonly observed: Observation;
}

/** What a suite can take now: never more than its free rooms, nor than its staff. */
export interface Offer {
  /** Rooms last said to be free, and confirmed within the agreed time. */
  readonly freeRooms: number;
  /** Rooms of which nobody knows any more: they are free for nobody. */
  readonly unconfirmed: readonly Room[];
  /** People in its rooms or promised one. */
  readonly inUse: number;
  /** People its staff could still take; null where the suite does not say. */
  readonly staffLeft: number | null;
  /** Of what was said about staff; `fresh` where nothing is. */
  readonly freshness: Freshness;
  readonly canTake: number;
}

/** People in these rooms or promised one: for them there are to be staff. */
export const roomsInUseOrHeld = (rooms: readonly Pick<Room, 'state'>[]): number =>
  rooms.filter(({ state }) => state === 'occupied' || state === 'held').length;

/**
 * The lesser of free rooms and staff. What was said of a room or of staff too long ago counts for nothing:
 * a value that has expired never adds a place (P4). Every count on a screen is made from this.
 */
export const offerOf = (
  staffing: Staffing | null,
  rooms: readonly Room[],
  rule: FreshnessRule,
  now: Instant,
): Offer => {
  const inUse = roomsInUseOrHeld(rooms);
  const unconfirmed = rooms.filter((room) => freshness(room, rule, now) === 'unknown');
  const freeRooms = rooms.filter((room) => room.state === 'available' && !unconfirmed.includes(room)).length;
  const fresh = staffing ? freshnessOf(staffing.observed, rule, now) : 'fresh';
  const staffLeft = staffing && Math.max(0, staffing.staffedFor - inUse);
  return {
    freeRooms,
    unconfirmed,
    inUse,
    staffLeft,
    freshness: fresh,
    canTake: fresh === 'unknown' ? 0 : Math.min(freeRooms, staffLeft ?? freeRooms),
  };
};
