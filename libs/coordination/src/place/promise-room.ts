import type { Actor, Refusal, Room } from '@concord/domain';
import { promiseRoom as promised, refused, settlePromise } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import type { AreaTransaction, Store } from '../ports';
import { mayObserve } from './observing';

type Input = Given<CommandOf<'promiseRoom'> & { roomId: string }>;

/** Writes a room, counting what has come of a promise made of it. */
export const putRoom = async (tx: AreaTransaction, room: Room): Promise<Room> => {
  const place = room.promised === null ? undefined : await tx.get('place', room.placeId);
  if (!place) {
    await tx.put('room', room);
    return { ...room, revision: tx.revision };
  }
  const settled = settlePromise(room, place.promises, tx.now);
  await tx.put('room', settled.room);
  if (settled.score !== place.promises) await tx.put('place', { ...place, promises: settled.score });
  return { ...settled.room, revision: tx.revision };
};

/**
 * Says when a room will be free. A promise that had already failed counts against the site before the
 * new one takes its place. Refuses what the domain's `promiseRoom` refuses, `not-your-duty` and
 * `changed-since-seen`.
 */
export const promiseRoom = (store: Store, actor: Actor, input: Input): Promise<Room | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('promise-room', input), async (tx) => {
    const room = await tx.get('room', input.roomId);
    if (!room) return notFound('room');
    const no =
      mayObserve(actor, room.placeId, input.source) ?? changedSince(room, input.seenRevision, 'room');
    if (no) return no;
    const { freeAt, likelihood, reason, note, source } = input;
    const made = { freeAt, likelihood, reason, note, source, by: nameOf(actor), madeAt: tx.now };
    const decision = promised(await putRoom(tx, room), made);
    if (refused(decision)) return decision;
    await tx.put('room', decision);
    return { ...decision, revision: tx.revision };
  });
