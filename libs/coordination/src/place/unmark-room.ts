import type { Actor, Refusal, Room } from '@concord/domain';
import {
  isToldAgain,
  refuse,
  refused,
  roomValue,
  unmarkRoom as unmarked,
  unsettlePromise,
} from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound, notYours } from '../command';
import type { AreaTransaction, Store } from '../ports';
import { saveStatus } from './save-status';
import { tellOccupant } from './tell-occupant';

type Unmark = Given<CommandOf<'unmarkRoom'> & { roomId: string }>;

/** The slip stays in the place's history, as what it was. */
const takeBackTold = async (tx: AreaTransaction, room: Room): Promise<void> => {
  const { placeId, observed } = room;
  const said = [roomValue(room)];
  for (const told of await tx.list('told-status', { placeId, observedAt: observed.at })) {
    if (isToldAgain(told, { said, ...observed, observedAt: observed.at }))
      await tx.put('told-status', { ...told, takenBackAt: tx.now });
  }
};

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
    const told = await tellOccupant(tx, actor, room, decision);
    if (refused(told)) return told;
    const place = await tx.get('place', room.placeId);
    if (!place) return notFound('place');
    const promises = unsettlePromise(place, { before: earlier.image, marked: room });
    const after =
      promises.made === place.promises.made && promises.kept === place.promises.kept
        ? place
        : { ...place, promises };
    await takeBackTold(tx, room);
    // What it was before is nobody's new word.
    const marked = { ...room, observed: decision.observed };
    const { rooms } = await saveStatus(tx, { before: place, after }, [{ before: marked, after: decision }]);
    return rooms[0] ?? decision;
  });
