import type { Incident, ListedDepartment } from '@concord/domain';
import { freshnessOf, listDepartments } from '@concord/domain';
import { TelLink } from '../alternative/tel-link';
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

type Row = Pick<ListedDepartment, 'place' | 'freshness'> & { readonly driveMinutes?: number };

/**
 * Places of safety that are not promised by the room: how pressed they say they are, and how old that is.
 * For an incident the nearest first, those formally escalated last.
 */
export const EmergencyDepartments = ({ from, ringButton }: Props) => {
  const now = useNow();
  const places = useAll('place');
  const inForce = useAgreement();
  const agreement = useAll('agreement').get(from?.agreementId ?? '') ?? inForce;
  if (!agreement) return null;
  const rows: readonly Row[] = from
    ? listDepartments(from, [...places.values()], agreement, now)
    : placesInOrder(places)
        .filter(({ kind }) => kind === 'emergency-department')
        .map((place) => ({
          place,
          freshness: place.pressure
            ? freshnessOf(place.pressure.observed, agreement.freshness, now)
            : 'unknown',
        }));
  if (rows.length === 0) return null;
  return (
    <div className={styles.departments}>
      <h3 className={styles.subhead}>Emergency departments</h3>
      <ul>
        {rows.map(({ place, freshness, driveMinutes }) => (
          <li key={place.id} className={styles.department} data-department={place.name}>
            <span>{shortPlaceName(place.name)}</span>
            <PressureBadge place={place} fresh={freshness} />
            <TelLink telephone={place.telephone} />
            <span className={styles.detail}>
              {driveMinutes === undefined ? place.district : `${driveMinutes} min`}
            </span>
            {ringButton(place.id, place.name)}
          </li>
        ))}
      </ul>
    </div>
  );
};
