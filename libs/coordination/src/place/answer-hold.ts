import type {
  Actor,
  FactDetail,
  Hold,
  Incident,
  Instant,
  Named,
  Refusal,
  RefusalReason,
  Room,
} from '@concord/domain';
import {
  acceptHold as acceptedHold,
  extendHold as extendedHold,
  markRoom,
  moveHold,
  moveRoom,
  outsidePlace,
  refuse,
  refuseHold as refusedHold,
  refused,
  refuserFindsNext,
} from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound, notYours } from '../command';
import { agreementOf } from '../escalation/agreement-of';
import { seenIncident } from '../incident/incident-for';
import { addFact, saveIncident, withFact } from '../incident/save-incident';
import type { AreaTransaction, Store, TimerToArm } from '../ports';
import { endHold } from './end-hold';
import { saveRoom } from './save-status';
import { withdrawHolds } from './withdraw-holds';

type Accept = Given<CommandOf<'acceptHold'> & { holdId: string }>;
type Refuse = Given<CommandOf<'refuseHold'> & { holdId: string }>;
type Extend = Given<CommandOf<'extendHold'> & { holdId: string }>;
type Reverse = Given<CommandOf<'reverseRefusal'> & { holdId: string }>;
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

/** The named acceptance that everybody is waiting for: recorded, the room kept to arrive, the others let go. */
const accept = async (
  tx: AreaTransaction,
  incident: Incident,
  accepted: Hold,
  by: Named,
): Promise<Hold | Refusal> => {
  await tx.put('hold', accepted);
  await tx.armTimers([expiryOf(accepted, tx.now)]);
  const fact: FactDetail = {
    kind: 'hold-accepted',
    holdId: accepted.id,
    placeId: accepted.placeId,
    ...(accepted.notBefore === null ? {} : { notBefore: accepted.notBefore }),
  };
  const noted = withFact(tx, incident, by, fact);
  if (refused(noted)) return noted;
  // The asking is over: the other suites are told that they need not answer, and why.
  const place = await tx.get('place', accepted.placeId);
  const because = `${place?.name ?? 'Another suite'} accepted`;
  const alone = await withdrawHolds(tx, noted, by, { because, except: accepted });
  if (refused(alone)) return alone;
  await saveIncident(tx, alone);
  return { ...accepted, revision: tx.revision };
};

const expiryOf = (hold: Hold, anchorAt: Instant): TimerToArm => ({
  incidentId: hold.incidentId,
  kind: 'hold-expiry',
  subject: hold.id,
  point: 'expiry',
  anchorAt,
  dueAt: hold.expiresAt,
});

const incidentOf = async (tx: AreaTransaction, hold: Hold): Promise<Incident> => {
  const incident = await tx.get('incident', hold.incidentId);
  if (!incident) throw new Error(`incident ${hold.incidentId} is gone`);
  return incident;
};

/** The suite takes the person, at once or from a time. Every other suite that was asked is told. */
export const acceptHold = (store: Store, actor: Actor, input: Accept): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('accept-hold', input), async (tx) => {
    const hold = await heldAtMyPlace(tx, actor, input);
    if (refused(hold)) return hold;
    const incident = await incidentOf(tx, hold);
    const accepted = acceptedHold(hold, {
      notBefore: input.notBefore ?? null,
      keptMinutes: (await agreementOf(tx, incident)).holdArriveMinutes,
      at: tx.now,
      by: nameOf(actor),
    });
    if (refused(accepted)) return accepted;
    return changedSince(hold, input.seenRevision, 'request') ?? accept(tx, incident, accepted, nameOf(actor));
  });

/** Keeps a held room longer, with the reason on the incident's record. */
export const extendHold = (store: Store, actor: Actor, input: Extend): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('extend-hold', input), async (tx) => {
    const hold = await tx.get('hold', input.holdId);
    const seen = hold && seenIncident(actor, await tx.get('incident', hold.incidentId));
    if (!hold || refused(seen)) return notFound('hold');
    const extended = extendedHold(hold, input.minutes);
    if (refused(extended)) return extended;
    const changed = changedSince(hold, input.seenRevision, 'hold');
    if (changed) return changed;
    await tx.put('hold', extended);
    await tx.armTimers([expiryOf(extended, tx.now)]);
    return saved(tx, actor, extended, {
      kind: 'hold-extended',
      holdId: hold.id,
      placeId: hold.placeId,
      until: extended.expiresAt,
      reason: input.reason,
    });
  });

/**
 * The suite that refused thinks again: the same room is promised and accepted in one step. The refusal
 * stays. Refuses `hold-ended` unless it was refused, `hold-exists` when another suite has accepted, and
 * `room-not-free`.
 */
export const reverseRefusal = (store: Store, actor: Actor, input: Reverse): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('reverse-refusal', input), async (tx) => {
    const hold = await heldAtMyPlace(tx, actor, input);
    if (refused(hold)) return hold;
    const room = await tx.get('room', hold.roomId);
    if (hold.state !== 'refused' || !room)
      return refuse('hold-ended', `This hold was not refused but ${hold.state}.`, {
        details: { state: hold.state },
      });
    const [elsewhere] = await tx.list('hold', { incidentId: hold.incidentId, state: 'accepted' });
    if (elsewhere)
      return refuse('hold-exists', 'Another suite has accepted meanwhile.', { details: { hold: elsewhere } });
    const outside = outsidePlace((await incidentOf(tx, hold)).facts);
    if (outside)
      return refuse('hold-exists', `${outside.placeName} has accepted meanwhile.`, { details: { outside } });
    if (room.state !== 'available')
      return refuse('room-not-free', `${room.name} is ${room.state}: make it available first.`, {
        details: { room: { id: room.id, state: room.state } },
      });
    const by = nameOf(actor);
    const incident = await incidentOf(tx, hold);
    const about = { holdId: hold.id, placeId: hold.placeId, reason: input.reason };
    const noted = withFact(tx, incident, by, { kind: 'hold-refusal-reversed', ...about });
    if (refused(noted)) return noted;
    const anew: Hold = {
      ...hold,
      id: tx.newId(),
      state: 'requested',
      requestedAt: tx.now,
      answeredAt: null,
      answeredBy: null,
      refusal: null,
      endedBecause: null,
      reverses: hold.id,
    };
    const keptMinutes = (await agreementOf(tx, incident)).holdArriveMinutes;
    const accepted = acceptedHold(anew, { notBefore: null, keptMinutes, at: tx.now, by });
    if (refused(accepted)) return accepted;
    await saveRoom(tx, room, moveRoom(room, 'held', { holdId: accepted.id, observed: room.observed }));
    return accept(tx, noted, accepted, by);
  });

/** What a refusal says about the room itself, so that the next controller is not sent to the same locked door. */
const roomAfterRefusal = (room: Room, reason: RefusalReason, observed: Room['observed']): Room | Refusal => {
  if (reason === 'full') return markRoom(room, { state: 'occupied', observed });
  if (reason === 'closed') return markRoom(room, { state: 'closed', closedReason: 'other', observed });
  if (reason === 'no-staff') return markRoom(room, { state: 'closed', closedReason: 'staffing', observed });
  return { ...room, observed };
};

/** Where the incident's agreement asks it of a suite that refuses for this reason, the search is now that suite's. */
const owingSearch = async (
  tx: AreaTransaction,
  incident: Incident,
  by: Named,
  { placeId, refusal }: Hold,
): Promise<Incident | Refusal> => {
  if (!refusal || !refuserFindsNext(incident, await agreementOf(tx, incident), refusal.reason))
    return incident;
  const placeName = (await tx.get('place', placeId))?.name ?? '';
  return withFact(tx, incident, by, { kind: 'search-owed', placeId, placeName, reason: refusal.reason });
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
    await saveRoom(tx, ended.room, room);
    const by = nameOf(actor);
    const about = { holdId: hold.id, placeId: hold.placeId, reason, rationale: rationale.trim() };
    const noted = withFact(tx, await incidentOf(tx, hold), by, { kind: 'hold-refused', ...about });
    const owing = refused(noted) ? noted : await owingSearch(tx, noted, by, answered);
    if (refused(owing)) return owing;
    await saveIncident(tx, owing);
    return { ...ended.hold, revision: tx.revision };
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
    const ended = await endHold(tx, hold, {
      state: 'released',
      by: nameOf(actor),
      room: 'available',
      because: input.reason,
    });
    return saved(tx, actor, ended.hold, {
      kind: 'hold-released',
      holdId: hold.id,
      placeId: hold.placeId,
      reason: input.reason,
    });
  });
