import { useAll } from '../live/live-context';
import { AlternativeDetail } from './alternative-detail';
import { CarDetail } from './car-detail';
import { IncidentDetail } from './incident-detail';
import { LayerIcon } from './layer-icon';
import styles from './list.module.css';
import type { MapItem } from './map-items';
import { PlaceDetail } from './place-detail';

/** What is known of the one that is chosen, and the way to where something can be done about it. */
export const ItemDetail = ({ item }: { readonly item: MapItem | undefined }) => {
  const place = useAll('place').get(item?.id ?? '');
  const car = useAll('resource').get(item?.id ?? '');
  const alternative = useAll('alternative').get(item?.id ?? '');
  const incident = useAll('incident').get(item?.id ?? '');
  return (
    <section className={styles.detail} aria-label="Chosen" data-testid="chosen">
      {item ? (
        <>
          <h2 className={styles.chosenName}>
            <LayerIcon layer={item.layer} size={18} /> {place?.name ?? item.name}
          </h2>
          {place && <PlaceDetail place={place} />}
          {alternative && <AlternativeDetail at={alternative} />}
          {car && <CarDetail car={car} where={item.where} />}
          {incident && <IncidentDetail incident={incident} />}
        </>
      ) : (
        <p className={styles.hint}>Choose anything on the map or in the list to see more of it.</p>
      )}
    </section>
  );
};
