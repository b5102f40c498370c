import type { Incident, Nation } from '@concord/domain';
import { nationReached } from '@concord/domain';
import { useAll, useLive } from '../live/live-context';

/** The nation whose Code and returns apply: that of the place reached last, or the area's own before any. */
export const useNation = ({ facts }: Incident): Nation | undefined => {
  const { areaId } = useLive();
  const areas = useAll('area');
  return nationReached(facts, useAll('place')) ?? areas.get(areaId)?.nation;
};
