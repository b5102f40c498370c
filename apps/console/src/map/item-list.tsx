import { useEffect, useId } from 'react';
import { Badge } from '../kit/badge';
import { Glyph } from '../kit/glyph';
import { LayerIcon } from './layer-icon';
import styles from './list.module.css';
import type { MapItem } from './map-items';
import { layers } from './map-items';
import { glyphOf, layerWords } from './map-words';

interface Props {
  readonly items: readonly MapItem[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

const rowId = (id: string): string => `item-${id}`;

const Row = ({ item, chosen, onChoose }: Pick<Props, 'chosen' | 'onChoose'> & { readonly item: MapItem }) => (
  <div
    id={rowId(item.id)}
    role="option"
    aria-selected={item.id === chosen}
    className={styles.row}
    data-layer={item.layer}
    data-tone={item.tone}
    data-item={item.name}
    onClick={() => onChoose(item.id)}
  >
    <LayerIcon layer={item.layer} size={18} />
    <span className={styles.what}>
      <span className={styles.name}>{item.name}</span>
      <span className={styles.where}>
        {item.lent && <Glyph name="lent" />} {item.where}
      </span>
    </span>
    <span className={styles.now}>
      {item.clock ? (
        <>
          <Badge tone={glyphOf[item.tone]}>{item.clock}</Badge>
          <span className={styles.where}>{item.says}</span>
        </>
      ) : item.layer === 'incident' ? (
        item.says
      ) : (
        <Badge tone={glyphOf[item.tone]}>{item.says}</Badge>
      )}
    </span>
  </div>
);

/**
 * The map's twin: everything on it, in words and in order. One stop for Tab and arrows within, so that the
 * whole of the map can be used without seeing it.
 */
export const ItemList = ({ items, chosen, onChoose }: Props) => {
  const heading = useId();
  const at = items.findIndex(({ id }) => id === chosen);
  useEffect(() => {
    if (chosen) document.getElementById(rowId(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const press = (event: React.KeyboardEvent) => {
    const to: Record<string, number> = {
      ArrowDown: Math.min(items.length - 1, at + 1),
      ArrowUp: Math.max(0, at - 1),
      Home: 0,
      End: items.length - 1,
    };
    const next = to[event.key];
    if (event.key === 'Escape') onChoose(undefined);
    if (next === undefined) return;
    event.preventDefault();
    onChoose(items[next]?.id);
  };

  return (
    <div
      role="listbox"
      aria-label="Everything on the map"
      aria-activedescendant={at >= 0 && chosen ? rowId(chosen) : undefined}
      tabIndex={0}
      className={styles.list}
      onKeyDown={press}
    >
      {layers.map((layer) => {
        const own = items.filter((item) => item.layer === layer);
        return (
          own.length > 0 && (
            <div key={layer} role="group" aria-labelledby={`${heading}-${layer}`}>
              <p id={`${heading}-${layer}`} className={styles.group}>
                {layerWords[layer]}
              </p>
              {own.map((item) => (
                <Row key={item.id} item={item} chosen={chosen} onChoose={onChoose} />
              ))}
            </div>
          )
        );
      })}
    </div>
  );
};
