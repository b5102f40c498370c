import type { Incident } from '../incident/incident';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import { unfitness } from './fitness';
import type { Hold } from './hold';
import type { Place } from './place';
import type { Observation, Room } from './room';
import { isClosing, moveRoom } from './room';

const isHeldFor = ({ facts }: Pick<Incident, 'facts'>, { holdId }: Room): boolean =>
  holdId !== null && facts.some((fact) => fact.kind === 'hold-requested' && fact.holdId === holdId);

/** Somebody is in it of whom no record knows more: whoever is said to be in it may be that person. */
const hasSomebody = (room: Room): boolean =>
  room.state === 'occupied' &&
  room.incidentId === null &&
  room.guest === null &&
  room.lentBy === null &&
  !isClosing(room);

const isLent = ({ lentBy }: Room): boolean => lentBy === null || lentBy.state === 'lent';

/** Whether this person may be the one in a room: it is theirs, held for them, free, or has somebody in it whom no record names. */
export const couldBeIn = (room: Room, incident: Pick<Incident, 'id' | 'facts'>): boolean =>
  room.incidentId === incident.id ||
  isHeldFor(incident, room) ||
  (room.state === 'available' && isLent(room)) ||
  hasSomebody(room);

/** Why an arrival cannot name this room: `room-taken` for another's, `room-not-free` for one that is closed or not ready. */
export const whyNotIn = (room: Room, incident: Pick<Incident, 'id' | 'facts'>): Refusal | undefined => {
  if (couldBeIn(room, incident)) return undefined;
  const details = { field: 'roomId', room: { id: room.id, state: room.state } };
  return room.state === 'held' || room.state === 'occupied'
    ? refuse('room-taken', `${room.name} is ${room.state} for somebody else: say which room they are in.`, {
        details,
      })
    : refuse(
        'room-not-free',
        `${room.name} is ${room.state}: say what it is now, or which room they are in.`,
        {
          details,
        },
      );
};

const byName = new Intl.Collator('en', { numeric: true });

/**
 * The room that somebody who came without a hold is taken to be in while nobody says which: the first free one
 * that fits them, or else the first free one. It may be the wrong one of a suite's rooms, which its nurse puts
 * right by naming another; but the suite has one room fewer from that moment, on every board, so that none is
 * promised twice. Undefined where no room is free.
 */
export const roomUnasked = (
  rooms: readonly Room[],
  { meets }: Pick<Place, 'meets'>,
  { person }: Pick<Incident, 'person'>,
): Room | undefined => {
  const misfit = (room: Room): number => Number(unfitness(room, meets, person).length > 0);
  return rooms
    .filter((room) => room.state === 'available' && isLent(room))
    .sort((a, b) => misfit(a) - misfit(b) || byName.compare(a.name, b.name))[0];
};

/**
 * The room with this person in it: free, just given up, or with somebody in it whom no record named. One that was
 * closed when they had left it closes over their head again. Undefined for any other.
 */
export const takeRoom = (room: Room, incidentId: string, observed: Observation): Room | undefined => {
  if (hasSomebody(room)) return { ...room, incidentId, observed };
  if (room.state === 'held' || room.state === 'occupied' || room.lentBy?.state === 'ended') return undefined;
  const free = room.state === 'available' ? room : moveRoom(room, 'available', { observed: room.observed });
  return moveRoom(free, 'occupied', { incidentId, observed });
};

/**
 * The room promised by a hold again, after an arrival that never was: theirs till now, free, or to be made
 * ready only on account of that arrival. Undefined for one that is somebody else's, closed or closing, in
 * the suite's own word not ready, or no longer lent.
 */
export const promisedAgain = (
  room: Room,
  hold: Pick<Hold, 'id' | 'incidentId' | 'state'>,
): Room | undefined => {
  const isTheirs = room.state === 'occupied' && room.incidentId === hold.incidentId;
  const isGivenUp = room.state === 'cleaning' && room.observed.source === 'system';
  if (room.closedReason !== null || !(isTheirs || isGivenUp || room.state === 'available')) return undefined;
  // Whoever was accepted stays when a lending ends; a request then comes to nothing.
  if (!isLent(room) && !(isTheirs && hold.state === 'accepted')) return undefined;
  const { observed } = room;
  const free = room.state === 'available' ? room : moveRoom(room, 'available', { observed });
  return moveRoom(free, 'held', { holdId: hold.id, observed });
};
