import type { Actor, PersonIdentity, Refusal } from '@concord/domain';
import { refused } from '@concord/domain';
import { commandInfo, nameOf } from '../command';
import type { Store } from '../ports';
import { seenIncident } from './incident-for';

type Identity = Pick<PersonIdentity, 'name' | 'dateOfBirth' | 'nhsNumber'>;

/** Who the person is, for somebody whose incident it is. That they looked is in the journal before they see it. */
export const readPerson = async (
  store: Store,
  actor: Actor,
  input: { incidentId: string },
): Promise<Identity | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('read-person', input), async (tx) => {
    const incident = seenIncident(actor, await tx.get('incident', input.incidentId));
    if (refused(incident)) return incident;
    const person = await store.person(actor.areaId, incident.personId);
    await tx.put('incident', incident);
    return {
      name: person?.name ?? null,
      dateOfBirth: person?.dateOfBirth ?? null,
      nhsNumber: person?.nhsNumber ?? null,
    };
  });
