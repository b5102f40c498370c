import type { TriageResource } from '@concord/domain';
import { IncidentLink } from '../beds/incident-link';
import { sourceWords } from '../beds/place-words';
import { useNow } from '../live/live-context';
import { hourMinute } from '../time/london';
import { ago } from '../time/span';
import { airwave } from '../words/codes';
import styles from './list.module.css';

/** A car: what it does, who is in it, and how old that is. */
export const CarDetail = ({ car, where }: { readonly car: TriageResource; readonly where: string }) => {
  const now = useNow();
  const { number, words } = airwave[car.state];
  const { at, by, source } = car.observed;
  return (
    <>
      <p>
        <strong>
          {number} {words}
        </strong>{' '}
        {car.incidentId !== null && car.incidentRef !== null && (
          <IncidentLink id={car.incidentId} incidentRef={car.incidentRef} />
        )}
      </p>
      <p className={styles.under}>
        {hourMinute(at)}, {ago(at, now)}
        {source === 'system' ? ' · Concord' : ` · ${by.name}`}
        {source === 'telephone' && `, ${sourceWords[source]}`}
      </p>
      <p>{where}. Cars tell Concord their state, not their position.</p>
      {car.crew.length > 0 && <p className={styles.quiet}>{car.crew.join(', ')}</p>}
    </>
  );
};
