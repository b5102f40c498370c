import type { FactDetail, Incident, Named, Refusal } from '@concord/domain';
import { holdIsLive, markResource, moveRoom, refused, requestIsLive } from '@concord/domain';
import { endHold } from '../place/end-hold';
import type { AreaTransaction } from '../ports';
import { withFact } from './save-incident';

type Step = (tx: AreaTransaction, incident: Incident, by: Named) => Promise<Incident | Refusal>;

/** The room the person leaves is not free until somebody has made it ready. */
const leaveRoom: Step = async (tx, incident, by) => {
  for (const room of await tx.list('room', { incidentId: incident.id })) {
    await tx.put('room', moveRoom(room, 'cleaning', { observed: { at: tx.now, by, source: 'system' } }));
  }
  return incident;
};

/** The room held for them is taken; a room held anywhere else is given back. */
const takeHeldRoom =
  (placeId: string): Step =>
  async (tx, incident, by) => {
    let current = incident;
    for (const hold of await tx.list('hold', { incidentId: incident.id, state: ['requested', 'accepted'] })) {
      if (hold.placeId === placeId) {
        await endHold(tx, hold, { state: 'arrived', by, room: 'occupied' });
        continue;
      }
      const released = await giveBack(tx, current, hold.id, by, 'arrived elsewhere');
      if (refused(released)) return released;
      current = released;
    }
    return current;
  };

const giveBack = async (
  tx: AreaTransaction,
  incident: Incident,
  holdId: string,
  by: Named,
  reason: string,
): Promise<Incident | Refusal> => {
  const hold = await tx.get('hold', holdId);
  if (!hold || !holdIsLive(hold)) return incident;
  await endHold(tx, hold, { state: 'released', by, room: 'available' });
  return withFact(tx, incident, by, {
    kind: 'hold-released',
    holdId: hold.id,
    placeId: hold.placeId,
    reason,
  });
};

const giveBackAll =
  (reason: string): Step =>
  async (tx, incident, by) => {
    let current = incident;
    for (const hold of await tx.list('hold', { incidentId: incident.id, state: ['requested', 'accepted'] })) {
      const released = await giveBack(tx, current, hold.id, by, reason);
      if (refused(released)) return released;
      current = released;
    }
    return current;
  };

const endAmhpRequest: Step = async (tx, incident) => {
  for (const request of await tx.list('amhp-request', { incidentId: incident.id })) {
    if (!requestIsLive(request)) continue;
    const offers = request.offers.map((offer) =>
      offer.answer === null ? { ...offer, answer: 'withdrawn' as const, answeredAt: tx.now } : offer,
    );
    await tx.put('amhp-request', { ...request, offers, state: 'done' });
    await tx.cancelTimers((await tx.timers(incident.id, 'offer-answer')).map((timer) => timer.id));
  }
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

const stepsAfter = (detail: FactDetail): Step[] => {
  switch (detail.kind) {
    case 'arrived':
      return [takeHeldRoom(detail.placeId)];
    case 'conveyance-started':
      return [leaveRoom];
    case 'outcome':
      return [leaveRoom, giveBackAll('detention ended'), endAmhpRequest];
    case 'diverted':
      return [giveBackAll('not detained'), clearCars];
    case 'closed':
      return [clearCars];
    default:
      return [];
  }
};

/** What else is no longer so once a fact is recorded: rooms, holds, the AMHP request and cars follow in the same transaction. */
export const followUp = async (
  tx: AreaTransaction,
  incident: Incident,
  detail: FactDetail,
  by: Named,
): Promise<Incident | Refusal> => {
  let current = incident;
  for (const step of stepsAfter(detail)) {
    const next = await step(tx, current, by);
    if (refused(next)) return next;
    current = next;
  }
  return current;
};
