import type { Actor, FactDetail, Hold, Incident, Instant, Named, Refusal } from '@concord/domain';
import {
  acceptedInstead,
  acceptHold as acceptedHold,
  refuse,
  refused,
  statutoryLimit,
  unfitness,
} from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf } from '../command';
import { agreementOf } from '../escalation/agreement-of';
import { saveIncident, withFact } from '../incident/save-incident';
import { asItIs, yesAwaited } from '../lending/allow-loan';
import { saveHold } from '../lending/lender-side';
import type { AreaTransaction, Store } from '../ports';
import type { Asked } from './asked-hold';
import { expiryOf, heldAtMyPlace, incidentOf } from './asked-hold';
import { personAcceptedElsewhere } from './held-elsewhere';
import { withdrawHolds } from './withdraw-holds';

type Accept = Given<CommandOf<'acceptHold'> & { holdId: string }>;

/** What has become known of them since the room was held may make it the wrong room. */
const noLongerFits = async (
  tx: AreaTransaction,
  { roomId, placeId }: Hold,
  { person }: Incident,
): Promise<Refusal | undefined> => {
  const [room, place] = [await tx.get('room', roomId), await tx.get('place', placeId)];
  const why = room && place ? unfitness(room, place.meets, person) : [];
  return why.length > 0
    ? refuse('place-unfit', `This room does not fit this person: ${why.join(', ')}.`, {
        details: { room: { id: roomId }, reasons: why },
      })
    : undefined;
};

/** When they may be kept nowhere any more, while the 24 hours run. */
const runningLimitEndsAt = ({ facts }: Incident): Instant | null => {
  const limit = statutoryLimit(facts);
  return limit?.endedAt === null ? limit.endsAt : null;
};

/** The named acceptance that everybody is waiting for: recorded, the room kept to arrive, the others let go. */
export const accept = async (
  tx: AreaTransaction,
  incident: Incident,
  accepted: Hold,
  by: Named,
): Promise<Refusal | undefined> => {
  const unfit = await noLongerFits(tx, accepted, incident);
  if (unfit) return unfit;
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

/** A suite that answers after another accepted is told which, and, within the area, who there. */
export const whoWasFirst = async ({ tx, hold }: Asked, late: Refusal): Promise<Refusal> => {
  const first = acceptedInstead((await incidentOf(tx, hold)).facts, hold.id);
  const place = first && (await tx.get('place', first.placeId));
  if (!first || !place) return late;
  const by = hold.across ? null : first.by.name;
  return {
    ...late,
    message: `${place.name} accepted at ${first.happenedAt}${by === null ? '' : ` (${by})`}: there is nothing to answer.`,
    details: { ...late.details, accepted: { placeName: place.name, by, at: first.happenedAt } },
  };
};

/**
 * The suite takes the person, at once or from a time. Every other suite that was asked is told. Refuses
 * `hold-ended`, naming whoever was first, `time-impossible`, also of a time after the 24 hours, `yes-needed`, `changed-since-seen`,
 * `person-held-elsewhere` when another record of this person has been accepted, and `place-unfit`.
 */
export const acceptHold = (store: Store, actor: Actor, input: Accept): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('accept-hold', input), async (tx) => {
    const at = await heldAtMyPlace(tx, actor, input.holdId);
    if (refused(at)) return at;
    const incident = await incidentOf(at.tx, at.hold);
    const accepted = acceptedHold(at.hold, {
      notBefore: input.notBefore ?? null,
      limitEndsAt: runningLimitEndsAt(incident),
      keptMinutes: (await agreementOf(at.tx, incident)).holdArriveMinutes,
      at: tx.now,
      by: nameOf(actor),
    });
    if (refused(accepted)) return accepted.code === 'hold-ended' ? whoWasFirst(at, accepted) : accepted;
    const no =
      yesAwaited(at.mine) ??
      changedSince(at.mine, input.seenRevision, 'request') ??
      (await personAcceptedElsewhere(at.tx, actor, incident)) ??
      (await accept(at.tx, incident, accepted, nameOf(actor)));
    return no ?? asItIs(tx, at.mine.id);
  });
