import type { Incident } from '@concord/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../api/call';
import { mayOpen } from '../app/screens';
import { useSession } from '../app/session';
import { Glyph } from '../kit/glyph';
import { useAll, useLive } from '../live/live-context';
import { hourMinute } from '../time/london';
import styles from './held-elsewhere.module.css';

/** On the board for those who have one; for a crew or a suite, its record. */
const Elsewhere = ({ id, incidentRef }: { readonly id: string; readonly incidentRef: string }) =>
  mayOpen('console', useSession().area) ? (
    <Link to="/console" search={{ incident: id }}>
      {incidentRef}
    </Link>
  ) : (
    <Link to="/incident/$incidentId/record" params={{ incidentId: id }}>
      {incidentRef}
    </Link>
  );

/** Said before anybody presses anything: this person has a room under another incident, so none is held here. */
export const HeldElsewhere = ({ incident }: { readonly incident: Incident }) => {
  const { areaId } = useLive();
  const newest = Math.max(0, ...[...useAll('room').values()].map(({ revision }) => revision));
  const { data } = useQuery({
    queryKey: ['held-elsewhere', incident.id, incident.revision, newest],
    queryFn: () => call('heldElsewhere', { params: { areaId, incidentId: incident.id } }),
    placeholderData: (before) => before,
  });
  const elsewhere = data?.elsewhere;
  if (!elsewhere) return null;
  const { incidentId, incidentRef, state, since } = elsewhere;
  return (
    <p className={styles.elsewhere} role="status" data-testid="held-elsewhere">
      <Glyph name="due" size={14} />
      <span>
        This person already has a room {state === 'accepted' ? 'held' : 'asked for'}, since{' '}
        {hourMinute(since)}, under{' '}
        {incidentId === null ? (
          'another incident: ring the control room'
        ) : (
          <Elsewhere id={incidentId} incidentRef={incidentRef ?? ''} />
        )}
        . One person, one room.
      </span>
    </p>
  );
};
