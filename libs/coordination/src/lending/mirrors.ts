import type { LentBy, LentTo, Place, Room } from '@concord/domain';
import { isGuestOf, mirroredPlace, mirroredRoom } from '@concord/domain';
import type { AreaTransaction } from '../ports';

const linkTo = ({ lentTo }: Pick<Place, 'lentTo'>, areaId: string): LentTo | undefined =>
  lentTo.find((link) => link.areaId === areaId);

const mirrorIn = async <Kind extends 'place' | 'room'>(
  there: AreaTransaction,
  kind: Kind,
  { mirrorId }: LentTo,
) => {
  const mirror = await there.get(kind, mirrorId);
  if (!mirror) throw new Error(`the ${kind} ${mirrorId} that a neighbour is lent is gone`);
  return mirror;
};

/** Nobody is kept in the neighbour's rows any more: the links to them are cut. */
const cut = async (
  tx: AreaTransaction,
  place: Place,
  rooms: readonly Room[],
  areaId: string,
): Promise<void> => {
  const others = (lentTo: readonly LentTo[]) => lentTo.filter((link) => link.areaId !== areaId);
  await tx.put('place', { ...place, lentTo: others(place.lentTo) });
  for (const room of rooms)
    if (linkTo(room, areaId)) await tx.put('room', { ...room, lentTo: others(room.lentTo) });
};

/**
 * Shows every neighbour to whom a place is lent what has become of it and of these rooms of it, in the
 * transaction that changed them: no console of theirs is ever behind the lender's own.
 */
export const showNeighbours = async (
  tx: AreaTransaction,
  place: Place,
  changed: readonly Room[],
): Promise<void> => {
  if (place.lentTo.length === 0) return;
  const rooms = await tx.list('room', { placeId: place.id });
  for (const link of place.lentTo) {
    const there = tx.beside(link.areaId);
    for (const room of changed) {
      const own = linkTo(room, link.areaId);
      if (own) await there.put('room', mirroredRoom(await mirrorIn(there, 'room', own), room, own));
    }
    const inUse = rooms.some((room) => isGuestOf(room, link.areaId));
    const mirror = await mirrorIn(there, 'place', link);
    await there.put('place', mirroredPlace(mirror, place, link, inUse));
    if (link.ended && !inUse) await cut(tx, place, rooms, link.areaId);
  }
};

type Lent = Pick<LentTo, 'areaId' | 'areaName' | 'until'> & { readonly lendingId: string };

const lentBy = (lender: Lent, originalId: string): LentBy => ({ ...lender, originalId, state: 'lent' });

const withLink = (lentTo: readonly LentTo[], link: LentTo): LentTo[] => [
  ...lentTo.filter(({ areaId }) => areaId !== link.areaId),
  link,
];

/**
 * A neighbour's rows of a place and its rooms, new or those of an earlier lending, and the place and its
 * rooms with their links to them. The rows are as empty as a row can be: `showNeighbours` fills them.
 */
export const mirrored = async (
  there: AreaTransaction,
  { place, rooms, mirrorId }: { place: Place; rooms: readonly Room[]; mirrorId: string },
  { lender, borrower }: { lender: Lent; borrower: Lent },
): Promise<{ place: Place; rooms: Room[] }> => {
  const nobodys = { areaId: there.areaId, lentTo: [], revision: there.revision };
  const row = { ...place, ...nobodys, id: mirrorId, catchment: [] };
  await there.put('place', { ...row, lentBy: lentBy(lender, place.id) });
  const known = await there.list('room', { placeId: mirrorId });
  const linked: Room[] = [];
  for (const room of rooms) {
    const id = known.find((each) => each.lentBy?.originalId === room.id)?.id ?? there.newId();
    const claimed = { holdId: null, incidentId: null, guest: null };
    await there.put('room', {
      ...room,
      ...nobodys,
      ...claimed,
      id,
      placeId: mirrorId,
      lentBy: lentBy(lender, room.id),
    });
    linked.push({ ...room, lentTo: withLink(room.lentTo, { ...borrower, mirrorId: id, ended: false }) });
  }
  return {
    place: { ...place, lentTo: withLink(place.lentTo, { ...borrower, mirrorId, ended: false }) },
    rooms: linked,
  };
};
