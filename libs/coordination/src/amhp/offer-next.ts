import type { AmhpRequest, Incident, Refusal } from '@concord/domain';
import { callFact, obstacleTo, offerTo, plusMinutes, refused, whomToAsk } from '@concord/domain';
import { CONCORD } from '../command';
import { withFact } from '../incident/save-incident';
import type { AreaTransaction } from '../ports';
import { circumstancesOf } from './circumstances';
import { armAnswer } from './offer-timer';
import { tellAsked } from './tell-called';

/**
 * Offers the request to the next AMHP on call whom nothing keeps, and writes down who was passed over and
 * why; with nobody to ask it is `unanswered` and tried again when an answer would have been due. Its clock
 * runs from the request throughout.
 */
export const offerNext = async (
  tx: AreaTransaction,
  request: AmhpRequest,
  incident: Incident,
): Promise<{ request: AmhpRequest; incident: Incident } | Refusal> => {
  const so = await circumstancesOf(tx, request, incident);
  const { next, passedOver } = whomToAsk(request, so.onCall, (who) => obstacleTo(who, so), tx.now);
  const askAgainAt = plusMinutes(tx.now, so.answerMinutes);
  await armAnswer(tx, request, askAgainAt);
  if (!next) {
    const waiting: AmhpRequest = { ...request, state: 'unanswered', assigned: null, passedOver };
    await tx.put('amhp-request', waiting);
    return { request: waiting, incident };
  }
  const offered = { ...offerTo(request, next, tx.now, askAgainAt), passedOver };
  const fact = callFact(request, { step: 'offered', who: next });
  const noted = withFact(tx, incident, CONCORD, fact);
  if (refused(noted)) return noted;
  await tx.put('amhp-request', offered);
  await tellAsked(tx, offered, next, askAgainAt);
  return { request: offered, incident: noted };
};
