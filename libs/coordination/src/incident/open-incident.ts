import type { Actor, Incident, Refusal } from '@concord/domain';
import { agreementInForce, plusMinutes, refused, unknownPerson } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { commandInfo, nameOf, notFound } from '../command';
import type { AreaTransaction, Store } from '../ports';
import { knownAge } from './known-age';
import { saveIncident, withFact } from './save-incident';

type Input = Given<CommandOf<'openIncident'>>;

/** Opens, then says what is known of the person: the whole description, so that later ones need say only what is new. */
const firstFacts = (tx: AreaTransaction, actor: Actor, blank: Incident, input: Input): Incident | Refusal => {
  const { name: _name, nhsNumber: _number, dateOfBirth, risks, ...outline } = input.person;
  const by = nameOf(actor);
  const when = { happenedAt: input.happenedAt };
  const known = knownAge(dateOfBirth, tx.now);
  if (refused(known)) return known;
  let incident = withFact(tx, blank, by, { kind: 'opened', calledBy: input.calledBy }, when);
  if (refused(incident)) return incident;
  const said = { ...unknownPerson, ...outline, ...known };
  incident = withFact(
    tx,
    incident,
    by,
    { kind: 'person-described', said },
    { ...when, about: { source: input.calledBy } },
  );
  for (const { expiresInHours, ...risk } of risks) {
    if (refused(incident)) return incident;
    const expiresAt = plusMinutes(tx.now, expiresInHours * 60);
    incident = withFact(tx, incident, by, { kind: 'risk-noted', risk: { ...risk, expiresAt } }, when);
  }
  return incident;
};

/**
 * Opens an incident, stamped with the agreement in force when it began, however late it is entered; one from
 * before the area had any, with the one now in force. Identity goes to `person`, not to the board.
 */
export const openIncident = (store: Store, actor: Actor, input: Input): Promise<Incident | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('open-incident', input), async (tx) => {
    const area = await tx.get('area', actor.areaId);
    const versions = await tx.list('agreement', { state: 'approved' });
    const began = input.happenedAt !== undefined && input.happenedAt < tx.now ? input.happenedAt : tx.now;
    const agreement = agreementInForce(versions, began) ?? agreementInForce(versions, tx.now);
    if (!area || !agreement) return notFound(area ? 'agreement in force' : 'area');
    const personId = tx.newId();
    const blank: Incident = {
      id: tx.newId(),
      areaId: area.id,
      ref: await tx.nextIncidentRef(),
      personId,
      person: { ...unknownPerson, risks: [] },
      where: input.where,
      agreementId: agreement.id,
      facts: [],
      revision: 0,
    };
    const incident = firstFacts(tx, actor, blank, input);
    if (refused(incident)) return incident;
    const { name, dateOfBirth, nhsNumber } = input.person;
    await tx.savePerson({ id: personId, areaId: area.id, name, dateOfBirth, nhsNumber });
    return saveIncident(tx, incident);
  });
