import type { Hold, Incident, Named, Refusal, Room } from '@concord/domain';
import {
  currentPlaceId,
  isDetained,
  isOpen,
  lastOf,
  liveHoldStates,
  markResource,
  moveRoom,
  presentArrival,
  refused,
  requestIsLive,
  stateOf,
  stillAt,
  takeRoom,
} from '@concord/domain';
import { endRequest } from '../amhp/end-request';
import { followThePerson } from '../amhp/service';
import { endHold } from '../place/end-hold';
import { promiseAgain } from '../place/promise-again';
import { saveRoom } from '../place/save-status';
import { withdrawHolds } from '../place/withdraw-holds';
import type { AreaTransaction } from '../ports';
import { withFact } from './save-incident';

type Step = (tx: AreaTransaction, incident: Incident, by: Named) => Promise<Incident | Refusal>;

/** Whether they still have a room: at its place, and not said to be in another one there. */
const stillIn = ({ facts }: Incident, { id, placeId }: Room): boolean => {
  const arrival = presentArrival(facts);
  const isElsewhere = arrival?.placeId === placeId && arrival.roomId !== null && arrival.roomId !== id;
  return stillAt(facts, placeId) && !isElsewhere;
};

/** A room that the person no longer has is not free until somebody has made it ready. */
const leaveRooms: Step = async (tx, incident, by) => {
  for (const room of await tx.list('room', { incidentId: incident.id })) {
    if (stillIn(incident, room)) continue;
    const next = room.closedReason === null ? 'cleaning' : 'closed';
    await saveRoom(tx, room, moveRoom(room, next, { observed: { at: tx.now, by, source: 'system' } }));
  }
  return incident;
};

/**
 * The room that their arrival names is theirs: one that nobody held for them, or one given up since that a
 * correction shows them in, unless it is somebody else's by now.
 */
const takeNamedRoom: Step = async (tx, incident, by) => {
  const arrival = presentArrival(incident.facts);
  const room = arrival?.roomId ? await tx.get('room', arrival.roomId) : undefined;
  // Whoever came into it since an arrival told earlier is another person.
  if (!room || (room.state === 'occupied' && arrival?.recordedAt !== tx.now)) return incident;
  const taken = takeRoom(room, incident.id, { at: tx.now, by, source: 'system' });
  if (!taken) return incident;
  await saveRoom(tx, room, taken);
  return arrival?.recordedAt === tx.now ? incident : sayWhetherItCloses(tx, incident, by, taken);
};

/** What was said of their room while it was not theirs, that it closes or opens, is their record's business after all. */
const sayWhetherItCloses = (
  tx: AreaTransaction,
  incident: Incident,
  by: Named,
  { id: roomId, placeId, closedReason: reason }: Room,
): Incident | Refusal => {
  const last = lastOf(incident.facts, 'room-closing', 'room-reopened');
  const known = last?.kind === 'room-closing' && last.roomId === roomId;
  if (known === (reason !== null)) return incident;
  return reason === null
    ? withFact(tx, incident, by, { kind: 'room-reopened', placeId, roomId })
    : withFact(tx, incident, by, { kind: 'room-closing', placeId, roomId, reason });
};

/** The room held for them is taken, or free if they are in another one there; a room held anywhere else is given back. */
const takeHeldRoom =
  (placeId: string): Step =>
  async (tx, incident, by) => {
    const here = { incidentId: incident.id, placeId, state: liveHoldStates };
    for (const hold of await tx.list('hold', here))
      await endHold(tx, hold, { state: 'arrived', by, room: roomFor(hold, incident) });
    return withdrawHolds(tx, incident, by, { because: 'arrived elsewhere' });
  };

const roomFor = ({ roomId }: Hold, { facts }: Incident): 'occupied' | 'available' => {
  const named = presentArrival(facts)?.roomId;
  return named === roomId || !named ? 'occupied' : 'available';
};

const giveBackAll =
  (because: string): Step =>
  (tx, incident, by) =>
    withdrawHolds(tx, incident, by, { because });

const endRequests: Step = async (tx, incident, by) => {
  const requests = await tx.list('amhp-request', { incidentId: incident.id });
  const how = { state: 'done', by, told: 'over, you need not attend' } as const;
  for (const request of requests.filter(requestIsLive)) await endRequest(tx, request, how);
  return incident;
};

const clearCars: Step = async (tx, incident, by) => {
  let current = incident;
  for (const resource of await tx.list('resource', { incidentId: incident.id })) {
    const cleared = markResource(resource, 'available', { at: tx.now, by, source: 'system' });
    if (refused(cleared)) return cleared;
    await tx.put('resource', cleared);
    const noted = withFact(tx, current, by, {
      kind: 'car-cleared',
      resourceId: resource.id,
      callsign: resource.callsign,
    });
    if (refused(noted)) return noted;
    current = noted;
  }
  return current;
};

const steps = (before: Incident, incident: Incident): Step[] => {
  const state = stateOf(incident.facts);
  const here = currentPlaceId(incident.facts);
  const justCame = here !== null && here !== currentPlaceId(before.facts);
  const isInAnother =
    here !== null && presentArrival(before.facts)?.roomId !== presentArrival(incident.facts)?.roomId;
  const ended = !isDetained(incident.facts) && state !== 'advice';
  return [
    ...(here === null && !ended ? [promiseAgain] : []),
    leaveRooms,
    ...(justCame ? [takeHeldRoom(here)] : []),
    ...(justCame || isInAnother ? [takeNamedRoom] : []),
    ...(justCame ? [followThePerson] : []),
    ...(ended ? [giveBackAll(state === 'diverted' ? 'not detained' : 'detention ended'), endRequests] : []),
    ...(isOpen(incident) ? [] : [clearCars]),
  ];
};

/**
 * What else is no longer so once a step is recorded, put right or taken back: rooms, holds, the AMHP
 * request and cars follow in the same transaction. It looks only at what is now so.
 */
export const followUp = async (
  tx: AreaTransaction,
  before: Incident,
  incident: Incident,
  by: Named,
): Promise<Incident | Refusal> => {
  let current = incident;
  for (const step of steps(before, incident)) {
    const next = await step(tx, current, by);
    if (refused(next)) return next;
    current = next;
  }
  return current;
};
