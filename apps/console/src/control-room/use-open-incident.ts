import type { Incident } from '@concord/domain';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { useAll, useBoardRevision, useLive } from '../live/live-context';

/**
 * The incident that is open. One that has ended or was merged is not on a fresh board: it is fetched, and
 * the board has it again from its next change.
 */
export const useOpenIncident = (incidentId: string | undefined): Incident | undefined => {
  const { areaId } = useLive();
  const loaded = useBoardRevision() !== null;
  const onBoard = useAll('incident').get(incidentId ?? '');
  const { data } = useQuery({
    queryKey: ['incident', incidentId],
    queryFn: () => call('incident', { params: { areaId, incidentId: incidentId ?? '' } }),
    enabled: loaded && incidentId !== undefined && onBoard === undefined,
    retry: false,
  });
  return onBoard ?? (data?.id === incidentId ? data : undefined);
};
