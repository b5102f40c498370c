import type { Actor, FactDetail, Hold, Incident, Instant, Named, Refusal } from '@concord/domain';
import {
  acceptHold as acceptedHold,
  extendHold as extendedHold,
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
import { asItIs, yesAwaited } from '../lending/allow-loan';
import { atItsIncident, saveHold } from '../lending/lender-side';
import { endHold } from './end-hold';
import { saveRoom } from './save-status';
import { tellByRefusal } from './tell-by-refusal';
import { withdrawHolds } from './withdraw-holds';

type Accept = Given<CommandOf<'acceptHold'> & { holdId: string }>;
type Refuse = Given<CommandOf<'refuseHold'> & { holdId: string }>;
type Extend = Given<CommandOf<'extendHold'> & { holdId: string }>;
type Reverse = Given<CommandOf<'reverseRefusal'> & { holdId: string }>;
type Release = Given<CommandOf<'releaseHold'> & { holdId: string }>;

/** A hold as whoever answers it has it, and as it is where its incident is: a neighbour's, for a lent room. */
interface Asked {
  readonly mine: Hold;
  readonly tx: AreaTransaction;
  readonly hold: Hold;
}

const asked = async (tx: AreaTransaction, mine: Hold): Promise<Asked> => ({
  mine,
  ...(await atItsIncident(tx, mine)),
});

const heldAtMyPlace = async (
  tx: AreaTransaction,
  actor: Actor,
  input: { holdId: string; seenRevision?: number | undefined },
): Promise<Asked | Refusal> => {
  const hold = await tx.get('hold', input.holdId);
  if (!hold) return notFound('hold');
  if (!actor.placeIds.includes(hold.placeId)) return notYours('This was asked of another place.');
  return asked(tx, hold);
};

/** A hold that this person may act on: of an incident that they see, or, of a neighbour's, at their own suite. */
const heldForMe = async (tx: AreaTransaction, actor: Actor, holdId: string): Promise<Asked | Refusal> => {
  const hold = await tx.get('hold', holdId);
  if (!hold) return notFound('hold');
  const seen =
    hold.across?.side === 'lends'
      ? actor.placeIds.includes(hold.placeId)
      : !refused(seenIncident(actor, await tx.get('incident', hold.incidentId)));
  return seen ? asked(tx, hold) : notFound('hold');
};

const saved = async (
  tx: AreaTransaction,
  { mine, ...at }: Asked,
  actor: Actor,
  fact: FactDetail,
): Promise<Hold | Refusal> => {
  const incident = await addFact(at.tx, at.hold.incidentId, nameOf(actor), fact);
  return refused(incident) ? incident : asItIs(tx, mine.id);
};

/** The named acceptance that everybody is waiting for: recorded, the room kept to arrive, the others let go. */
const accept = async (
  tx: AreaTransaction,
  incident: Incident,
  accepted: Hold,
  by: Named,
): Promise<Refusal | undefined> => {
  await saveHold(tx, accepted);
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
  return undefined;
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
    const at = await heldAtMyPlace(tx, actor, input);
    if (refused(at)) return at;
    const incident = await incidentOf(at.tx, at.hold);
    const accepted = acceptedHold(at.hold, {
      notBefore: input.notBefore ?? null,
      keptMinutes: (await agreementOf(at.tx, incident)).holdArriveMinutes,
      at: tx.now,
      by: nameOf(actor),
    });
    if (refused(accepted)) return accepted;
    const no =
      yesAwaited(at.mine) ??
      changedSince(at.mine, input.seenRevision, 'request') ??
      (await accept(at.tx, incident, accepted, nameOf(actor)));
    return no ?? asItIs(tx, at.mine.id);
  });

/** Keeps a held room longer, with the reason on the incident's record. */
export const extendHold = (store: Store, actor: Actor, input: Extend): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('extend-hold', input), async (tx) => {
    const at = await heldForMe(tx, actor, input.holdId);
    if (refused(at)) return at;
    const extended = extendedHold(at.hold, input.minutes);
    if (refused(extended)) return extended;
    const changed = changedSince(at.mine, input.seenRevision, 'hold');
    if (changed) return changed;
    await saveHold(at.tx, extended);
    await at.tx.armTimers([expiryOf(extended, tx.now)]);
    return saved(tx, at, actor, {
      kind: 'hold-extended',
      holdId: extended.id,
      placeId: extended.placeId,
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
    const at = await heldAtMyPlace(tx, actor, input);
    if (refused(at)) return at;
    const { hold, tx: there } = at;
    const room = await there.get('room', hold.roomId);
    if (hold.state !== 'refused' || !room)
      return refuse('hold-ended', `This hold was not refused but ${hold.state}.`, {
        details: { state: hold.state },
      });
    if (room.lentBy && room.lentBy.state !== 'lent')
      return refuse('not-lent', `${room.name} is no longer lent by ${room.lentBy.areaName}.`);
    const [elsewhere] = await there.list('hold', { incidentId: hold.incidentId, state: 'accepted' });
    if (elsewhere)
      return refuse('hold-exists', 'Another suite has accepted meanwhile.', { details: { hold: elsewhere } });
    const outside = outsidePlace((await incidentOf(there, hold)).facts);
    if (outside)
      return refuse('hold-exists', `${outside.placeName} has accepted meanwhile.`, { details: { outside } });
    if (room.state !== 'available')
      return refuse('room-not-free', `${room.name} is ${room.state}: make it available first.`, {
        details: { room: { id: room.id, state: room.state } },
      });
    const by = nameOf(actor);
    const incident = await incidentOf(there, hold);
    const about = { holdId: hold.id, placeId: hold.placeId, reason: input.reason };
    const noted = withFact(there, incident, by, { kind: 'hold-refusal-reversed', ...about });
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
      across: hold.across && { ...hold.across, holdId: there.newId() },
    };
    const keptMinutes = (await agreementOf(there, incident)).holdArriveMinutes;
    const accepted = acceptedHold(anew, { notBefore: null, keptMinutes, at: tx.now, by });
    if (refused(accepted)) return accepted;
    const no = yesAwaited(at.mine) ?? (await accept(there, noted, accepted, by));
    if (no) return no;
    await saveRoom(there, room, moveRoom(room, 'held', { holdId: accepted.id, observed: room.observed }));
    return asItIs(tx, accepted.across ? accepted.across.holdId : accepted.id);
  });

/**
 * Where the incident's agreement asks it of a suite that refuses for this reason, the search is now that
 * suite's. A neighbour's suite never owes one: it is bound by its own area's agreement, and sees that area's places.
 */
const owingSearch = async (
  tx: AreaTransaction,
  incident: Incident,
  by: Named,
  { placeId, refusal, across }: Hold,
): Promise<Incident | Refusal> => {
  if (!refusal || across || !refuserFindsNext(incident, await agreementOf(tx, incident), refusal.reason))
    return incident;
  const placeName = (await tx.get('place', placeId))?.name ?? '';
  return withFact(tx, incident, by, { kind: 'search-owed', placeId, placeName, reason: refusal.reason });
};

/** A refusal needs a coded reason and a rationale about this person. See the domain's `refuseHold`. */
export const refuseHold = (store: Store, actor: Actor, input: Refuse): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('refuse-hold', input), async (tx) => {
    const at = await heldAtMyPlace(tx, actor, input);
    if (refused(at)) return at;
    const { hold, tx: there } = at;
    const { reason, rationale } = input;
    const answered = refusedHold(hold, { reason, rationale, at: tx.now, by: nameOf(actor) });
    if (refused(answered)) return answered;
    const changed = changedSince(at.mine, input.seenRevision, 'request');
    if (changed) return changed;
    await endHold(there, hold, {
      state: 'refused',
      by: nameOf(actor),
      room: 'available',
      answered,
    });
    const by = nameOf(actor);
    const cannotSay = await tellByRefusal(tx, at.mine, reason, { at: tx.now, by, source: 'site' });
    if (cannotSay) return cannotSay;
    const about = { holdId: hold.id, placeId: hold.placeId, reason, rationale: rationale.trim() };
    const noted = withFact(there, await incidentOf(there, hold), by, { kind: 'hold-refused', ...about });
    const owing = refused(noted) ? noted : await owingSearch(there, noted, by, answered);
    if (refused(owing)) return owing;
    await saveIncident(there, owing);
    return asItIs(tx, at.mine.id);
  });

/** Gives a held room back, with the reason on the incident's record. */
export const releaseHold = (store: Store, actor: Actor, input: Release): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('release-hold', input), async (tx) => {
    const at = await heldForMe(tx, actor, input.holdId);
    if (refused(at)) return at;
    const { hold } = at;
    const moved = moveHold(hold, 'released');
    if (refused(moved)) return moved;
    const changed = changedSince(at.mine, input.seenRevision, 'hold');
    if (changed) return changed;
    await endHold(at.tx, hold, {
      state: 'released',
      by: nameOf(actor),
      room: 'available',
      because: input.reason,
    });
    return saved(tx, at, actor, {
      kind: 'hold-released',
      holdId: hold.id,
      placeId: hold.placeId,
      reason: input.reason,
    });
  });
