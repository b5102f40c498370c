import type { Incident } from '@concord/domain';
import { freshnessOf, minutesTo } from '@concord/domain';
import { shortPlaceName } from '../beds/place-words';
import { PressureBadge } from '../beds/pressure-badge';
import { useAgreement } from '../live/agreement-in-force';
import { placesInOrder } from '../incidents/around';
import { useAll, useNow } from '../live/live-context';
import styles from './places.module.css';

interface Props {
  readonly from: Incident | undefined;
  readonly ringButton: (placeId: string, name: string) => React.ReactNode;
}

/** Places of safety that are not promised by the room: how pressed they say they are, and how old that is. */
export const EmergencyDepartments = ({ from, ringButton }: Props) => {
  const now = useNow();
  const inForce = useAgreement();
  const agreement = useAll('agreement').get(from?.agreementId ?? '') ?? inForce;
  const departments = placesInOrder(useAll('place')).filter(({ kind }) => kind === 'emergency-department');
  if (departments.length === 0 || !agreement) return null;
  return (
    <div className={styles.departments}>
      <h3 className={styles.subhead}>Emergency departments</h3>
      <ul>
        {departments.map((place) => (
          <li key={place.id} className={styles.department} data-department={place.name}>
            <span>{shortPlaceName(place.name)}</span>
            <PressureBadge
              place={place}
              fresh={
                place.pressure ? freshnessOf(place.pressure.observed, agreement.freshness, now) : 'unknown'
              }
            />
            <a href={`tel:${place.telephone.replaceAll(' ', '')}`}>{place.telephone}</a>
            <span className={styles.detail}>
              {from ? `${minutesTo(from.where, place, agreement.travel)} min` : place.district}
            </span>
            {ringButton(place.id, place.name)}
          </li>
        ))}
      </ul>
    </div>
  );
};
