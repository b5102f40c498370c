import type { Actor, Promising, Refusal, Room } from '@concord/domain';
import { promiseRoom as promised, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import type { AreaTransaction, Store } from '../ports';
import { mayObserve } from './observing';
import { saveRoom } from './save-status';

/** The suite of a room, as its promises go by it. */
export const promisingOf = async (tx: AreaTransaction, { placeId }: Room): Promise<Promising> => ({
  staffing: (await tx.get('place', placeId))?.staffing ?? null,
  rooms: await tx.list('room', { placeId }),
});

type Input = Given<CommandOf<'promiseRoom'> & { roomId: string }>;

/**
 * Says when a room will be free, staffed or open again. A promise whose time had come counts against the
 * site when a later one takes its place. Refuses what the domain's `promiseRoom` refuses, `not-your-duty` and
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
    const decision = promised(room, made, await promisingOf(tx, room));
    return refused(decision) ? decision : saveRoom(tx, room, decision);
  });
