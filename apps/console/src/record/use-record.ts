import type { Agreement, Escalation, Incident, Notification } from '@concord/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call, Refused } from '../api/call';
import { useMayCall } from '../app/session';
import { useAll, useLive } from '../live/live-context';

export interface RecordParts {
  readonly incident: Incident | undefined;
  readonly agreement: Agreement | undefined;
  readonly escalations: readonly Escalation[] | undefined;
  /** What was sent to those whom they called; none while it is being read. */
  readonly messages: readonly Notification[];
  /** What stands in place of the escalations while they are not here. */
  readonly whyNoEscalations: string;
  readonly missing: 'loading' | 'none' | undefined;
}

/**
 * An incident for its record: live while it is on the board, and asked for once it is closed. Its
 * escalations are always asked for, since those that have ended are on no board.
 */
export const useRecord = (incidentId: string): RecordParts => {
  const { areaId } = useLive();
  const mayCall = useMayCall();
  const live = useAll('incident').get(incidentId);
  const running = [...useAll('escalation').values()].filter((one) => one.incidentId === incidentId);
  const params = { areaId, incidentId };
  const asked = useQuery({
    queryKey: ['incident', incidentId],
    queryFn: () => call('incident', { params }),
    enabled: !live,
  });
  const incident = live ?? asked.data;
  const agreement = useAll('agreement').get(incident?.agreementId ?? '');
  const mayKnow = mayCall('escalations');
  const moved = running.map(({ id, revision }) => `${id}${revision}`).join();
  const escalations = useQuery({
    queryKey: ['escalations', incidentId, incident?.revision, moved],
    queryFn: () => call('escalations', { params }),
    enabled: mayKnow && incident !== undefined,
    placeholderData: keepPreviousData,
  });
  const unsettled = [...useAll('notification').values()].filter((one) => one.incidentId === incidentId);
  const fared = unsettled.map(({ id, revision }) => `${id}${revision}`).join();
  const messages = useQuery({
    queryKey: ['notifications', incidentId, incident?.revision, moved, fared],
    queryFn: () => call('notifications', { params }),
    enabled: mayCall('notifications') && incident !== undefined,
    placeholderData: keepPreviousData,
  });
  return {
    incident,
    agreement,
    escalations: escalations.data,
    messages: messages.data ?? [],
    whyNoEscalations: !mayKnow
      ? 'Not part of this copy: escalations are shown to the control room and to those who answer for the area.'
      : escalations.error
        ? `They could not be read: ${escalations.error.message} This copy is not complete.`
        : 'Being read.',
    missing: incident ? undefined : asked.error instanceof Refused ? 'none' : 'loading',
  };
};
