import type { AmhpRequest, Duty, Incident, Refusal } from '@concord/domain';
import { holdersOf } from '@concord/domain';
import { CONCORD } from '../command';
import { messageTo } from '../escalation/notify';
import { withFact } from '../incident/save-incident';
import type { AreaTransaction } from '../ports';
import { rotasFor } from './rotas-for';

const calledAs = { amhp: 'AMHP', 'section-12-doctor': 'section 12 doctor' } as const;

const nobodySays = ({ nobody, calls, district }: AmhpRequest): string =>
  nobody?.why === 'neighbour-owes'
    ? `${district} is in ${nobody.areaName ?? ''}, whose AMHP service owes the duty: ask it by telephone`
    : `nobody is on call as ${calledAs[calls]} for ${district}`;

/** Says at once that there is nobody at all to ask: on the record, and to the AMHP lead and the control room by message. */
export const sayNobody = async (
  tx: AreaTransaction,
  request: AmhpRequest,
  incident: Incident,
): Promise<Incident | Refusal> => {
  const says = nobodySays(request);
  const subject = `${request.incidentRef}: ${says}`;
  // Across the border nobody here answers for the district: the lead for where the person was found is told.
  const district = request.nobody?.why === 'neighbour-owes' ? incident.where.district : request.district;
  const told = new Set<string>();
  for (const duty of ['amhp-lead', 'control-room'] as const satisfies readonly Duty[]) {
    const about = { escalationId: null, incidentId: incident.id, placeId: null, duty, subject } as const;
    for (const who of holdersOf(await rotasFor(tx, duty, district), duty, tx.now)) {
      if (told.has(who.userId)) continue;
      told.add(who.userId);
      await tx.put('notification', messageTo(tx, who, about));
    }
  }
  return withFact(tx, incident, CONCORD, {
    kind: 'noted',
    text: `${says[0]?.toUpperCase() ?? ''}${says.slice(1)}.`,
  });
};
