import type { Incident } from '@concord/domain';
import { detentionOf, lawInForce, stationRule } from '@concord/domain';
import { shortPlaceName } from '../beds/place-words';
import { placesInOrder } from '../incidents/around';
import { Badge } from '../kit/badge';
import { useAll, useLive, useNow } from '../live/live-context';
import styles from './places.module.css';

/** What the law says of each police station for this person, before anybody sets off. */
export const PoliceStations = ({ incident }: { readonly incident: Incident }) => {
  const { areaId } = useLive();
  const now = useNow();
  const rules = useAll('area').get(areaId)?.policeStationRules ?? [];
  const stations = placesInOrder(useAll('place')).filter(({ kind }) => kind === 'police-station');
  if (stations.length === 0) return null;
  const since = detentionOf(incident.facts)?.happenedAt ?? now;
  return (
    <div className={styles.departments}>
      <h3 className={styles.subhead}>Police stations</h3>
      <ul>
        {stations.map((place) => {
          const { allowed, says, rule } = stationRule(
            incident.person,
            lawInForce(rules, place.nation, since),
          );
          return (
            <li key={place.id} className={styles.station}>
              <p>
                {shortPlaceName(place.name)}{' '}
                <Badge tone="law">{allowed === 'never' ? 'NEVER' : 'ONLY UNDER CONDITIONS'}</Badge>
              </p>
              <p className={styles.reasons}>
                {says} {rule}
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
