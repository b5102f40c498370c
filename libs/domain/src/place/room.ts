import type { Instant } from '../instant';
import { minutesBetween, plusMinutes } from '../instant';
import type { Lifecycle } from '../lifecycle';
import { canMove } from '../lifecycle';
import type { Named } from '../duty';
import { refuse } from '../refusal';
import type { Need, SexBand } from './fitness';
import type { Guest, LentBy, LentTo } from './lent';
import type { RoomPromise } from './promise';
import type { Refusal } from '../refusal';

export type RoomState = 'available' | 'held' | 'occupied' | 'cleaning' | 'closed';

/** `not-said`: it was closed first, and why is still to be told. */
export type ClosedReason = 'damage' | 'staffing' | 'infection' | 'works' | 'other' | 'not-said';

/** Minutes from the closing of a room within which its site says why. */
export const REASON_WITHIN_MINUTES = 10;

/**
 * Whose word a status is: the site itself, a telephone check, or Concord's own records. `set-up`: nobody's,
 * for nobody has said anything since the area was set up, and nothing can be relied on or confirmed.
 */
export type ObservationSource = 'site' | 'telephone' | 'system' | 'set-up';

/** A status is worth no more than its age: who last said it was so, when, and how they knew. */
export interface Observation {
  readonly at: Instant;
  readonly by: Named;
  readonly source: ObservationSource;
}

export type AgeBand = 'adults' | 'under-18s' | 'any-age';

export interface Room {
  readonly id: string;
  readonly areaId: string;
  readonly placeId: string;
  readonly name: string;
  readonly ages: AgeBand;
  readonly sexes: SexBand;
  readonly meets: readonly Need[];
  readonly state: RoomState;
  readonly observed: Observation;
  /** The hold that promises this room, while `held`. */
  readonly holdId: string | null;
  /** The incident whose person is in this room, while `occupied` through Concord. */
  readonly incidentId: string | null;
  readonly closedReason: ClosedReason | null;
  /** When the site says it will be free, if it has said. */
  readonly promised: RoomPromise | null;
  /** Of a neighbour's room: whose it is. */
  readonly lentBy: LentBy | null;
  /** Neighbours with a row of their own for it. */
  readonly lentTo: readonly LentTo[];
  /** The neighbour whose person it is promised to or filled with. */
  readonly guest: Guest | null;
  readonly revision: number;
}

export const roomLifecycle: Lifecycle<RoomState> = {
  available: ['held', 'occupied', 'cleaning', 'closed'],
  held: ['available', 'occupied'],
  occupied: ['cleaning', 'available', 'closed'],
  cleaning: ['available', 'closed'],
  closed: ['cleaning', 'available'],
};

/** The moves a site may make by hand. Holding and freeing a promised room belong to holds and incidents. */
export const roomMoves = (room: Room): readonly RoomState[] => {
  if (room.state === 'held') return [];
  return isTaken(room) ? ['closed'] : roomLifecycle[room.state].filter((state) => state !== 'held');
};

const isTaken = (room: Room): boolean => room.state === 'occupied' && room.incidentId !== null;

/** Closed over the head of whoever is in it: nobody comes after them, they stay, and it closes when they leave. */
export const isClosing = ({ state, closedReason }: Pick<Room, 'state' | 'closedReason'>): boolean =>
  state === 'occupied' && closedReason !== null;

/** Whoever is in it stays, however they came: said to be closed it will be, said to be occupied it will not. */
const stillOccupied = (room: Room, { state, closedReason, observed }: RoomChange): Room =>
  state === 'closed'
    ? { ...room, closedReason: closedReason ?? room.closedReason ?? 'not-said', observed }
    : // When a closing ends is nothing to promise of one that is off.
      { ...room, closedReason: null, promised: isClosing(room) ? null : room.promised, observed };

export interface RoomChange {
  readonly state: RoomState;
  readonly closedReason?: ClosedReason | undefined;
  readonly observed: Observation;
}

/**
 * The room after the site says what state it is in. Saying the same state again is a fresh
 * observation. A room may be closed before there is time to say why: its reason is then `not-said`
 * until it is. An occupied room that is closed is closing: it keeps whoever is in it, by an incident or
 * not, and is closed once they have left, whatever it is then said to be. Refuses `not-allowed-in-this-state` (a held or occupied room is freed by its hold or
 * incident, never by hand).
 */
export const markRoom = (room: Room, change: RoomChange): Room | Refusal => {
  if (room.state === 'occupied' && (change.state === 'closed' || change.state === 'occupied'))
    return stillOccupied(room, change);
  if (change.state !== room.state && !roomMoves(room).includes(change.state)) {
    const why =
      room.state === 'held'
        ? 'It is promised to an incident: answer or release the hold first.'
        : room.state === 'occupied' && room.incidentId !== null
          ? 'A detained person is in it: it is freed when the detention ends or they leave.'
          : `A room that is ${room.state} cannot be made ${change.state} directly.`;
    return refuse('not-allowed-in-this-state', why, {
      details: { state: room.state, allowed: roomMoves(room) },
    });
  }
  const state = isClosing(room) ? 'closed' : change.state;
  return {
    ...room,
    state,
    closedReason: state === 'closed' ? (change.closedReason ?? room.closedReason ?? 'not-said') : null,
    observed: change.observed,
  };
};

/** When the site is reminded to say why this room is closed; null once it has, or while nothing is closed. */
export const reasonDueAt = ({ closedReason, observed }: Room): Instant | null =>
  closedReason === 'not-said' ? plusMinutes(observed.at, REASON_WITHIN_MINUTES) : null;

/** To whom it is lent is nobody's slip of the hand. */
const lending = ({ lentBy, lentTo, guest }: Room) => ({ lentBy, lentTo, guest });

/**
 * The room as it was before a slip of the hand: its state, its promise and the age of its last
 * observation too, so that a slip never makes a status look newer than it is (P4). Refuses
 * `not-allowed-in-this-state` once a hold or an incident has moved the room.
 */
export const unmarkRoom = (room: Room, before: Room): Room | Refusal =>
  before.state === 'held' || before.holdId !== room.holdId || before.incidentId !== room.incidentId
    ? refuse(
        'not-allowed-in-this-state',
        'A hold or an incident has moved this room since: it stays as it is.',
        {
          details: { state: room.state },
        },
      )
    : { ...before, ...lending(room), revision: room.revision };

/** The room with its occupant or promise changed by a hold or an incident, by the same table. */
export const moveRoom = (
  room: Room,
  to: RoomState,
  claim: { holdId?: string | null; incidentId?: string | null; observed: Observation },
): Room => {
  if (!canMove(roomLifecycle, room.state, to)) throw new Error(`room ${room.id}: ${room.state} -> ${to}`);
  return {
    ...room,
    state: to,
    holdId: claim.holdId ?? null,
    incidentId: claim.incidentId ?? null,
    observed: claim.observed,
  };
};

export type Freshness = 'fresh' | 'confirm-due' | 'unknown';

export interface FreshnessRule {
  /** The site is asked to confirm after this many minutes. */
  readonly confirmAfterMinutes: number;
  /** From this many minutes on the value is shown as unknown, never as available. */
  readonly unknownAfterMinutes: number;
}

/**
 * How far a room's status can be trusted now. A room that Concord itself holds or fills is known
 * from the record; everything else ages (P4).
 */
export const freshness = (room: Room, rule: FreshnessRule, now: Instant): Freshness =>
  ages(room) ? freshnessOf(room.observed, rule, now) : 'fresh';

/** Whether what was said of a room grows old: not while the record itself knows, because it is held or filled through it. */
export const ages = (room: Pick<Room, 'state' | 'incidentId'>): boolean =>
  room.state !== 'held' && !(room.state === 'occupied' && room.incidentId !== null);

/** Whether nobody has ever said anything of it. */
export const isUntold = ({ source }: Pick<Observation, 'source'>): boolean => source === 'set-up';

/** How far an observation can be trusted at its age: at the very minute at which its clock calls, no longer so far. */
export const freshnessOf = (observed: Observation, rule: FreshnessRule, now: Instant): Freshness => {
  const age = minutesBetween(observed.at, now);
  if (isUntold(observed) || age >= rule.unknownAfterMinutes) return 'unknown';
  return age >= rule.confirmAfterMinutes ? 'confirm-due' : 'fresh';
};
