import type { Actor, Refusal, Room } from '@concord/domain';
import { promiseRoom as promised, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import type { Store } from '../ports';
import { mayObserve } from './observing';
import { saveRoom } from './save-status';

type Input = Given<CommandOf<'promiseRoom'> & { roomId: string }>;

/**
 * Says when a room will be free. A promise that had already failed counts against the site before the
 * new one takes its place. Refuses what the domain's `promiseRoom` refuses, `not-your-duty` and
 * `changed-since-seen`.
 */
export const promiseRoom = (store: Store, actor: Actor, input: Input): Promise<Room | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('promise-room', input), async (tx) => {
    const room = await tx.get('room', input.roomId);
    if (!room) return notFound('room');
    const no = mayObserve(actor, room, input.source) ?? changedSince(room, input.seenRevision, 'room');
    if (no) return no;
    const { freeAt, likelihood, reason, note, source } = input;
    const made = { freeAt, likelihood, reason, note, source, by: nameOf(actor), madeAt: tx.now };
    const scored = await saveRoom(tx, room, room);
    const decision = promised(scored, made);
    return refused(decision) ? decision : saveRoom(tx, scored, decision);
  });
