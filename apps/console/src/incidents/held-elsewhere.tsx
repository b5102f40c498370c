import type { Incident } from '@concord/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../api/call';
import { Glyph } from '../kit/glyph';
import { useAll, useLive } from '../live/live-context';
import { hourMinute } from '../time/london';
import styles from './held-elsewhere.module.css';

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
        A room is already {state === 'accepted' ? 'held' : 'asked for'} for this person, since{' '}
        {hourMinute(since)}, under{' '}
        {incidentId === null ? (
          'another incident: ring the control room'
        ) : (
          <Link to="/console" search={{ incident: incidentId }}>
            {incidentRef}
          </Link>
        )}
        . One person, one room.
      </span>
    </p>
  );
};
