import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { DeskFrame } from '../frame/desk-frame';
import { ItemDetail } from './item-detail';
import { ItemList } from './item-list';
import { LayerChips } from './layer-chips';
import listStyles from './list.module.css';
import { MapView } from './map-view';
import styles from './map.module.css';
import { useMapItems } from './use-map-items';

const route = getRouteApi('/signed-in/map');

/** The area at a glance, and the same in a list: where anybody can be taken, who is waiting, and who is near. */
export const MapScreen = () => {
  const { at: chosen, without = [] } = route.useSearch();
  const navigate = route.useNavigate();
  const live = useMapItems();
  const choose = useCallback(
    (at: string | undefined) => void navigate({ search: (before) => ({ ...before, at }), replace: true }),
    [navigate],
  );
  const hidden = without.join(' ');
  const shown = useMemo(
    () => live?.items.filter(({ layer }) => !hidden.split(' ').includes(layer)) ?? [],
    [live, hidden],
  );
  return (
    <DeskFrame>
      <h1 className="visually-hidden">Map</h1>
      <div className={styles.screen}>
        <MapView items={shown} ties={live?.ties ?? []} chosen={chosen} onChoose={choose} />
        <div className={listStyles.side}>
          {live ? (
            <>
              <LayerChips
                items={live.items}
                without={without}
                onChange={(next) =>
                  void navigate({
                    search: (before) => ({ ...before, without: next.length > 0 ? next : undefined }),
                    replace: true,
                  })
                }
              />
              {shown.length > 0 ? (
                <ItemList items={shown} chosen={chosen} onChoose={choose} />
              ) : (
                <p className={listStyles.empty}>
                  {live.items.length > 0
                    ? 'Everything is switched off above: press what should be shown.'
                    : 'Nothing is known of this area yet: no places, no cars, nobody.'}
                </p>
              )}
              <ItemDetail item={live.items.find(({ id }) => id === chosen)} />
            </>
          ) : (
            <p className={listStyles.empty}>Fetching the map…</p>
          )}
        </div>
      </div>
    </DeskFrame>
  );
};
