import type { Incident } from '@concord/domain';
import { listDepartments } from '@concord/domain';
import { TelLink } from '../alternative/tel-link';
import { shortPlaceName } from '../beds/place-words';
import { PressureBadge } from '../beds/pressure-badge';
import { placesInOrder } from '../incidents/around';
import { useAll, useNow } from '../live/live-context';
import styles from './places.module.css';

/** Nearest first from where the person is, with how pressed each says it is and how long ago. */
const ForIncident = ({ incident }: { readonly incident: Incident }) => {
  const now = useNow();
  const places = useAll('place');
  const agreement = useAll('agreement').get(incident.agreementId);
  if (!agreement) return null;
  return listDepartments(incident, [...places.values()], agreement, now).map(
    ({ place, driveMinutes, freshness, reasons }) => (
      <li key={place.id} className={styles.department} data-department={shortPlaceName(place.name)}>
        <span>
          {shortPlaceName(place.name)} <PressureBadge place={place} fresh={freshness} />
          <span className={styles.reasons}> {reasons[0]}</span>
        </span>
        <TelLink telephone={place.telephone} />
        <span className={styles.detail}>{driveMinutes} min</span>
      </li>
    ),
  );
};

const OfArea = () =>
  placesInOrder(useAll('place'))
    .filter(({ kind }) => kind === 'emergency-department')
    .map((place) => (
      <li key={place.id} className={styles.department}>
        <span>{shortPlaceName(place.name)}</span>
        <TelLink telephone={place.telephone} />
        <span className={styles.detail}>{place.district}</span>
      </li>
    ));

/** Places of safety that are not promised by the room. */
export const EmergencyDepartments = ({ from }: { readonly from: Incident | undefined }) => {
  const some = [...useAll('place').values()].some(({ kind }) => kind === 'emergency-department');
  if (!some) return null;
  return (
    <div className={styles.departments}>
      <h3 className={styles.subhead}>Emergency departments</h3>
      <ul>{from ? <ForIncident incident={from} /> : <OfArea />}</ul>
    </div>
  );
};
