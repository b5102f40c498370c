import type { Hold, Observation, Place, Refusal, RefusalReason, Room } from '@concord/domain';
import { markRoom, refused, roomsInUseOrHeld } from '@concord/domain';
import type { AreaTransaction } from '../ports';
import type { Change } from './save-status';
import { saveStatus } from './save-status';

/** The rooms of which a refusal says something, and what each then is. */
const roomsAfter = (
  rooms: readonly Room[],
  asked: string,
  reason: RefusalReason,
  observed: Observation,
): (Room | Refusal)[] => {
  if (reason === 'no-staff') return [];
  if (reason === 'full')
    return rooms
      .filter(({ state }) => state === 'available')
      .map((room) => markRoom(room, { state: 'occupied', observed }));
  const room = rooms.find(({ id }) => id === asked);
  if (!room) return [];
  return reason === 'closed'
    ? [markRoom(room, { state: 'closed', closedReason: 'other', observed })]
    : [{ ...room, observed }];
};

/** Its staff are for those whom it has or is to have: nobody more. */
const staffedForThose = (place: Place, rooms: readonly Room[], observed: Observation): Place => {
  const inUse = roomsInUseOrHeld(rooms);
  const staffedFor = Math.min(place.staffing?.staffedFor ?? inUse, inUse);
  return { ...place, staffing: { staffedFor, observed } };
};

/**
 * What a suite says of itself by refusing, in its own area: `full`, that none of its rooms is free; `no-staff`,
 * that it has staff for nobody more; `closed`, that this room is; anything else, that this room is as it was.
 * It is the site's word like any other, kept in its history and put right by its next, so that nobody else is
 * sent to the same locked door meanwhile.
 */
export const tellByRefusal = async (
  tx: AreaTransaction,
  { placeId, roomId }: Pick<Hold, 'placeId' | 'roomId'>,
  reason: RefusalReason,
  observed: Observation,
): Promise<Refusal | undefined> => {
  const place = await tx.get('place', placeId);
  if (!place) throw new Error(`a suite that refused is gone: ${placeId}`);
  const rooms = await tx.list('room', { placeId });
  const changes: Change<Room>[] = [];
  for (const after of roomsAfter(rooms, roomId, reason, observed)) {
    if (refused(after)) return after;
    changes.push({ before: rooms.find(({ id }) => id === after.id) ?? null, after });
  }
  const after = reason === 'no-staff' ? staffedForThose(place, rooms, observed) : place;
  await saveStatus(tx, { before: place, after }, changes);
  return undefined;
};
