import type { Incident } from '@concord/domain';
import { knownOutside, lastOf, presentArrival, stateOf } from '@concord/domain';
import { useAll } from '../live/live-context';
import { incidentStateWords } from '../words/codes';
import { whereLine } from '../words/where-line';
import styles from './amhp-screen.module.css';

/** Where the person is now, or where they are being taken. */
export const WhereTheyAre = ({ incident }: { readonly incident: Incident }) => {
  const places = useAll('place');
  const here = presentArrival(incident.facts);
  const place = places.get(here?.placeId ?? '');
  const outside = here && knownOutside(incident.facts, here.placeId);
  const reach = place ? `${place.district} · ${place.telephone}` : (outside?.telephone ?? '');
  const held = lastOf(incident.facts, 'hold-requested');
  return (
    <p className={styles.where}>
      <strong>{here ? here.placeName : whereLine(incident.where)}</strong>
      <span>
        {incidentStateWords[stateOf(incident.facts)]}
        {here ? ` · ${reach}` : held ? ` · asked: ${held.placeName}` : ''}
      </span>
    </p>
  );
};
