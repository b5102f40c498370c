import type { Actor, Incident, Refusal, RiskMarker } from '@concord/domain';
import { plusMinutes, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { commandInfo, nameOf, notFound } from '../command';
import type { AreaTransaction, Store } from '../ports';
import { saveIncident, withFact } from './save-incident';

type Input = Given<CommandOf<'openIncident'>>;

const risksOf = (tx: AreaTransaction, input: Input): RiskMarker[] =>
  input.person.risks.map(({ expiresInHours, ...risk }) => ({
    ...risk,
    recordedAt: tx.now,
    expiresAt: plusMinutes(tx.now, expiresInHours * 60),
  }));

/** Opens an incident, stamped with the agreement now in force. Identity goes to `person`, not to the board. */
export const openIncident = (store: Store, actor: Actor, input: Input): Promise<Incident | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('open-incident', input), async (tx) => {
    const area = await tx.get('area', actor.areaId);
    if (!area) return notFound('area');
    const { name, dateOfBirth, nhsNumber, risks: _risks, ...outline } = input.person;
    const personId = tx.newId();
    const blank: Incident = {
      id: tx.newId(),
      areaId: area.id,
      ref: await tx.nextIncidentRef(),
      personId,
      person: { ...outline, risks: risksOf(tx, input) },
      where: input.where,
      agreementId: area.agreementId,
      facts: [],
      revision: 0,
    };
    const incident = withFact(
      tx,
      blank,
      nameOf(actor),
      { kind: 'opened', calledBy: input.calledBy },
      input.happenedAt,
    );
    if (refused(incident)) return incident;
    await tx.savePerson({ id: personId, areaId: area.id, name, dateOfBirth, nhsNumber });
    return saveIncident(tx, incident);
  });
