import type { Actor, Observation, Refusal, TriageResource } from '@concord/domain';
import {
  commitResource as committed,
  firstOf,
  holdsDuty,
  markResource as marked,
  refused,
} from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound, notYours } from '../command';
import { isSeenBy } from '../incident/incident-for';
import { addFact } from '../incident/save-incident';
import type { AreaTransaction, Store } from '../ports';

type Mark = Given<CommandOf<'markResource'> & { resourceId: string }>;
type Commit = Given<CommandOf<'commitResource'> & { resourceId: string }>;

const mine = (actor: Actor, resource: TriageResource): Refusal | undefined =>
  holdsDuty(actor, 'control-room') || actor.resourceIds.includes(resource.id)
    ? undefined
    : notYours(`${resource.callsign} is another crew's.`);

/** The crew's own word is `site`; the control room's is what it heard by radio or telephone. */
const said = (tx: AreaTransaction, actor: Actor, resource: TriageResource): Observation => ({
  at: tx.now,
  by: nameOf(actor),
  source: actor.resourceIds.includes(resource.id) ? 'site' : 'telephone',
});

/** Says what a car is doing. Leaving a job clears the car from its incident, on the incident's record. */
export const markResource = (store: Store, actor: Actor, input: Mark): Promise<TriageResource | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('mark-resource', input), async (tx) => {
    const resource = await tx.get('resource', input.resourceId);
    if (!resource) return notFound('car or desk');
    const no = mine(actor, resource) ?? changedSince(resource, input.seenRevision, 'car');
    if (no) return no;
    const decision = marked(resource, input.state, said(tx, actor, resource));
    if (refused(decision)) return decision;
    await tx.put('resource', decision);
    if (resource.incidentId !== null && decision.incidentId === null) {
      const cleared = await addFact(tx, resource.incidentId, nameOf(actor), {
        kind: 'car-cleared',
        resourceId: resource.id,
        callsign: resource.callsign,
      });
      if (refused(cleared)) return cleared;
    }
    return { ...decision, revision: tx.revision };
  });

/** Sends a car to an incident: the incident's crew screen follows from the fact. */
export const commitResource = (
  store: Store,
  actor: Actor,
  input: Commit,
): Promise<TriageResource | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('commit-resource', input), async (tx) => {
    const resource = await tx.get('resource', input.resourceId);
    const incident = await tx.get('incident', input.incidentId);
    if (!resource || !incident) return notFound(resource ? 'incident' : 'car or desk');
    // A crew joins what it was sent to or found itself, never what it has merely heard of.
    const opened = firstOf(incident.facts, 'opened')?.by.userId === actor.userId;
    if (!opened && !isSeenBy(actor, incident)) return notFound('incident');
    const no = mine(actor, resource) ?? changedSince(resource, input.seenRevision, 'car');
    if (no) return no;
    const decision = committed(resource, {
      incidentId: incident.id,
      incidentRef: incident.ref,
      observed: said(tx, actor, resource),
    });
    if (refused(decision)) return decision;
    await tx.put('resource', decision);
    if (resource.incidentId !== incident.id) {
      const noted = await addFact(tx, incident.id, nameOf(actor), {
        kind: 'car-committed',
        resourceId: resource.id,
        callsign: resource.callsign,
      });
      if (refused(noted)) return noted;
    }
    return { ...decision, revision: tx.revision };
  });
