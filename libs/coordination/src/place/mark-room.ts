import type { Actor, Refusal, Room } from '@concord/domain';
import { cameLate, markRoom as marked, promiseRoom, refused, reopensAfter, roomValue } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import type { AreaTransaction, Store } from '../ports';
import { mayObserve, observation, wasTold } from './observing';
import { promisingOf } from './promise-room';
import { keepTold, saveRoom } from './save-status';
import { tellOccupant } from './tell-occupant';

type Mark = Given<CommandOf<'markRoom'> & { roomId: string }>;

/** A closing that says when it ends promises the room for then: it is the one promise that a room has. */
const reopening = async (
  tx: AreaTransaction,
  actor: Actor,
  room: Room,
  { reopensAt, source }: Mark,
): Promise<Room | Refusal> => {
  if (reopensAt === undefined) return room;
  const reason = reopensAfter[room.closedReason ?? 'not-said'];
  const by = { by: nameOf(actor), source, madeAt: tx.now };
  const promise = { freeAt: reopensAt, likelihood: 'likely', reason, note: '', ...by } as const;
  const promised = promiseRoom(room, promise, await promisingOf(tx, room));
  return refused(promised) ? { ...promised, details: { ...promised.details, field: 'reopensAt' } } : promised;
};

/**
 * Records what state a room is in, as an observation with its author, time and source; of a closing also
 * when it is expected to end. Seen earlier than what is known, it is kept and changes nothing. Refuses what
 * the domain's `markRoom` and, for a reopening, `promiseRoom` refuse, `not-your-duty`, `time-impossible` and `changed-since-seen`.
 */
export const markRoom = (store: Store, actor: Actor, input: Mark): Promise<Room | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('mark-room', input), async (tx) => {
    const room = await tx.get('room', input.roomId);
    if (!room) return notFound('room');
    const { placeId } = room;
    const { state, closedReason } = input;
    const no = mayObserve(actor, room, input.source);
    if (no) return no;
    const observed = observation(tx, actor, input);
    if (refused(observed)) return observed;
    const because = state === 'closed' ? (closedReason ?? room.closedReason ?? 'not-said') : null;
    const said = [roomValue({ id: room.id, state, closedReason: because })];
    if (await wasTold(tx, placeId, said, input, observed)) return room;
    if (cameLate(observed.at, room.observed)) {
      await keepTold(tx, { placeId, said, confirmed: false, tookEffect: false }, observed);
      return room;
    }
    const changed = changedSince(room, input.seenRevision, 'room');
    if (changed) return changed;
    const now = marked(room, { state, closedReason, observed });
    const decision = refused(now) ? now : await reopening(tx, actor, now, input);
    if (refused(decision)) return decision;
    const told = await tellOccupant(tx, actor, room, decision);
    return refused(told) ? told : saveRoom(tx, room, decision);
  });
