import { useMemo } from 'react';
import { useAgreement } from '../live/agreement-in-force';
import { useAll, useBoardRevision, useLive, useNow } from '../live/live-context';
import type { MapItem, MapTie } from './map-items';
import { itemsOf, tiesOf } from './map-items';

export interface Live {
  readonly items: readonly MapItem[];
  readonly ties: readonly MapTie[];
}

/** Everything on the map by the minute; undefined until the board has come. */
export const useMapItems = (): Live | undefined => {
  const { ticker, areaId } = useLive();
  const minute = useNow().slice(0, 16);
  const revision = useBoardRevision();
  const area = useAll('area').get(areaId);
  const places = useAll('place');
  const rooms = useAll('room');
  const holds = useAll('hold');
  const alternatives = useAll('alternative');
  const resources = useAll('resource');
  const incidents = useAll('incident');
  const agreements = useAll('agreement');
  const lendings = useAll('lending');
  const rule = useAgreement()?.freshness;
  return useMemo(() => {
    if (revision === null || !area || !rule || !minute) return undefined;
    const parts = {
      area,
      rule,
      places,
      rooms,
      holds,
      alternatives,
      resources,
      incidents,
      agreements,
      lendings,
    };
    const now = ticker.at();
    return { items: itemsOf(parts, now), ties: tiesOf(parts, now) };
  }, [
    revision,
    area,
    rule,
    minute,
    places,
    rooms,
    holds,
    alternatives,
    resources,
    incidents,
    agreements,
    lendings,
    ticker,
  ]);
};
