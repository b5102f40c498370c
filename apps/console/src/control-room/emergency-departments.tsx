import type { RankedDepartment } from '@concord/domain';
import { freshnessOf } from '@concord/domain';
import { TelLink } from '../alternative/tel-link';
import { shortPlaceName } from '../beds/place-words';
import { PressureBadge } from '../beds/pressure-badge';
import { useAgreement } from '../live/agreement-in-force';
import { placesInOrder } from '../incidents/around';
import { useAll, useNow } from '../live/live-context';
import styles from './places.module.css';

interface Props {
  /** For the open incident, best first; absent where none is open. */
  readonly ranked: readonly RankedDepartment[] | undefined;
  readonly ringButton: (placeId: string, name: string) => React.ReactNode;
}

/** Places of safety that are not promised by the room: how pressed they say they are, and how old that is. */
export const EmergencyDepartments = ({ ranked, ringButton }: Props) => {
  const now = useNow();
  const places = useAll('place');
  const rule = useAgreement()?.freshness;
  if (!rule) return null;
  const rows = ranked
    ? ranked.flatMap(({ placeId, freshness, driveMinutes, reasons }) => {
        const place = places.get(placeId);
        return place ? [{ place, freshness, where: `${driveMinutes} min`, why: reasons.join(' · ') }] : [];
      })
    : placesInOrder(places)
        .filter(({ kind }) => kind === 'emergency-department')
        .map((place) => ({
          place,
          freshness: place.pressure ? freshnessOf(place.pressure.observed, rule, now) : ('unknown' as const),
          where: place.district,
          why: undefined,
        }));
  if (rows.length === 0) return null;
  return (
    <div className={styles.departments}>
      <h3 className={styles.subhead}>Emergency departments</h3>
      <ul>
        {rows.map(({ place, freshness, where, why }) => (
          <li key={place.id} className={styles.department} data-department={place.name} title={why}>
            <span>{shortPlaceName(place.name)}</span>
            <PressureBadge place={place} fresh={freshness} />
            <TelLink telephone={place.telephone} />
            <span className={styles.detail}>{where}</span>
            {ringButton(place.id, place.name)}
          </li>
        ))}
      </ul>
    </div>
  );
};
