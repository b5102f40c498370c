import { Panel } from '../kit/panel';
import { useAll, useNow } from '../live/live-context';
import { age } from '../time/span';
import { airwave } from '../words/codes';
import styles from './side-panels.module.css';

/** Every car with the number that the radio says, its crew, how old that is, and its job. */
export const CarsPanel = () => {
  const now = useNow();
  const cars = [...useAll('resource').values()].sort((a, b) => a.callsign.localeCompare(b.callsign));
  return (
    <Panel title="Triage cars">
      {cars.length === 0 && <p className={styles.none}>No cars in this area.</p>}
      <ul>
        {cars.map((car) => (
          <li
            key={car.id}
            className={styles.car}
            data-car={car.callsign}
            data-off={car.state === 'off-duty' || undefined}
          >
            <strong>{car.callsign}</strong>
            <span className={styles.state}>
              <span className={styles.number}>{airwave[car.state].number}</span>
              {airwave[car.state].words}
            </span>
            <span className={styles.job}>{car.incidentRef ?? ''}</span>
            <span className={styles.age}>{age(car.observed.at, now)}</span>
            <span className={styles.crew}>
              {car.district}
              {car.crew.length > 0 && ` · ${car.crew.join(', ')}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
