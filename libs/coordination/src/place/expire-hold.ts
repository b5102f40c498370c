import type { Hold, Incident, Refusal } from '@concord/domain';
import { holdHasLapsed, holdIsLive, refused } from '@concord/domain';
import { CONCORD } from '../command';
import { saveIncident, withFact } from '../incident/save-incident';
import { atItsIncident } from '../lending/lender-side';
import type { AreaTransaction } from '../ports';
import { endHold } from './end-hold';

/** The promise lapses: the room is free again, as old as it was. The incident says so, and is not yet saved. */
export const lapse = async (
  tx: AreaTransaction,
  hold: Hold,
  incident: Incident,
): Promise<Incident | Refusal> => {
  await endHold(tx, hold, { state: 'expired', by: CONCORD, room: 'available' });
  return withFact(tx, incident, CONCORD, { kind: 'hold-expired', holdId: hold.id, placeId: hold.placeId });
};

/** What its timer asks for, unless somebody else has ended it meanwhile; the search for a place goes on. */
export const expireHold = async (
  tx: AreaTransaction,
  holdId: string,
  incident: Incident,
): Promise<void | Refusal> => {
  const hold = await tx.get('hold', holdId);
  if (!hold || !holdIsLive(hold)) return;
  const noted = await lapse(tx, hold, incident);
  if (refused(noted)) return noted;
  await saveIncident(tx, noted);
};

/** The hold that keeps a neighbour's room from us, as the neighbour has it. */
const theirHold = async (
  tx: AreaTransaction,
  roomId: string,
): Promise<{ tx: AreaTransaction; hold: Hold } | undefined> => {
  const room = await tx.get('room', roomId);
  if (!room?.lentBy || room.state !== 'held' || room.holdId !== null) return undefined;
  const there = tx.beside(room.lentBy.areaId);
  const original = await there.get('room', room.lentBy.originalId);
  const hold = original?.holdId ? await there.get('hold', original.holdId) : undefined;
  return hold && { tx: there, hold };
};

/**
 * Writes down that every hold which has lapsed by now has lapsed, where the engine has not come to it: of
 * this area's rooms, and of this one if it is a neighbour's. The database's clock ends a promise; the
 * engine only says so. Each live hold keeps a room, so none is missed by looking at those held.
 */
export const expireLapsedHolds = async (
  tx: AreaTransaction,
  roomId: string,
): Promise<Refusal | undefined> => {
  const held = (await tx.list('room', { state: 'held' })).flatMap(({ holdId }) => holdId ?? []);
  const own = held.length > 0 ? await tx.list('hold', { id: held }) : [];
  const theirs = await theirHold(tx, roomId);
  const all = [...own.map((hold) => ({ tx, hold })), ...(theirs ? [theirs] : [])];
  for (const { tx: here, hold } of all) {
    if (!holdHasLapsed(hold, tx.now)) continue;
    const at = await atItsIncident(here, hold);
    const incident = await at.tx.get('incident', at.hold.incidentId);
    if (!incident) throw new Error(`incident ${at.hold.incidentId} is gone`);
    const no = await expireHold(at.tx, at.hold.id, incident);
    if (no) return no;
  }
  return undefined;
};
