import type { Incident } from '@concord/domain';
import { driveMinutes } from '@concord/domain';
import { placesInOrder } from '../incidents/around';
import { useAgreement } from '../live/agreement-in-force';
import { useAll } from '../live/live-context';
import styles from './places.module.css';

/** Places of safety that are not promised by the room. */
export const EmergencyDepartments = ({ from }: { readonly from: Incident | undefined }) => {
  const inForce = useAgreement();
  const travel = (useAll('agreement').get(from?.agreementId ?? '') ?? inForce)?.travel;
  const departments = placesInOrder(useAll('place')).filter(({ kind }) => kind === 'emergency-department');
  if (departments.length === 0) return null;
  return (
    <div className={styles.departments}>
      <h3 className={styles.subhead}>Emergency departments</h3>
      <ul>
        {departments.map((place) => (
          <li key={place.id} className={styles.department}>
            <span>{place.name.replace(/, emergency department$/i, '')}</span>
            <a href={`tel:${place.telephone.replaceAll(' ', '')}`}>{place.telephone}</a>
            <span className={styles.detail}>
              {from && travel
                ? `${driveMinutes(from.where.position, place.position, travel.roadFactor, travel.kmPerHour)} min`
                : place.district}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};
