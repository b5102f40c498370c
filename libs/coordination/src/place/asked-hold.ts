import type { Actor, FactDetail, Hold, Incident, Refusal } from '@concord/domain';
import { allOf, refuse, refused } from '@concord/domain';
import { owesSearch, viewerOf } from '@concord/contracts';
import { nameOf, notFound, notYours } from '../command';
import { seenIncident } from '../incident/incident-for';
import { addFact } from '../incident/save-incident';
import { asItIs } from '../lending/allow-loan';
import { atItsIncident } from '../lending/lender-side';
import type { AreaTransaction, TimerToArm } from '../ports';

/** A hold as whoever acts on it has it, and as it is where its incident is: a neighbour's, for a lent room. */
export interface Asked {
  readonly mine: Hold;
  readonly tx: AreaTransaction;
  readonly hold: Hold;
}

const asked = async (tx: AreaTransaction, mine: Hold): Promise<Asked> => ({
  mine,
  ...(await atItsIncident(tx, mine)),
});

export const incidentOf = async (tx: AreaTransaction, hold: Hold): Promise<Incident> => {
  const incident = await tx.get('incident', hold.incidentId);
  if (!incident) throw new Error(`incident ${hold.incidentId} is gone`);
  return incident;
};

/** A hold that this suite is to answer. Refuses `not-found`, and `not-your-duty` where another was asked. */
export const heldAtMyPlace = async (
  tx: AreaTransaction,
  actor: Actor,
  holdId: string,
): Promise<Asked | Refusal> => {
  const hold = await tx.get('hold', holdId);
  if (!hold) return notFound('hold');
  if (!actor.placeIds.includes(hold.placeId)) return notYours('This was asked of another place.');
  return asked(tx, hold);
};

/** Whether a suite asked for this room itself, for somebody whose next place it is still to find. */
const askedByMySuite = ({ placeIds }: Actor, { facts }: Incident, holdId: string): boolean =>
  owesSearch({ placeIds }, facts) &&
  allOf(facts, 'hold-requested').some(
    (fact) => fact.holdId === holdId && placeIds.includes(fact.askedFrom ?? ''),
  );

/**
 * A hold that this person may act on: of an incident that they see, or, of a neighbour's, at their own
 * suite. A suite acts on those of its own rooms, and on what it asked for while it owes the search; of any
 * other's it is told nothing but `not-your-duty`.
 */
export const heldForMe = async (
  tx: AreaTransaction,
  actor: Actor,
  holdId: string,
): Promise<Asked | Refusal> => {
  const hold = await tx.get('hold', holdId);
  if (!hold) return notFound('hold');
  const atMine = actor.placeIds.includes(hold.placeId);
  if (hold.across?.side === 'lends') return atMine ? asked(tx, hold) : notFound('hold');
  const incident = seenIncident(actor, await tx.get('incident', hold.incidentId));
  if (refused(incident)) return notFound('hold');
  if (viewerOf(actor)?.audience === 'suite' && !atMine && !askedByMySuite(actor, incident, holdId))
    return notYours('This was asked of another place.');
  return asked(tx, hold);
};

/** A suite that was asked answers, with a code that is in the ledger: it does not give the room back unanswered. */
export const mustAnswer = (actor: Actor, { placeId, state }: Hold): Refusal | undefined =>
  viewerOf(actor)?.audience === 'suite' && actor.placeIds.includes(placeId)
    ? refuse(
        'not-allowed-in-this-state',
        state === 'accepted'
          ? 'You accepted them: if you cannot take them after all, refuse, and say why.'
          : 'You are asked to take them: accept or refuse.',
        {
          rule: 'local agreement: a suite answers each request by name',
          details: { state, allowed: state === 'accepted' ? ['refuse'] : ['accept', 'refuse'] },
        },
      )
    : undefined;

/** The timer that writes down that a hold has lapsed. */
export const expiryOf = (hold: Hold, anchorAt: string): TimerToArm => ({
  incidentId: hold.incidentId,
  kind: 'hold-expiry',
  subject: hold.id,
  point: 'expiry',
  anchorAt,
  dueAt: hold.expiresAt,
});

/** What was done with a hold, on its incident's record; the hold as it now is. */
export const noted = async (
  tx: AreaTransaction,
  { mine, ...at }: Asked,
  actor: Actor,
  fact: FactDetail,
): Promise<Hold | Refusal> => {
  const incident = await addFact(at.tx, at.hold.incidentId, nameOf(actor), fact);
  return refused(incident) ? incident : asItIs(tx, mine.id);
};
