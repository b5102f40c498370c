import { useMemo } from 'react';
import { useAll, useLive } from '../live/live-context';
import type { Names } from './change-words';

/** The names behind the ids that the terms of an agreement carry. */
export const useNames = (): Names => {
  const { areaId } = useLive();
  const agencies = useAll('area').get(areaId)?.agencies;
  const places = useAll('place');
  return useMemo(() => ({ agencies: agencies ?? [], places }), [agencies, places]);
};
