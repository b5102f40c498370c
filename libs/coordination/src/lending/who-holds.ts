import type { Hold, Instant, Named, Room } from '@concord/domain';
import type { AreaTransaction } from '../ports';

/** Who was first, as the loser is told it: a name within the area, an area and a reference beyond it (P7). */
export interface Holder {
  readonly ref: string;
  readonly by: Named | null;
  readonly areaName: string | null;
  readonly since: Instant;
  readonly expiresAt: Instant;
}

const told = (hold: Hold, by: Named | null, areaName: string | null): Holder => ({
  ref: hold.incidentRef,
  by,
  areaName,
  since: hold.requestedAt,
  expiresAt: hold.expiresAt,
});

/** Whose promise a room is, over both areas of a lent one; undefined when it is nobody's. */
export const whoHolds = async (tx: AreaTransaction, room: Room): Promise<Holder | undefined> => {
  const own = room.holdId === null ? undefined : await tx.get('hold', room.holdId);
  if (own) {
    const neighbour = own.across?.side === 'lends' ? own.across.areaName : null;
    return told(own, neighbour === null ? own.requestedBy : null, neighbour);
  }
  if (!room.lentBy || room.state !== 'held') return undefined;
  const there = tx.beside(room.lentBy.areaId);
  const original = await there.get('room', room.lentBy.originalId);
  const theirs = original?.holdId ? await there.get('hold', original.holdId) : undefined;
  return theirs && told(theirs, null, theirs.across?.areaName ?? room.lentBy.areaName);
};

export const holderWords = ({ ref, by, areaName, since }: Holder): string =>
  `Held for ${ref} ${by ? `by ${by.name}` : `of ${areaName ?? 'another area'}`} since ${since}.`;
