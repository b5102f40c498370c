import type { Actor, Incident, Refusal } from '@concord/domain';
import { refuse, refused, searchOwed } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { commandInfo, nameOf, notYours } from '../command';
import { seenIncident } from '../incident/incident-for';
import { saveIncident, withFact } from '../incident/save-incident';
import type { Store } from '../ports';

type Input = Given<CommandOf<'handBackSearch'> & { incidentId: string }>;

/**
 * The suite that refused cannot find the next place: the control room goes on, on the clock that began
 * with the refusal. Refuses `not-allowed-in-this-state` when no suite owes the search (somebody has
 * accepted meanwhile, or it was handed back) and `not-your-duty` when another does.
 */
export const handBackSearch = (store: Store, actor: Actor, input: Input): Promise<Incident | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('hand-back-search', input), async (tx) => {
    const incident = seenIncident(actor, await tx.get('incident', input.incidentId));
    if (refused(incident)) return incident;
    const owed = searchOwed(incident.facts);
    if (!owed)
      return refuse('not-allowed-in-this-state', `No suite owes the search for a place for ${incident.ref}.`);
    if (!actor.placeIds.includes(owed.placeId)) return notYours(`${owed.placeName} owes this search.`);
    const { placeId, placeName } = owed;
    const fact = { kind: 'search-handed-back', placeId, placeName, reason: input.reason } as const;
    const changed = withFact(tx, incident, nameOf(actor), fact);
    return refused(changed) ? changed : saveIncident(tx, changed);
  });
