import type { Actor, Refusal, Room } from '@concord/domain';
import { markRoom as marked, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import type { Store } from '../ports';
import { mayObserve, observation } from './observing';
import { putRoom } from './promise-room';

type Mark = Given<CommandOf<'markRoom'> & { roomId: string }>;
type Confirm = Given<CommandOf<'confirmRooms'> & { placeId: string }>;
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
    return putRoom(tx, decision);
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
