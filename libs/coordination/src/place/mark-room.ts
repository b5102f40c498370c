import type { Actor, FactDetail, Observation, Refusal, Room } from '@concord/domain';
import { holdsDuty, markRoom as marked, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound, notYours } from '../command';
import { addFact } from '../incident/save-incident';
import type { AreaTransaction, Store } from '../ports';

type Mark = Given<CommandOf<'markRoom'> & { roomId: string }>;
type Confirm = Given<CommandOf<'confirmRooms'> & { placeId: string }>;
type Source = 'site' | 'telephone';

/** A site speaks for its own rooms; the control room only for what it was told by telephone. */
const mayObserve = (actor: Actor, placeId: string, source: Source): Refusal | undefined => {
  if (actor.placeIds.includes(placeId)) return undefined;
  if (source === 'telephone' && holdsDuty(actor, 'control-room', 's136-coordinator')) return undefined;
  return notYours('Only the site says what its rooms are. If you rang them, record it as a telephone check.');
};

const observation = (tx: AreaTransaction, actor: Actor, source: Source): Observation => ({
  at: tx.now,
  by: nameOf(actor),
  source,
});

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
    await tx.put('room', decision);
    const told = await tellIncident(tx, actor, room, decision);
    if (refused(told)) return told;
    return { ...decision, revision: tx.revision };
  });

/** "Nothing has changed": every room of the place is as shown, from now. */
export const confirmRooms = (store: Store, actor: Actor, input: Confirm): Promise<Room[] | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('confirm-rooms', input), async (tx) => {
    const rooms = await tx.list('room', { placeId: input.placeId });
    if (rooms.length === 0) return notFound('place with rooms');
    const no = mayObserve(actor, input.placeId, input.source);
    if (no) return no;
    const observed = observation(tx, actor, input.source);
    for (const room of rooms) await tx.put('room', { ...room, observed });
    return rooms.map((room) => ({ ...room, observed, revision: tx.revision }));
  });
