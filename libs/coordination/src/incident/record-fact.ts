import type { Actor, Incident, Refusal } from '@concord/domain';
import { refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { commandInfo, nameOf } from '../command';
import { personHeldElsewhere } from '../place/held-elsewhere';
import type { Store } from '../ports';
import { toldBy } from './fact-told';
import { seenIncident } from './incident-for';
import { notTheirsToSay } from './recorders';
import { tell } from './tell';

type Input = Given<CommandOf<'recordFact'> & { incidentId: string }>;

/**
 * Records what happened. Refuses what the domain refuses (`recordFact` there), `not-your-duty` when
 * it is not this person's to say, `person-held-elsewhere` for a place outside the network while another record
 * of the person has a room, and `not-found` when the incident is none of theirs.
 */
export const recordFact = (store: Store, actor: Actor, input: Input): Promise<Incident | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('record-fact', input), async (tx) => {
    const { incidentId, idempotencyKey: _key, ...body } = input;
    const incident = seenIncident(actor, await tx.get('incident', incidentId));
    if (refused(incident)) return incident;
    const notTheirs = notTheirsToSay(actor, body.kind);
    if (notTheirs) return notTheirs;
    // A place outside the network is a place found, as a room held is: one person, one room.
    const taken =
      body.kind === 'outside-accepted' ? await personHeldElsewhere(tx, actor, incident) : undefined;
    if (taken) return taken;
    const told = await toldBy(tx, actor, incident, body);
    if (refused(told)) return told;
    return tell(tx, incident, nameOf(actor), told, { happenedAt: body.happenedAt });
  });
