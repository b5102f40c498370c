import { useMemo } from 'react';
import { useAgreement } from '../live/agreement-in-force';
import { useAll, useBoardRevision, useLive, useNow } from '../live/live-context';
import type { AlternativeRow } from './alternative-offer';
import { alternativeRows } from './alternative-offer';
import type { OtherRow, SiteRow } from './site-rows';
import { otherRows, siteRows } from './site-rows';

export interface BedRows {
  readonly sites: readonly SiteRow[];
  readonly others: readonly OtherRow[];
  readonly alternatives: readonly AlternativeRow[];
}

/** The whole area's places by the minute; undefined until the board has come. */
export const useBedRows = (): BedRows | undefined => {
  const { ticker } = useLive();
  const minute = useNow().slice(0, 16);
  const revision = useBoardRevision();
  const places = useAll('place');
  const rooms = useAll('room');
  const holds = useAll('hold');
  const incidents = useAll('incident');
  const alternatives = useAll('alternative');
  const agreements = useAll('agreement');
  const lendings = useAll('lending');
  const rule = useAgreement()?.freshness;
  return useMemo(() => {
    if (revision === null || !rule || !minute) return undefined;
    const parts = { places, rooms, holds, incidents, agreements, lendings, rule };
    const now = ticker.at();
    return {
      sites: siteRows(parts, now),
      others: otherRows(parts, now),
      alternatives: alternativeRows(alternatives, rule, now),
    };
  }, [revision, rule, minute, places, rooms, holds, incidents, agreements, alternatives, lendings, ticker]);
};
