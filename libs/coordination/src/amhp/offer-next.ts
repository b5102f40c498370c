import type { AmhpRequest, Incident, Refusal } from '@concord/domain';
import { callFact, nextTry, obstacleTo, offerTo, plusMinutes, refused, whomToAsk } from '@concord/domain';
import { CONCORD } from '../command';
import { withFact } from '../incident/save-incident';
import type { AreaTransaction } from '../ports';
import { circumstancesOf } from './circumstances';
import { armAnswer } from './offer-timer';
import { sayNobody } from './say-nobody';
import { tellAsked } from './tell-called';

interface Offered {
  readonly request: AmhpRequest;
  readonly incident: Incident;
}

/** Every try is written, so that it can be told that it was made; that nobody is there at all is said once. */
const waitOn = async (
  tx: AreaTransaction,
  waiting: AmhpRequest,
  incident: Incident,
): Promise<Offered | Refusal> => {
  const before = await tx.get('amhp-request', waiting.id);
  await tx.put('amhp-request', waiting);
  if (waiting.nobody === null || before?.nobody?.why === waiting.nobody.why)
    return { request: waiting, incident };
  const noted = await sayNobody(tx, waiting, incident);
  return refused(noted) ? noted : { request: waiting, incident: noted };
};

/**
 * Offers the request to the next AMHP on call whom nothing keeps, and writes down who was passed over and
 * why; with nobody to ask it is `unanswered` and tried again as soon as that may have changed, and where
 * nobody at all is on call that is said at once. Its clock runs from the request throughout.
 */
export const offerNext = async (
  tx: AreaTransaction,
  request: AmhpRequest,
  incident: Incident,
): Promise<Offered | Refusal> => {
  const so = await circumstancesOf(tx, request, incident);
  const when = { at: tx.now, answerMinutes: so.answerMinutes };
  const { next, passedOver } = whomToAsk(request, so.onCall, (who) => obstacleTo(who, so), when);
  if (!next) {
    const { nobody, rotas } = so;
    await armAnswer(tx, request, nextTry(request, { ...when, passedOver, rotas }));
    return waitOn(tx, { ...request, state: 'unanswered', assigned: null, passedOver, nobody }, incident);
  }
  const answerBy = plusMinutes(tx.now, so.answerMinutes);
  await armAnswer(tx, request, answerBy);
  const offered = { ...offerTo(request, next, tx.now, answerBy), passedOver };
  const fact = callFact(request, { step: 'offered', who: next });
  const noted = withFact(tx, incident, CONCORD, fact);
  if (refused(noted)) return noted;
  await tx.put('amhp-request', offered);
  await tellAsked(tx, offered, next, answerBy);
  return { request: offered, incident: noted };
};
