import type { Incident } from '@concord/domain';
import { currentPlaceId, lastOf, stateOf } from '@concord/domain';
import { useAll } from '../live/live-context';
import { incidentStateWords } from '../words/codes';
import { whereLine } from '../words/where-line';
import styles from './amhp-screen.module.css';

/** Where the person is now, or where they are being taken. */
export const WhereTheyAre = ({ incident }: { readonly incident: Incident }) => {
  const places = useAll('place');
  const here = places.get(currentPlaceId(incident.facts) ?? '');
  const held = lastOf(incident.facts, 'hold-requested');
  return (
    <p className={styles.where}>
      <strong>{here ? here.name : whereLine(incident.where)}</strong>
      <span>
        {incidentStateWords[stateOf(incident.facts)]}
        {here ? ` · ${here.district} · ${here.telephone}` : held ? ` · asked: ${held.placeName}` : ''}
      </span>
    </p>
  );
};
