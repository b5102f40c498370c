import type { Hold, Incident, Refusal, Room } from '@concord/domain';
import {
  beforeArrival,
  holdHasLapsed,
  isKeptByArrival,
  liveHoldStates,
  outsidePlace,
  promisedAgain,
  refused,
} from '@concord/domain';
import { CONCORD } from '../command';
import { withFact } from '../incident/save-incident';
import { saveHold, whyLenderKeepsOut } from '../lending/lender-side';
import type { AreaTransaction } from '../ports';
import { expiryOf } from './asked-hold';
import { isHeldElsewhere } from './held-elsewhere';
import { saveRoom } from './save-status';

/** As many writes of a room as there may be between its promise and an arrival that is taken back. */
const WRITES_BACK = 50;

/** The room promised as it was before the arrival, and as old as it was; undefined if it can be promised to them no more. */
const roomAgain = async (
  tx: AreaTransaction,
  incident: Incident,
  hold: Hold,
): Promise<{ was: Room; now: Room } | undefined> => {
  const room = await tx.get('room', hold.roomId);
  const again = room && promisedAgain(room, hold);
  if (!again) return undefined;
  // What they left is asked for anew, by what its lender allows now.
  if (room.incidentId !== incident.id && (await whyLenderKeepsOut(tx, room, incident))) return undefined;
  const writes = await tx.writesOf('room', room.id, WRITES_BACK);
  const held = writes.find(({ image }) => image.holdId === hold.id)?.image;
  const observed = room.state === 'available' ? room.observed : (held?.observed ?? room.observed);
  return { was: room, now: { ...again, observed } };
};

/** Whether somebody else was asked, or takes them, since the arrival. */
const goneElsewhere = async (tx: AreaTransaction, incident: Incident, hold: Hold): Promise<boolean> => {
  const others = await tx.list('hold', { incidentId: incident.id, state: liveHoldStates });
  return (
    (hold.state === 'accepted' && others.length > 0) ||
    others.some(({ state, placeId }) => state === 'accepted' || placeId === hold.placeId) ||
    outsidePlace(incident.facts) !== undefined ||
    (await isHeldElsewhere(tx, incident))
  );
};

/** It is over, and the record says so: whoever looks for a place looks on. */
const over = async (
  tx: AreaTransaction,
  incident: Incident,
  hold: Hold,
  because: string | null,
): Promise<Incident | Refusal> => {
  await saveHold(tx, { ...hold, state: 'expired', endedBecause: because });
  return withFact(tx, incident, CONCORD, { kind: 'hold-expired', holdId: hold.id, placeId: hold.placeId });
};

const again = async (tx: AreaTransaction, incident: Incident, kept: Hold): Promise<Incident | Refusal> => {
  const hold = beforeArrival(kept);
  if (holdHasLapsed(hold, tx.now)) return over(tx, incident, hold, null);
  if (await goneElsewhere(tx, incident, hold)) return over(tx, incident, hold, 'another was asked since');
  const room = await roomAgain(tx, incident, hold);
  if (!room) return over(tx, incident, hold, 'the room cannot be kept for them any more');
  await saveHold(tx, hold);
  await saveRoom(tx, room.was, room.now);
  await tx.armTimers([expiryOf(hold, tx.now)]);
  return incident;
};

/**
 * An arrival that never was has kept no promise: what was asked or accepted is so again, with its room, for
 * what is left of its time. Where the time is up, or the room or the person is somebody else's by now, it
 * has lapsed, and the incident says so.
 */
export const promiseAgain = async (tx: AreaTransaction, incident: Incident): Promise<Incident | Refusal> => {
  let current = incident;
  for (const hold of await tx.list('hold', { incidentId: incident.id, state: 'arrived' })) {
    if (isKeptByArrival(incident.facts, hold.id)) continue;
    const next = await again(tx, current, hold);
    if (refused(next)) return next;
    current = next;
  }
  return current;
};
