import type { Place, Room } from '@concord/domain';
import { settlePromise } from '@concord/domain';
import { saveAtLender } from '../lending/lender-side';
import { showNeighbours } from '../lending/mirrors';
import type { AreaTransaction } from '../ports';

/** A thing as it was and as it is to be; none before, where it is new. */
export interface Change<Thing> {
  readonly before: Thing | null;
  readonly after: Thing;
}

export const saveStatus = async (
  tx: AreaTransaction,
  place: Change<Place>,
  rooms: readonly Change<Room>[],
): Promise<{ place: Place; rooms: Room[] }> => {
  if (place.after.lentBy) return saveAtLender(tx, place.after, rooms, saveStatus);
  let { after } = place;
  const saved: Room[] = [];
  for (const change of rooms) {
    const settled = settlePromise(change.after, after.promises, tx.now);
    if (settled.score !== after.promises) after = { ...after, promises: settled.score };
    await tx.put('room', settled.room);
    saved.push({ ...settled.room, revision: tx.revision });
  }
  if (after !== place.before) {
    await tx.put('place', after);
    after = { ...after, revision: tx.revision };
  }
  await showNeighbours(tx, after, saved);
  return { place: after, rooms: saved };
};

/** Writes one room as it now is. */
export const saveRoom = async (tx: AreaTransaction, before: Room, after: Room): Promise<Room> => {
  const place = await tx.get('place', after.placeId);
  if (!place) throw new Error(`room ${after.name} is in a place that is gone`);
  const { rooms } = await saveStatus(tx, { before: place, after: place }, [{ before, after }]);
  return rooms[0] ?? after;
};
