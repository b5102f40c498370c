import type { Incident, RankedAlternative } from '@concord/domain';
import { mayBeOffered, rankAlternatives, referrersFor } from '@concord/domain';
import { useMemo } from 'react';
import { useSession } from '../app/session';
import { useAgreement } from '../live/agreement-in-force';
import { useAll, useLive, useNow } from '../live/live-context';

/**
 * What may help this person instead of a detention, ranked by the very function that the server asks, so that
 * the list ages with the board. Undefined once a detention is decided.
 */
export const useRankedAlternatives = (
  incident: Incident | undefined,
): readonly RankedAlternative[] | undefined => {
  const { ticker, areaId } = useLive();
  const { me, area: mine } = useSession();
  const minute = useNow().slice(0, 16);
  const all = useAll('alternative');
  const agencies = useAll('area').get(areaId)?.agencies;
  const agreement = useAgreement();
  return useMemo(() => {
    if (!incident || !agreement || !minute || !mayBeOffered(incident)) return undefined;
    const agency = agencies?.find(({ id }) => id === me.agency.id)?.kind;
    return rankAlternatives({
      incident,
      alternatives: [...all.values()],
      agreement,
      now: ticker.at(),
      as: referrersFor(agency, mine.duties),
    });
  }, [incident, agreement, agencies, all, me, mine, ticker, minute]);
};
