import { sideOf } from '@concord/contracts';
import type { Side } from '@concord/domain';
import { useSession } from '../app/session';
import { useAll, useLive } from '../live/live-context';

/** Whose word mine is, where two agencies must agree on one. */
export const useMySide = (): Side => {
  const { me } = useSession();
  const { areaId } = useLive();
  return sideOf(useAll('area').get(areaId) ?? { agencies: [] }, me.agency.id);
};
