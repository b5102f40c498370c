import type { Incident, Refusal } from '@concord/domain';
import { answerOffer, callFact, openOffer, refused, requestIsLive } from '@concord/domain';
import { CONCORD } from '../command';
import { saveIncident, withFact } from '../incident/save-incident';
import type { AreaTransaction } from '../ports';
import { offerNext } from './offer-next';

/** No answer in the agreed time: the next on call is asked. With nobody asked, everybody free is tried again. */
export const lapseOffer = async (
  tx: AreaTransaction,
  requestId: string,
  incident: Incident,
): Promise<void | Refusal> => {
  const request = await tx.get('amhp-request', requestId);
  if (!request || !requestIsLive(request) || request.assigned !== null) return;
  const open = openOffer(request);
  const lapsed = open ? answerOffer(request, open.to, { answer: 'lapsed', at: tx.now }) : request;
  if (refused(lapsed)) return lapsed;
  const noted = open
    ? withFact(tx, incident, CONCORD, callFact(request, { step: 'offer-lapsed', who: open.to }))
    : incident;
  if (refused(noted)) return noted;
  const offered = await offerNext(tx, lapsed, noted);
  if (refused(offered)) return offered;
  if (offered.incident !== incident) await saveIncident(tx, offered.incident);
};
