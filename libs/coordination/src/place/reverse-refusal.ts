import type { Actor, Hold, HoldAcross, Incident, Refusal, Room } from '@concord/domain';
import {
  acceptHold as acceptedHold,
  hasArrivedSince,
  holdIsLiveAt,
  moveRoom,
  outsidePlace,
  plusMinutes,
  refuse,
  refused,
  roomMoves,
} from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { commandInfo, nameOf } from '../command';
import { agreementOf } from '../escalation/agreement-of';
import { withFact } from '../incident/save-incident';
import { asItIs, yesAwaited } from '../lending/allow-loan';
import { acrossFor, whyLenderKeepsOut } from '../lending/lender-side';
import type { AreaTransaction, Store } from '../ports';
import { accept } from './accept-hold';
import { heldAtMyPlace, incidentOf } from './asked-hold';
import { expireLapsedHolds } from './expire-hold';
import { personHeldElsewhere } from './held-elsewhere';
import { saveRoom } from './save-status';

type Reverse = Given<CommandOf<'reverseRefusal'> & { holdId: string }>;

/** Whether anybody else takes the person, or nobody is to any more. Who it is is not this suite's to know. */
const noLongerWanted = async (
  tx: AreaTransaction,
  actor: Actor,
  hold: Hold,
  incident: Incident,
): Promise<Refusal | undefined> => {
  if (hasArrivedSince(incident.facts, hold.id))
    return refuse('not-allowed-in-this-state', 'This person has arrived at a place since you refused.');
  const others = (await tx.list('hold', { incidentId: hold.incidentId })).filter((one) =>
    holdIsLiveAt(one, tx.now),
  );
  if (others.some(({ placeId }) => placeId === hold.placeId))
    return refuse('hold-exists', 'You have been asked for this person again: answer that request.');
  if (others.some(({ state }) => state === 'accepted') || outsidePlace(incident.facts))
    return refuse('hold-exists', 'Another place has accepted meanwhile.');
  return personHeldElsewhere(tx, actor, incident);
};

const roomNotFree = (room: Room): Refusal | undefined => {
  if (room.lentBy && room.lentBy.state !== 'lent')
    return refuse('not-lent', `${room.name} is no longer lent by ${room.lentBy.areaName}.`);
  if (room.state === 'available') return undefined;
  const what = roomMoves(room).includes('available')
    ? `${room.name} is ${room.state}: make it available first.`
    : `${room.name} is ${room.state} for somebody else by now.`;
  return refuse('room-not-free', what, { details: { room: { id: room.id, state: room.state } } });
};

/** Of a lent room: by what its lender allows now, which may be another lending than the one that was refused under. */
const keptOutByLender = async (
  tx: AreaTransaction,
  room: Room,
  incident: Incident,
): Promise<Refusal | undefined> => {
  const why = await whyLenderKeepsOut(tx, room, incident);
  return why === undefined
    ? undefined
    : refuse('not-lent', `This room cannot be promised to them: ${why}.`, {
        rule: 'the terms on which the place is lent',
        details: { room: { id: room.id, state: room.state } },
      });
};

/** A yes that the lender's coordinator gave to this person holds as long as the lending under which it was given. */
const acrossNow = async (
  tx: AreaTransaction,
  { across: then }: Hold,
  room: Room,
): Promise<HoldAcross | null> => {
  const now = await acrossFor(tx, room);
  const given = then?.yes === 'given' && then.lendingId === now?.lendingId;
  return now && given && now.yes === 'awaited' ? { ...now, yes: 'given' } : now;
};

const withYes = (hold: Hold, now: HoldAcross | null): Hold => ({
  ...hold,
  across: hold.across && now && { ...hold.across, yes: now.yes },
});

/**
 * The suite that refused thinks again: the same room is promised and accepted in one step, and kept from
 * now on as long as any acceptance. The refusal stays. Refuses `hold-ended` unless it was refused,
 * `hold-exists` when another place has accepted or this one was asked again, `person-held-elsewhere`,
 * `not-allowed-in-this-state` once they have arrived anywhere since, `room-not-free`, `place-unfit` for
 * somebody whom the room does not fit by now, and `not-lent` and `yes-needed` by what its lender allows now.
 */
export const reverseRefusal = (store: Store, actor: Actor, input: Reverse): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('reverse-refusal', input), async (tx) => {
    const at = await heldAtMyPlace(tx, actor, input.holdId);
    if (refused(at)) return at;
    const { hold, tx: there } = at;
    if (hold.state !== 'refused')
      return refuse('hold-ended', `This hold was not refused but ${hold.state}.`, {
        details: { state: hold.state },
      });
    const lapsed = await expireLapsedHolds(there, hold.roomId);
    if (lapsed) return lapsed;
    const incident = await incidentOf(there, hold);
    const room = await there.get('room', hold.roomId);
    if (!room) throw new Error(`room ${hold.roomId} is gone`);
    const not =
      (await noLongerWanted(there, actor, hold, incident)) ??
      roomNotFree(room) ??
      (await keptOutByLender(there, room, incident));
    if (not) return not;
    const across = await acrossNow(there, hold, room);
    const by = nameOf(actor);
    const about = { holdId: hold.id, placeId: hold.placeId, reason: input.reason };
    const noted = withFact(there, incident, by, { kind: 'hold-refusal-reversed', ...about });
    if (refused(noted)) return noted;
    const keptMinutes = (await agreementOf(there, incident)).holdArriveMinutes;
    const anew: Hold = {
      ...hold,
      id: tx.newId(),
      state: 'requested',
      requestedAt: tx.now,
      // However long ago it was asked for, it is kept as long as any other acceptance is.
      expiresAt: plusMinutes(tx.now, keptMinutes),
      answeredAt: null,
      answeredBy: null,
      refusal: null,
      endedBecause: null,
      reverses: hold.id,
      across,
    };
    const accepted = acceptedHold(anew, { notBefore: null, limitEndsAt: null, keptMinutes, at: tx.now, by });
    if (refused(accepted)) return accepted;
    const no = yesAwaited(withYes(at.mine, across)) ?? (await accept(there, noted, accepted, by));
    if (no) return no;
    await saveRoom(there, room, moveRoom(room, 'held', { holdId: accepted.id, observed: room.observed }));
    return asItIs(tx, accepted.across ? accepted.across.holdId : accepted.id);
  });
