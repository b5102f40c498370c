import type { Actor, Hold, Incident, Place, RankingFacts, Refusal, Room } from '@concord/domain';
import {
  liveHoldStates,
  moveRoom,
  notAPlaceOfSafety,
  outsidePlace,
  plusMinutes,
  rankRooms,
  refuse,
  refused,
  searchOwed,
  whyKeptOut,
} from '@concord/domain';
import type { CommandOf, Viewer } from '@concord/contracts';
import { viewerOf, viewFor } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import { agreementNow } from '../area/agreement-in-force';
import { agreementOf } from '../escalation/agreement-of';
import { saveIncident, withFact } from '../incident/save-incident';
import type { AreaTransaction, Store } from '../ports';
import { seenIncident } from '../incident/incident-for';
import { askLender } from '../lending/ask-lender';
import { acrossFor, saveHold } from '../lending/lender-side';
import { holderWords, whoHolds } from '../lending/who-holds';
import { expiryOf } from './asked-hold';
import { expireLapsedHolds } from './expire-hold';
import { personHeldElsewhere } from './held-elsewhere';
import { notItsSearch } from './may-search';
import { saveRoom } from './save-status';

type Input = Given<CommandOf<'requestHold'> & { incidentId: string }>;

const factsNow = async (tx: AreaTransaction, incident: Incident): Promise<RankingFacts> => ({
  incident,
  places: await tx.list('place', {}),
  rooms: await tx.list('room', {}),
  agreement: await agreementNow(tx),
  lendings: await tx.list('lending', { side: 'borrows', state: 'running' }),
  now: tx.now,
});

/**
 * The loser is told what is next best, so that losing costs seconds, and, in the control room, who has it:
 * whose person another room is for is no business of a suite or a crew (P7).
 */
const whyNotThis = async (
  tx: AreaTransaction,
  viewer: Viewer | undefined,
  room: Room,
  place: Place,
  facts: RankingFacts,
): Promise<Refusal | undefined> => {
  const ranked = rankRooms(facts);
  const here = ranked.find((candidate) => candidate.roomId === room.id);
  if (!here) return refuse('place-unfit', 'Only a room in a suite can be held.');
  if (here.standing === 'offer') return undefined;
  const nextBest = ranked.find((candidate) => candidate.rank === 1) ?? null;
  const next = nextBest
    ? ` Next best: ${nextBest.placeName}, ${nextBest.roomName}.`
    : ' No other room can be held now.';
  const details = { room: { id: room.id, state: room.state }, reasons: here.reasons, nextBest };
  const holder = await whoHolds(tx, room);
  if (holder && viewer?.audience !== 'control-room')
    return refuse('room-taken', `Held for somebody else.${next}`, { details });
  if (holder) {
    const { ref: heldFor, by: heldBy, areaName: heldIn, since, expiresAt } = holder;
    return refuse('room-taken', `${holderWords(holder)}${next}`, {
      details: { ...details, heldFor, heldBy, heldIn, since, expiresAt },
    });
  }
  const notLent = room.state === 'available' ? whyKeptOut(place, facts) : undefined;
  if (notLent) {
    return refuse('not-lent', `This room cannot be asked for: ${notLent}.${next}`, {
      rule: 'the terms on which the place is lent',
      details,
    });
  }
  if (here.standing === 'ring') {
    return refuse(
      'place-unconfirmed',
      `Not confirmed for ${here.confirmedMinutesAgo} min: ring ${here.telephone}, ${room.lentBy ? `have ${room.lentBy.areaName} confirm it` : 'record what they say'}, then hold.`,
      {
        details: { ...details, telephone: here.telephone },
      },
    );
  }
  const why = here.reasons[0] ?? room.state;
  return room.state === 'available'
    ? refuse('place-unfit', `This room cannot be used for this person: ${why}.${next}`, { details })
    : refuse('room-not-free', `This room is not free: ${why}.${next}`, { details });
};

/** Several suites may be asked at once, each once; when one has accepted, the asking is over. */
const alreadyAsked = async (
  tx: AreaTransaction,
  viewer: Viewer | undefined,
  incident: Incident,
  placeId: string,
): Promise<Refusal | undefined> => {
  const live = await tx.list('hold', { incidentId: incident.id, state: liveHoldStates });
  const existing = live.find(({ state, placeId: at }) => state === 'accepted' || at === placeId);
  const seen = existing && viewer && viewFor(viewer, 'hold', existing);
  const outside = outsidePlace(incident.facts);
  if (outside)
    return refuse(
      'hold-exists',
      `${outside.placeName} takes ${incident.ref}: record that it does so no longer before holding a room.`,
      { details: { outside } },
    );
  return existing
    ? refuse(
        'hold-exists',
        `${incident.ref} already has a room ${existing.state}${existing.state === 'requested' ? ' there' : ''}: release it before holding another.`,
        { details: seen ? { hold: seen } : {} },
      )
    : undefined;
};

/**
 * Promises a room to an incident until the suite answers or the agreed time is up. Under the area's
 * lock there is one winner (P3); the rest get `room-taken`, naming the holder and the next best.
 * A promise that has lapsed by now keeps nobody out, whether or not the engine has run. Refuses also
 * `room-not-free`, `place-unfit`, `place-unconfirmed` (P4), `hold-exists`, `person-held-elsewhere` while
 * another incident of the same person has a live hold, and `changed-since-seen`, of the room.
 */
export const requestHold = (store: Store, actor: Actor, input: Input): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('request-hold', input), async (tx) => {
    const viewer = viewerOf(actor);
    const seen = await tx.get('room', input.roomId);
    const lapsed = await expireLapsedHolds(tx, input.roomId);
    if (lapsed) return lapsed;
    const incident = seenIncident(actor, await tx.get('incident', input.incidentId));
    if (refused(incident)) return incident;
    const notIts = notItsSearch(actor, incident);
    if (notIts) return notIts;
    const room = await tx.get('room', input.roomId);
    const place = room && (await tx.get('place', room.placeId));
    if (!seen || !room || !place) {
      const alternative = await tx.get('alternative', input.roomId);
      return alternative ? notAPlaceOfSafety(alternative, 'roomId') : notFound('room');
    }
    const no =
      (await alreadyAsked(tx, viewer, incident, place.id)) ??
      (await personHeldElsewhere(tx, actor, incident)) ??
      (await whyNotThis(tx, viewer, room, place, await factsNow(tx, incident))) ??
      changedSince(seen, input.seenRevision, 'room', '', viewer && viewFor(viewer, 'room', room));
    if (no) return no;
    const agreement = await agreementOf(tx, incident);
    const hold: Hold = {
      id: tx.newId(),
      areaId: tx.areaId,
      incidentId: incident.id,
      incidentRef: incident.ref,
      placeId: place.id,
      roomId: room.id,
      state: 'requested',
      requestedAt: tx.now,
      requestedBy: nameOf(actor),
      expiresAt: plusMinutes(tx.now, agreement.holdAnswerMinutes),
      answeredAt: null,
      answeredBy: null,
      refusal: null,
      notBefore: null,
      endedBecause: null,
      reverses: null,
      across: await acrossFor(tx, room),
      revision: tx.revision,
    };
    const owed = searchOwed(incident.facts);
    const changed = withFact(tx, incident, nameOf(actor), {
      kind: 'hold-requested',
      holdId: hold.id,
      placeId: place.id,
      roomId: room.id,
      placeName: room.lentBy ? `${place.name} (${room.lentBy.areaName})` : place.name,
      roomName: room.name,
      ...(owed && viewer?.audience === 'suite' ? { askedFrom: owed.placeId } : {}),
    });
    if (refused(changed)) return changed;
    await saveHold(tx, hold);
    await askLender(tx, hold);
    await saveRoom(tx, room, moveRoom(room, 'held', { holdId: hold.id, observed: room.observed }));
    await tx.armTimers([expiryOf(hold, tx.now)]);
    await saveIncident(tx, changed);
    return hold;
  });
