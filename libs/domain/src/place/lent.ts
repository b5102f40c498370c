import type { PersonOutline, RiskMarker, Sex } from '../incident/person';
import { isSaidToBeUnder18 } from '../incident/person';
import type { Instant } from '../instant';
import type { Need } from './fitness';
import type { Place } from './place';
import type { Room } from './room';

/** `ending`: no longer lent, but somebody promised a room or in one stays. `ended`: of no more use. */
export type LentState = 'lent' | 'ending' | 'ended';

/** On the borrower's own row of a neighbour's place or room: whose it is, and until when it is lent. */
export interface LentBy {
  readonly areaId: string;
  readonly areaName: string;
  /** Of the place or room itself, in the lender's area. */
  readonly originalId: string;
  /** The borrower's own row of the lending. */
  readonly lendingId: string;
  readonly until: Instant;
  readonly state: LentState;
}

/** On the place or room itself: a neighbour who has a row of its own for it. */
export interface LentTo {
  readonly areaId: string;
  readonly areaName: string;
  /** Of the neighbour's row. */
  readonly mirrorId: string;
  /** The lender's own row of the lending. */
  readonly lendingId: string;
  readonly until: Instant;
  /** No longer lent: the row is kept true only for whoever stays. */
  readonly ended: boolean;
}

/** The least that a suite needs to answer for somebody else's person: nobody's name, story or address. */
export interface GuestOutline {
  readonly age: 'adult' | 'under-18' | 'not-known';
  readonly sex: Sex;
  readonly needs: readonly Need[];
  readonly risks: readonly RiskMarker[];
}

/** Whose person a lent room is promised to or filled with. */
export interface Guest {
  readonly areaId: string;
  readonly areaName: string;
  readonly incidentRef: string;
  /** The hold in the neighbour's own area, while the room is promised. */
  readonly holdId: string | null;
  /** Shown to the suite alone. */
  readonly person: GuestOutline | null;
}

export const guestOutline = (person: PersonOutline): GuestOutline => ({
  age: isSaidToBeUnder18(person) ? 'under-18' : person.ageYears === null ? 'not-known' : 'adult',
  sex: person.sex,
  needs: person.needs,
  risks: person.risks,
});

const stateOf = ({ ended }: LentTo, inUse: boolean): LentState =>
  !ended ? 'lent' : inUse ? 'ending' : 'ended';

/** Whether a neighbour has somebody in this room or promised it. */
export const isGuestOf = (room: Pick<Room, 'guest'>, areaId: string): boolean =>
  room.guest?.areaId === areaId;

/**
 * The neighbour's row of a room as the room now is. Whose hold or person is in it is told only of the
 * neighbour's own (P7): of anybody else's it says that it is held or occupied.
 */
export const mirroredRoom = (mirror: Room, original: Room, link: LentTo): Room => {
  const mine = isGuestOf(original, link.areaId);
  const { name, ages, sexes, meets, state, observed, closedReason, promised } = original;
  return {
    ...mirror,
    ...{ name, ages, sexes, meets, state, observed, closedReason, promised },
    holdId: mine ? (original.guest?.holdId ?? null) : null,
    incidentId: mine ? original.incidentId : null,
    lentBy: mirror.lentBy && { ...mirror.lentBy, until: link.until, state: stateOf(link, mine) },
  };
};

/** The neighbour's row of a place as the place now is, `inUse` when a room of it is theirs. Its catchment is the lender's business. */
export const mirroredPlace = (mirror: Place, original: Place, link: LentTo, inUse: boolean): Place => {
  const { name, telephone, meets, staffing, pressure, promises } = original;
  return {
    ...mirror,
    ...{ name, telephone, meets, staffing, pressure, promises },
    lentBy: mirror.lentBy && { ...mirror.lentBy, until: link.until, state: stateOf(link, inUse) },
  };
};

/** The room itself after its neighbour's row was changed there: what was said, and whose it now is. */
export const originalAfter = (
  original: Room,
  mirror: { readonly before: Room; readonly after: Room },
  taken: { readonly holdId: string | null; readonly guest: Guest | null },
): Room => {
  const { before, after } = mirror;
  return {
    ...original,
    state: after.state,
    closedReason: after.closedReason,
    promised: after.promised,
    // An observation carried over is none: only a new one is the room's.
    observed: before.observed === after.observed ? original.observed : after.observed,
    holdId: taken.holdId,
    incidentId: after.incidentId,
    guest: taken.guest,
  };
};
