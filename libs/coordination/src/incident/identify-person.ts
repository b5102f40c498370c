import type { Actor, Incident, Refusal } from '@concord/domain';
import { refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { commandInfo, nameOf } from '../command';
import type { Store } from '../ports';
import { seenIncident } from './incident-for';
import { knownAge } from './known-age';
import { saveIncident, withFact } from './save-incident';

type Input = Given<CommandOf<'identifyPerson'> & { incidentId: string }>;

/**
 * Says who the person is, as far as is known. The identity stays out of the journal; that it was given,
 * by whom and on whose word, is a fact, and a date of birth makes the age known: if that makes the
 * person a child, the alarm is raised at once. Refuses `time-impossible` for a birth in the future.
 */
export const identifyPerson = (store: Store, actor: Actor, input: Input): Promise<Incident | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('identify-person', input), async (tx) => {
    const incident = seenIncident(actor, await tx.get('incident', input.incidentId));
    if (refused(incident)) return incident;
    const { dateOfBirth } = input;
    const said = knownAge(dateOfBirth ?? null, tx.now);
    if (refused(said)) return said;
    const before = await store.person(actor.areaId, incident.personId);
    await tx.savePerson({
      id: incident.personId,
      areaId: incident.areaId,
      name: input.name === undefined ? (before?.name ?? null) : input.name,
      dateOfBirth: dateOfBirth === undefined ? (before?.dateOfBirth ?? null) : dateOfBirth,
      nhsNumber: input.nhsNumber === undefined ? (before?.nhsNumber ?? null) : input.nhsNumber,
    });
    const changed = withFact(
      tx,
      incident,
      nameOf(actor),
      { kind: 'person-described', said },
      { about: { source: input.source } },
    );
    return refused(changed) ? changed : saveIncident(tx, changed);
  });
