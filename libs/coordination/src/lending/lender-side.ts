import type { Guest, Hold, HoldAcross, Incident, Place, Room } from '@concord/domain';
import { guestOutline, liveHoldStates, originalAfter, roomsInUse, whyNotLent } from '@concord/domain';
import type { Change, saveStatus } from '../place/save-status';
import type { AreaTransaction } from '../ports';

const lenderOf = (tx: AreaTransaction, { name, lentBy }: Pick<Place, 'name' | 'lentBy'>) => {
  if (!lentBy) throw new Error(`${name} is nobody else's`);
  return { there: tx.beside(lentBy.areaId), originalId: lentBy.originalId };
};

const guestFor = (
  tx: AreaTransaction,
  original: Room,
  { ref, person }: Incident,
  holdId: string | null,
): Guest => ({
  areaId: tx.areaId,
  areaName: original.lentTo.find(({ areaId }) => areaId === tx.areaId)?.areaName ?? '',
  incidentRef: ref,
  holdId,
  person: guestOutline(person),
});

/** Whose the room now is, in the lender's own terms. */
const takenBy = async (
  tx: AreaTransaction,
  original: Room,
  after: Room,
): Promise<{ holdId: string | null; guest: Guest | null }> => {
  const hold = after.holdId === null ? undefined : await tx.get('hold', after.holdId);
  const incidentId = after.incidentId ?? hold?.incidentId;
  const incident = incidentId === undefined ? undefined : await tx.get('incident', incidentId);
  return {
    holdId: hold?.across?.holdId ?? null,
    guest: incident ? guestFor(tx, original, incident, hold?.id ?? null) : null,
  };
};

/**
 * What becomes of a neighbour's room becomes of the room itself, in the lender's area, where its history,
 * its clock and its other borrowers are; this area's row follows from it.
 */
export const saveAtLender = async (
  tx: AreaTransaction,
  place: Place,
  rooms: readonly Change<Room>[],
  save: typeof saveStatus,
): Promise<{ place: Place; rooms: Room[] }> => {
  const { there, originalId } = lenderOf(tx, place);
  const original = await there.get('place', originalId);
  if (!original) throw new Error(`${place.name} is gone from its own area`);
  const changes: Change<Room>[] = [];
  for (const { before, after } of rooms) {
    const room = await there.get('room', lenderOf(tx, after).originalId);
    if (!room || !before) throw new Error(`${after.name} is gone from its own area`);
    const taken = await takenBy(tx, room, after);
    changes.push({ before: room, after: originalAfter(room, { before, after }, taken) });
  }
  await save(there, { before: original, after: original }, changes);
  const shown = await tx.list('room', { id: rooms.map(({ after }) => after.id) });
  return { place: (await tx.get('place', place.id)) ?? place, rooms: shown };
};

/** What ties a new hold on a neighbour's room to its lender; null for one on a room of our own. */
export const acrossFor = async (tx: AreaTransaction, { lentBy }: Room): Promise<HoldAcross | null> => {
  if (!lentBy) return null;
  const { areaId, areaName, lendingId } = lentBy;
  const lending = await tx.get('lending', lendingId);
  const yes = lending?.rules.needsYes ? 'awaited' : 'not-needed';
  return { side: 'borrows', areaId, areaName, lendingId, holdId: tx.newId(), yes };
};

/** Why the lender of a neighbour's room keeps this person out of it now, in words; undefined for any room of our own. */
export const whyLenderKeepsOut = async (
  tx: AreaTransaction,
  { lentBy }: Room,
  { person }: Incident,
): Promise<string | undefined> => {
  if (!lentBy) return undefined;
  const lending = await tx.get('lending', lentBy.lendingId);
  if (!lending || lentBy.state !== 'lent') return `no longer lent by ${lentBy.areaName}`;
  const inUse = roomsInUse(lending.id, await tx.list('room', {}));
  return whyNotLent(lending, { person, inUse, now: tx.now });
};

/** A hold as the other area has it: one of this area's incident there, or of this area's room. */
const onOtherSide = async (tx: AreaTransaction, there: AreaTransaction, hold: Hold): Promise<Hold> => {
  const { across, state, expiresAt, answeredAt, answeredBy, refusal, notBefore, endedBecause } = hold;
  if (!across) throw new Error(`hold ${hold.id} is this area's alone`);
  const answer = { state, expiresAt, answeredAt, answeredBy, refusal, notBefore, endedBecause };
  const known = await there.get('hold', across.holdId);
  if (known) return { ...known, ...answer, across: known.across && { ...known.across, yes: across.yes } };
  const room = await tx.get('room', hold.roomId);
  const original = room?.lentBy && (await there.get('room', room.lentBy.originalId));
  const link = original?.lentTo.find(({ areaId }) => areaId === tx.areaId);
  if (!original || !link) throw new Error(`hold ${hold.id} is on a room that nobody lends`);
  const before = hold.reverses === null ? undefined : await tx.get('hold', hold.reverses);
  return {
    ...hold,
    id: across.holdId,
    areaId: there.areaId,
    placeId: original.placeId,
    roomId: original.id,
    reverses: before?.across?.holdId ?? null,
    across: {
      side: 'lends',
      areaId: tx.areaId,
      areaName: link.areaName,
      holdId: hold.id,
      lendingId: link.lendingId,
      yes: across.yes,
    },
  };
};

/** The one way to write a hold: on a room that one area lends another, both areas' rows of it. */
export const saveHold = async (tx: AreaTransaction, hold: Hold): Promise<void> => {
  await tx.put('hold', hold);
  if (!hold.across) return;
  const there = tx.beside(hold.across.areaId);
  await there.put('hold', await onOtherSide(tx, there, hold));
};

/**
 * Where a hold's incident is, and the hold as it is there: a suite answers a neighbour in the
 * neighbour's own record, by the same rules as its own.
 */
export const atItsIncident = async (
  tx: AreaTransaction,
  hold: Hold,
): Promise<{ readonly tx: AreaTransaction; readonly hold: Hold }> => {
  if (hold.across?.side !== 'lends') return { tx, hold };
  const there = tx.beside(hold.across.areaId);
  const asked = await there.get('hold', hold.across.holdId);
  if (!asked) throw new Error(`hold ${hold.id} is gone from its incident's area`);
  return { tx: there, hold: asked };
};

/** A room as the record of whoever is in it knows it: the neighbour's row, for a neighbour's person. */
export const whereItsOccupantIs = async (
  tx: AreaTransaction,
  room: Room,
): Promise<{ readonly tx: AreaTransaction; readonly id: string; readonly placeId: string }> => {
  const link = room.guest && room.lentTo.find(({ areaId }) => areaId === room.guest?.areaId);
  if (!link) return { tx, id: room.id, placeId: room.placeId };
  const there = tx.beside(link.areaId);
  const mirror = await there.get('room', link.mirrorId);
  if (!mirror) throw new Error(`${room.name} is gone from ${link.areaName}`);
  return { tx: there, id: mirror.id, placeId: mirror.placeId };
};

/** What has become known of a person reaches the neighbour's suite that was asked to take them, or has them. */
export const tellLenders = async (
  tx: AreaTransaction,
  before: Incident,
  { id: incidentId, person }: Incident,
): Promise<void> => {
  if (JSON.stringify(person) === JSON.stringify(before.person)) return;
  const live = await tx.list('hold', { incidentId, state: liveHoldStates });
  const held = live.flatMap(({ across, roomId }) => (across ? [roomId] : []));
  const rooms = [...(await tx.list('room', { incidentId })), ...(await tx.list('room', { id: held }))];
  for (const { lentBy } of rooms) {
    if (!lentBy) continue;
    const there = tx.beside(lentBy.areaId);
    const room = await there.get('room', lentBy.originalId);
    if (room?.guest)
      await there.put('room', { ...room, guest: { ...room.guest, person: guestOutline(person) } });
  }
};
