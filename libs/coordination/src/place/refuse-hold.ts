import type { Actor, Hold, Incident, Named, Refusal } from '@concord/domain';
import { refuseHold as refusedHold, refused, refuserFindsNext } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf } from '../command';
import { agreementOf } from '../escalation/agreement-of';
import { saveIncident, withFact } from '../incident/save-incident';
import { asItIs } from '../lending/allow-loan';
import type { AreaTransaction, Store } from '../ports';
import { whoWasFirst } from './accept-hold';
import { heldAtMyPlace, incidentOf } from './asked-hold';
import { endHold } from './end-hold';
import { tellByRefusal } from './tell-by-refusal';

type Refuse = Given<CommandOf<'refuseHold'> & { holdId: string }>;

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

/**
 * The suite refuses what it is asked, or takes back what it accepted, with a coded reason and a rationale
 * about this person: see the domain's `refuseHold`. Either is in the ledger.
 */
export const refuseHold = (store: Store, actor: Actor, input: Refuse): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('refuse-hold', input), async (tx) => {
    const at = await heldAtMyPlace(tx, actor, input.holdId);
    if (refused(at)) return at;
    const { hold, tx: there } = at;
    const { reason, rationale } = input;
    const answered = refusedHold(hold, { reason, rationale, at: tx.now, by: nameOf(actor) });
    if (refused(answered)) return answered.code === 'hold-ended' ? whoWasFirst(at, answered) : answered;
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
