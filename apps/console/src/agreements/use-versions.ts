import type { Instant } from '@concord/domain';
import { useMemo, useSyncExternalStore } from 'react';
import { useAll, useBoardRevision, useLive } from '../live/live-context';
import type { VersionRow } from './version-rows';
import { versionRows } from './version-rows';

/** The area's time to the minute: a page of figures is not drawn anew each second. */
export const useMinute = (): Instant => {
  const { ticker } = useLive();
  return useSyncExternalStore(ticker.subscribe, () => `${ticker.at().slice(0, 17)}00.000Z`);
};

/** Every version that this desk may see, in order; undefined until the board has come. */
export const useVersions = (): readonly VersionRow[] | undefined => {
  const versions = useAll('agreement');
  const minute = useMinute();
  const loaded = useBoardRevision() !== null;
  return useMemo(
    () => (loaded ? versionRows(versions.values(), minute) : undefined),
    [versions, minute, loaded],
  );
};
