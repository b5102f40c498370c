import type { Actor, FactDetail, Refusal, Room } from '@concord/domain';
import {
  markRoom as marked,
  refuse,
  refused,
  unmarkRoom as unmarked,
  unsettlePromise,
} from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound, notYours } from '../command';
import { addFact } from '../incident/save-incident';
import type { AreaTransaction, Store } from '../ports';
import { mayObserve, observation } from './observing';
import { putRoom } from './promise-room';

type Mark = Given<CommandOf<'markRoom'> & { roomId: string }>;
type Unmark = Given<CommandOf<'unmarkRoom'> & { roomId: string }>;
type Confirm = Given<CommandOf<'confirmRooms'> & { placeId: string }>;

/**
 * A room closed over somebody's head is their incident's business: they must be moved, and a clock runs
 * on it. Why it closes may be told later, and that starts no second clock.
 */
const tellIncident = async (
  tx: AreaTransaction,
  actor: Actor,
  before: Room,
  { incidentId, placeId, id: roomId, closedReason }: Room,
): Promise<Refusal | undefined> => {
  if (incidentId === null || closedReason === before.closedReason) return undefined;
  const fact: FactDetail =
    closedReason === null
      ? { kind: 'room-reopened', placeId, roomId }
      : before.closedReason === null
        ? { kind: 'room-closing', placeId, roomId, reason: closedReason }
        : { kind: 'noted', text: `Why ${before.name} closes: ${closedReason.replaceAll('-', ' ')}.` };
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

/**
 * Takes back a mark that was a slip of the hand. Only its author's own last word on the room, by the
 * journal: refuses `changed-since-seen` when anybody has said anything of it since, `not-your-duty`
 * when somebody else marked it, `not-allowed-in-this-state` when it was not marked but moved.
 */
export const unmarkRoom = (store: Store, actor: Actor, input: Unmark): Promise<Room | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('unmark-room', input), async (tx) => {
    const room = await tx.get('room', input.roomId);
    if (!room) return notFound('room');
    const changed = changedSince(room, input.seenRevision, 'room');
    if (changed) return changed;
    const [last, earlier] = await tx.writesOf('room', room.id, 2);
    if (last?.actor?.userId !== actor.userId) return notYours('Somebody else marked this room.');
    if (last.command !== 'mark-room' || !earlier)
      return refuse('not-allowed-in-this-state', 'Only a mark of a room is taken back.', {
        details: { state: room.state },
      });
    const decision = unmarked(room, earlier.image);
    if (refused(decision)) return decision;
    const told = await tellIncident(tx, actor, room, decision);
    if (refused(told)) return told;
    const place = earlier.image.promised && !room.promised ? await tx.get('place', room.placeId) : undefined;
    if (place) {
      const promises = unsettlePromise(place.promises, { before: earlier.image, marked: room, at: last.at });
      await tx.put('place', { ...place, promises });
    }
    await tx.put('room', decision);
    return { ...decision, revision: tx.revision };
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
