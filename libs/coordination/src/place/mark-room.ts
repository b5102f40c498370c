import type { Actor, FactDetail, Refusal, Room } from '@concord/domain';
import { cameLate, markRoom as marked, refuse, refused, roomValue } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import { addFact } from '../incident/save-incident';
import type { AreaTransaction, Store } from '../ports';
import { mayObserve, observation, wasTold } from './observing';
import { keepTold, saveRoom } from './save-status';

type Mark = Given<CommandOf<'markRoom'> & { roomId: string }>;

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

/**
 * Records what state a room is in, as an observation with its author, time and source. Seen earlier than
 * what is known, it is kept and changes nothing. Refuses what the domain's `markRoom` refuses,
 * `not-your-duty`, `time-impossible` and `changed-since-seen`.
 */
export const markRoom = (store: Store, actor: Actor, input: Mark): Promise<Room | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('mark-room', input), async (tx) => {
    const room = await tx.get('room', input.roomId);
    if (!room) return notFound('room');
    const { state, closedReason } = input;
    const no = mayObserve(actor, room.placeId, input.source);
    if (no) return no;
    const observed = observation(tx, actor, input);
    if (refused(observed)) return observed;
    const because = closedReason ?? (state === 'closed' ? room.closedReason : null);
    const said = [roomValue({ id: room.id, state, closedReason: because })];
    if (await wasTold(tx, room.placeId, said, input, observed)) return room;
    if (cameLate(observed.at, room.observed)) {
      if (state === 'closed' && because === null)
        return refuse('reason-needed', 'Say why the room was closed.', { details: { field: 'closedReason' } });
      await keepTold(tx, { placeId: room.placeId, said, confirmed: false, tookEffect: false }, observed);
      return room;
    }
    const changed = changedSince(room, input.seenRevision, 'room');
    if (changed) return changed;
    const decision = marked(room, { state, closedReason, observed });
    if (refused(decision)) return decision;
    const told = await tellIncident(tx, actor, room, decision);
    return refused(told) ? told : saveRoom(tx, room, decision);
  });
