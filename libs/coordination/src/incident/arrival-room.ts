import type { Fact, Hold, Incident, Instant, Place, Refusal, Room } from '@concord/domain';
import { lastOf, presentArrival, refuse, refused, roomUnasked, whyNotIn } from '@concord/domain';
import type { AreaTransaction } from '../ports';

interface Said {
  readonly roomId?: string | undefined;
  readonly happenedAt?: Instant | undefined;
}

/** Somebody brought back, or whose arrival is put right, has the room that they had there before. */
const roomBefore = ({ facts }: Incident, placeId: string): string | null => {
  const before = facts.findLast(
    (fact) => fact.kind === 'arrived' && fact.placeId === placeId && fact.roomId !== null,
  );
  return before?.kind === 'arrived' ? before.roomId : null;
};

/** Whether they are where they are said to have arrived, or have gone on since. */
const isThere = ({ facts }: Incident, at: Instant, corrected: Fact | undefined): boolean => {
  if (corrected) return presentArrival(facts)?.id === corrected.id;
  const last = lastOf(facts, 'arrived', 'conveyance-started', 'absconded');
  return !last || last.happenedAt <= at;
};

/** What was kept for them lapsed only on paper: they came in time, and that was told late. */
const cameInTime = (holds: readonly Hold[], at: Instant): Hold | undefined =>
  holds.find(
    ({ state, requestedAt, expiresAt }) => state === 'expired' && requestedAt <= at && at < expiresAt,
  );

/**
 * The room that an arrival is in: the one that is named; the one held for them, or kept until after they came if
 * it is still free; the one that they had; else the first free one that fits, so that the suite offers one fewer.
 * Null at a place without rooms or with none free. Refuses `place-unfit` for a room of another place, and
 * what `whyNotIn` refuses.
 */
export const roomOfArrival = async (
  tx: AreaTransaction,
  incident: Incident,
  place: Pick<Place, 'id' | 'name'>,
  said: Said,
  corrected?: Fact,
): Promise<string | null | Refusal> => {
  const at = said.happenedAt ?? corrected?.happenedAt ?? tx.now;
  const rooms = await tx.list('room', { placeId: place.id });
  const holds = await tx.list('hold', { incidentId: incident.id, placeId: place.id });
  const there = isThere(incident, at, corrected);
  if (said.roomId !== undefined) return named(rooms, incident, place, { roomId: said.roomId, there });
  const held = holds.find(({ state }) => state === 'requested' || state === 'accepted');
  const before = roomBefore(incident, place.id);
  if (held || !there) return held?.roomId ?? before;
  const isFree = (id: string | undefined | null): Room | undefined =>
    rooms.find((room) => room.id === id && (room.state === 'available' || room.incidentId === incident.id));
  const kept = isFree(cameInTime(holds, at)?.roomId) ?? isFree(before);
  const cleaned = rooms.find(({ id, state }) => id === before && state === 'cleaning');
  const whole = await tx.get('place', place.id);
  return (kept ?? cleaned ?? (whole && roomUnasked(rooms, whole, incident)))?.id ?? null;
};

const named = (
  rooms: readonly Room[],
  incident: Incident,
  { name }: Pick<Place, 'name'>,
  { roomId, there }: { roomId: string; there: boolean },
): string | Refusal => {
  const room = rooms.find(({ id }) => id === roomId);
  if (!room)
    return refuse('place-unfit', `That is no room of ${name}.`, { details: { field: 'roomId', roomId } });
  const no = there ? whyNotIn(room, incident) : undefined;
  return refused(no) ? no : room.id;
};
