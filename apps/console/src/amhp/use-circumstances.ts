import type { AmhpRequest, Circumstances, Incident, Named } from '@concord/domain';
import {
  circumstancesFor,
  currentPlaceId,
  holdersOf,
  neighbourWith,
  rotasOf,
  rotasServing,
} from '@concord/domain';
import { useMemo } from 'react';
import { useAll, useLive, useNow } from '../live/live-context';

/** Who is on call for an incident now, first in line first, and what may keep them; to the minute. */
export const useCircumstances = (
  incident: Incident | undefined,
  request?: AmhpRequest,
):
  | {
      readonly onCall: readonly Named[];
      readonly so: Circumstances;
      /** The neighbouring area whose service owes the duty there; null where this area's does. */
      readonly neighbour: string | null;
    }
  | undefined => {
  const { areaId } = useLive();
  const now = `${useNow().slice(0, 17)}00.000Z`;
  const agreement = useAll('agreement').get(incident?.agreementId ?? '');
  const [rotas, requests, availability] = [useAll('rota'), useAll('amhp-request'), useAll('availability')];
  const [places, area] = [useAll('place'), useAll('area').get(areaId)];
  return useMemo(() => {
    if (!incident || !agreement || !area) return undefined;
    const calls = request?.calls ?? 'amhp';
    const there = places.get(currentPlaceId(incident.facts) ?? '');
    const district = request?.district ?? there?.district ?? incident.where.district;
    const neighbour = calls === 'amhp' ? neighbourWith(district, area, [...places.values()]) : null;
    const serving = rotasServing(rotasOf([...rotas.values()], calls), district, neighbour);
    const known = {
      now,
      requests: [...requests.values()],
      availability: [...availability.values()],
      rotas: serving,
      agreement,
      districts: area.districts,
      places: there ? [there] : [],
    };
    const onCall = holdersOf(serving, calls, now);
    return { onCall, so: circumstancesFor(incident, known, request?.id), neighbour };
  }, [agreement, area, availability, incident, now, places, request, requests, rotas]);
};
