import { useState } from 'react';
import { useSession } from '../app/session';
import { PhoneFrame } from '../frame/phone-frame';
import { Field } from '../kit/field';
import { useAll, useNow } from '../live/live-context';
import { age } from '../time/span';
import { CarState } from './car-state';
import styles from './crew-screen.module.css';
import { JobCard } from './job-card';
import { OpenHere } from './open-here';

/** The crew's own view: what we are doing, our job, and what happened. One hand, no typing for the minimum. */
export const CrewScreen = () => {
  const { area } = useSession();
  const now = useNow();
  const resources = useAll('resource');
  const [resourceId, setResourceId] = useState(area.resourceIds[0] ?? '');
  const car = resources.get(resourceId);
  const job = useAll('incident').get(car?.incidentId ?? '');
  return (
    <PhoneFrame
      title={car ? car.callsign : 'Crew'}
      under={
        car && (
          <p className={styles.under}>
            {car.crew.join(' · ')} · {car.district}
          </p>
        )
      }
    >
      {area.resourceIds.length > 1 && (
        <Field label="Car">
          {(ids) => (
            <select {...ids} value={resourceId} onChange={(event) => setResourceId(event.target.value)}>
              {area.resourceIds.map((id) => (
                <option key={id} value={id}>
                  {resources.get(id)?.callsign ?? id}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {car && <CarState key={car.id} car={car} said={age(car.observed.at, now)} />}
      {car && job && <JobCard key={job.id} incident={job} />}
      {car && !job && car.state !== 'off-duty' && <OpenHere car={car} />}
    </PhoneFrame>
  );
};
