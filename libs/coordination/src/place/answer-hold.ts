import type { Actor, FactDetail, Hold, Refusal, RefusalReason, Room } from '@concord/domain';
import { markRoom, moveHold, plusMinutes, refuseHold as refusedHold, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound, notYours } from '../command';
import { agreementOf } from '../escalation/align-deadlines';
import { seenIncident } from '../incident/incident-for';
import { addFact } from '../incident/save-incident';
import type { AreaTransaction, Store } from '../ports';
import { endHold } from './end-hold';

type Accept = Given<CommandOf<'acceptHold'> & { holdId: string }>;
type Refuse = Given<CommandOf<'refuseHold'> & { holdId: string }>;
type Release = Given<CommandOf<'releaseHold'> & { holdId: string }>;

const heldAtMyPlace = async (
  tx: AreaTransaction,
  actor: Actor,
  input: { holdId: string; seenRevision?: number | undefined },
): Promise<Hold | Refusal> => {
  const hold = await tx.get('hold', input.holdId);
  if (!hold) return notFound('hold');
  if (!actor.placeIds.includes(hold.placeId)) return notYours('This was asked of another place.');
  return hold;
};

const saved = async (
  tx: AreaTransaction,
  actor: Actor,
  hold: Hold,
  fact: FactDetail,
): Promise<Hold | Refusal> => {
  const incident = await addFact(tx, hold.incidentId, nameOf(actor), fact);
  return refused(incident) ? incident : { ...hold, revision: tx.revision };
};

/** The named acceptance that everybody is waiting for. The room is then kept for the agreed time to arrive. */
export const acceptHold = (store: Store, actor: Actor, input: Accept): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('accept-hold', input), async (tx) => {
    const hold = await heldAtMyPlace(tx, actor, input);
    if (refused(hold)) return hold;
    const moved = moveHold(hold, 'accepted');
    if (refused(moved)) return moved;
    const changed = changedSince(hold, input.seenRevision, 'request');
    if (changed) return changed;
    const incident = await tx.get('incident', hold.incidentId);
    if (!incident) throw new Error(`incident ${hold.incidentId} is gone`);
    const expiresAt = plusMinutes(tx.now, (await agreementOf(tx, incident)).holdArriveMinutes);
    const accepted: Hold = { ...moved, answeredAt: tx.now, answeredBy: nameOf(actor), expiresAt };
    await tx.put('hold', accepted);
    await tx.armTimers([
      {
        incidentId: hold.incidentId,
        kind: 'hold-expiry',
        subject: hold.id,
        point: 'expiry',
        anchorAt: tx.now,
        dueAt: expiresAt,
      },
    ]);
    return saved(tx, actor, accepted, { kind: 'hold-accepted', holdId: hold.id, placeId: hold.placeId });
  });

/** What a refusal says about the room itself, so that the next controller is not sent to the same locked door. */
const roomAfterRefusal = (room: Room, reason: RefusalReason, observed: Room['observed']): Room | Refusal => {
  if (reason === 'full') return markRoom(room, { state: 'occupied', observed });
  if (reason === 'closed') return markRoom(room, { state: 'closed', closedReason: 'other', observed });
  if (reason === 'no-staff') return markRoom(room, { state: 'closed', closedReason: 'staffing', observed });
  return { ...room, observed };
};

/** A refusal needs a coded reason and a rationale about this person. See the domain's `refuseHold`. */
export const refuseHold = (store: Store, actor: Actor, input: Refuse): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('refuse-hold', input), async (tx) => {
    const hold = await heldAtMyPlace(tx, actor, input);
    if (refused(hold)) return hold;
    const { reason, rationale } = input;
    const answered = refusedHold(hold, { reason, rationale, at: tx.now, by: nameOf(actor) });
    if (refused(answered)) return answered;
    const changed = changedSince(hold, input.seenRevision, 'request');
    if (changed) return changed;
    const ended = await endHold(tx, hold, {
      state: 'refused',
      by: nameOf(actor),
      room: 'available',
      answered,
    });
    const room = roomAfterRefusal(ended.room, reason, { at: tx.now, by: nameOf(actor), source: 'site' });
    if (refused(room)) return room;
    await tx.put('room', room);
    return saved(tx, actor, ended.hold, {
      kind: 'hold-refused',
      holdId: hold.id,
      placeId: hold.placeId,
      reason,
      rationale: rationale.trim(),
    });
  });

/** Gives a held room back, with the reason on the incident's record. */
export const releaseHold = (store: Store, actor: Actor, input: Release): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('release-hold', input), async (tx) => {
    const hold = await tx.get('hold', input.holdId);
    if (!hold) return notFound('hold');
    const incident = seenIncident(actor, await tx.get('incident', hold.incidentId));
    if (refused(incident)) return notFound('hold');
    const moved = moveHold(hold, 'released');
    if (refused(moved)) return moved;
    const changed = changedSince(hold, input.seenRevision, 'hold');
    if (changed) return changed;
    const ended = await endHold(tx, hold, { state: 'released', by: nameOf(actor), room: 'available' });
    return saved(tx, actor, ended.hold, {
      kind: 'hold-released',
      holdId: hold.id,
      placeId: hold.placeId,
      reason: input.reason,
    });
  });
