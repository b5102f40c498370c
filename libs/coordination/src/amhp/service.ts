import type { AmhpRequest, Incident, Named, Refusal, Rota } from '@concord/domain';
import { callFact, holdersOf, refused, requestIsLive } from '@concord/domain';
import { messageTo } from '../escalation/notify';
import { districtOf } from '../incident/district-of';
import { withFact } from '../incident/save-incident';
import type { AreaTransaction } from '../ports';
import { endRequest } from './end-request';
import { openRequest } from './open-request';
import { rotasFor } from './rotas-for';

const services = (rotas: readonly Rota[]): string =>
  [...new Set(rotas.map(({ agencyId }) => agencyId))].sort().join(' ');

/** Tells the lead of the service that was asked first that the person has gone, and where. */
const tellHome = async (tx: AreaTransaction, request: AmhpRequest, district: string): Promise<void> => {
  const leads = holdersOf(await rotasFor(tx, 'amhp-lead', request.district), 'amhp-lead', tx.now);
  const subject = `${request.incidentRef}: now in ${district}, whose AMHP service has been asked; your request is closed`;
  const about = {
    escalationId: null,
    incidentId: request.incidentId,
    placeId: null,
    duty: 'amhp-lead',
    subject,
  } as const;
  for (const to of leads) await tx.put('notification', messageTo(tx, to, about));
};

const closed = async (
  tx: AreaTransaction,
  incident: Incident,
  request: AmhpRequest,
  { district, by }: { district: string; by: Named },
): Promise<Incident | Refusal> => {
  const told = `no longer yours, now in ${district}, whose service has been asked`;
  await endRequest(tx, request, { state: 'withdrawn', by, told });
  if (request.calls === 'amhp') await tellHome(tx, request, district);
  return withFact(tx, incident, by, callFact(request, { step: 'closed', reason: `Now in ${district}` }));
};

/** One request follows, unless whoever it calls is with the person already or the same service serves both. */
const follow = async (
  tx: AreaTransaction,
  incident: Incident,
  live: AmhpRequest,
  by: Named,
): Promise<Incident | Refusal> => {
  const { calls, nth } = live;
  const district = await districtOf(tx, incident);
  if (live.state === 'on-scene' || district === live.district) return incident;
  const [before, now] = [await rotasFor(tx, calls, live.district), await rotasFor(tx, calls, district)];
  if (services(before) === services(now)) return incident;
  const over = await closed(tx, incident, live, { district, by });
  if (refused(over)) return over;
  const opened = await openRequest(tx, over, district, { by, calls, nth, follows: live.id });
  return refused(opened) ? opened : opened.incident;
};

/**
 * When the person arrives where another AMHP service owes the duty, the request to the first is closed,
 * on the record, its lead is told, and the service where they now are is asked; the agreed wait runs on. An AMHP already with
 * the person goes on. Doctors follow in the same way.
 */
export const followThePerson = async (
  tx: AreaTransaction,
  incident: Incident,
  by: Named,
): Promise<Incident | Refusal> => {
  let current = incident;
  for (const live of (await tx.list('amhp-request', { incidentId: incident.id })).filter(requestIsLive)) {
    const next = await follow(tx, current, live, by);
    if (refused(next)) return next;
    current = next;
  }
  return current;
};
