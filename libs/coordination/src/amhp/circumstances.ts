import type { AmhpRequest, Circumstances, Incident, Named, NobodyToAsk } from '@concord/domain';
import { circumstancesFor, currentPlaceId, holdersOf, liveRequestStates } from '@concord/domain';
import { agreementOf } from '../escalation/agreement-of';
import type { AreaTransaction } from '../ports';
import { owingNeighbour, rotasFor } from './rotas-for';

const nobodyFor = (areaName: string | null): NobodyToAsk => ({
  why: areaName === null ? 'nobody-on-call' : 'neighbour-owes',
  areaName,
});

/** Who is on call for a request now, first in line first, and all that may keep them from being asked. */
export const circumstancesOf = async (
  tx: AreaTransaction,
  request: AmhpRequest,
  incident: Incident,
): Promise<
  Circumstances & {
    readonly onCall: readonly Named[];
    readonly nobody: NobodyToAsk | null;
    readonly answerMinutes: number;
  }
> => {
  const rotas = await rotasFor(tx, request.calls, request.district);
  const agreement = await agreementOf(tx, incident);
  const placeId = currentPlaceId(incident.facts);
  const place = placeId === null ? undefined : await tx.get('place', placeId);
  const known = {
    now: tx.now,
    requests: await tx.list('amhp-request', { state: liveRequestStates }),
    availability: await tx.list('availability', {}),
    rotas,
    agreement,
    districts: (await tx.get('area', tx.areaId))?.districts ?? [],
    places: place ? [place] : [],
  };
  const onCall = holdersOf(rotas, request.calls, tx.now);
  const neighbour = await owingNeighbour(tx, request.calls, request.district);
  return {
    ...circumstancesFor(incident, known, request.id),
    onCall,
    nobody: onCall.length > 0 ? null : nobodyFor(neighbour),
    answerMinutes: agreement.offerAnswerMinutes,
  };
};
