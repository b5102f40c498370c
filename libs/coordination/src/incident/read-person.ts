import type { Actor, PersonIdentity, Refusal } from '@concord/domain';
import { viewFor, viewerOf } from '@concord/contracts';
import { commandInfo, nameOf, notFound } from '../command';
import type { Store } from '../ports';

type Identity = Pick<PersonIdentity, 'name' | 'dateOfBirth' | 'nhsNumber'>;

/** Who the person is, for somebody whose incident it is. That they looked is in the journal before they see it. */
export const readPerson = async (
  store: Store,
  actor: Actor,
  input: { incidentId: string },
): Promise<Identity | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('read-person', input), async (tx) => {
    const incident = await tx.get('incident', input.incidentId);
    const viewer = viewerOf(actor);
    if (!incident || !viewer || viewFor(viewer, 'incident', incident) === null) return notFound('incident');
    const person = await store.person(actor.areaId, incident.personId);
    await tx.put('incident', incident);
    return {
      name: person?.name ?? null,
      dateOfBirth: person?.dateOfBirth ?? null,
      nhsNumber: person?.nhsNumber ?? null,
    };
  });
