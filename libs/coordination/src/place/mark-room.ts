import type { Actor, FactDetail, Refusal, Room } from '@concord/domain';
import { markRoom as marked, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import { addFact } from '../incident/save-incident';
import type { AreaTransaction, Store } from '../ports';
import { mayObserve, observation } from './observing';
import { putRoom } from './promise-room';

type Mark = Given<CommandOf<'markRoom'> & { roomId: string }>;
type Confirm = Given<CommandOf<'confirmRooms'> & { placeId: string }>;

/** A room closed over somebody's head is their incident's business: they must be moved, and a clock runs on it. */
const tellIncident = async (
  tx: AreaTransaction,
  actor: Actor,
  before: Room,
  { incidentId, placeId, id: roomId, closedReason }: Room,
): Promise<Refusal | undefined> => {
  if (incidentId === null || closedReason === before.closedReason) return undefined;
  const fact: FactDetail = closedReason
    ? { kind: 'room-closing', placeId, roomId, reason: closedReason }
    : { kind: 'room-reopened', placeId, roomId };
  const noted = await addFact(tx, incidentId, nameOf(actor), fact);
  return refused(noted) ? noted : undefined;
};

/** Records what state a room is in, as an observation with its author, time and source. */
export const markRoom = (store: Store, actor: Actor, input: Mark): Promise<Room | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('mark-room', input), async (tx) => {
    const room = await tx.get('room', input.roomId);
    if (!room) return notFound('room');
    const no =
      mayObserve(actor, room.placeId, input.source) ?? changedSince(room, input.seenRevision, 'room');
    if (no) return no;
    const { state, closedReason } = input;
    const decision = marked(room, { state, closedReason, observed: observation(tx, actor, input.source) });
    if (refused(decision)) return decision;
    const told = await tellIncident(tx, actor, room, decision);
    return refused(told) ? told : putRoom(tx, decision);
  });

/** "Nothing has changed": every room of the place, and its staff, are as shown, from now. */
export const confirmRooms = (store: Store, actor: Actor, input: Confirm): Promise<Room[] | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('confirm-rooms', input), async (tx) => {
    const rooms = await tx.list('room', { placeId: input.placeId });
    if (rooms.length === 0) return notFound('place with rooms');
    const no = mayObserve(actor, input.placeId, input.source);
    if (no) return no;
    const observed = observation(tx, actor, input.source);
    for (const room of rooms) await tx.put('room', { ...room, observed });
    const place = await tx.get('place', input.placeId);
    if (place?.staffing) await tx.put('place', { ...place, staffing: { ...place.staffing, observed } });
    return rooms.map((room) => ({ ...room, observed, revision: tx.revision }));
  });
