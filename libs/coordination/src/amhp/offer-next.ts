import type { AmhpRequest, FactDetail, Incident, Refusal } from '@concord/domain';
import {
  engagedBy,
  holdersOf,
  liveRequestStates,
  nextToAsk,
  offerTo,
  plusMinutes,
  refused,
} from '@concord/domain';
import { CONCORD } from '../command';
import { agreementOf } from '../escalation/agreement-of';
import { withFact } from '../incident/save-incident';
import type { AreaTransaction } from '../ports';
import { rotasFor } from './rotas-for';

/**
 * Offers the request to the next AMHP on call and free; with nobody to ask it is `unanswered` and
 * tried again when an answer would have been due. Its clock runs from the request throughout.
 */
export const offerNext = async (
  tx: AreaTransaction,
  request: AmhpRequest,
  incident: Incident,
): Promise<{ request: AmhpRequest; incident: Incident } | Refusal> => {
  const onCall = holdersOf(await rotasFor(tx, 'amhp', request.district), 'amhp', tx.now);
  const others = (await tx.list('amhp-request', { state: liveRequestStates })).filter(
    (other) => other.id !== request.id,
  );
  const next = nextToAsk(request, onCall, engagedBy(others));
  const askAgainAt = plusMinutes(tx.now, (await agreementOf(tx, incident)).offerAnswerMinutes);
  await tx.armTimers([
    {
      incidentId: incident.id,
      kind: 'offer-answer',
      subject: request.id,
      point: 'answer',
      anchorAt: tx.now,
      dueAt: askAgainAt,
    },
  ]);
  if (!next) {
    const waiting: AmhpRequest = { ...request, state: 'unanswered', assigned: null };
    await tx.put('amhp-request', waiting);
    return { request: waiting, incident };
  }
  const offered = offerTo(request, next, tx.now, askAgainAt);
  const fact: FactDetail = { kind: 'amhp-offered', requestId: request.id, to: next };
  const noted = withFact(tx, incident, CONCORD, fact);
  if (refused(noted)) return noted;
  await tx.put('amhp-request', offered);
  return { request: offered, incident: noted };
};
