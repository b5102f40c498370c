import type { Layer, MapItem } from './map-items';
import { layers } from './map-items';
import { LayerIcon } from './layer-icon';
import styles from './list.module.css';
import { layerShort } from './map-words';

interface Props {
  readonly items: readonly MapItem[];
  readonly without: readonly Layer[];
  readonly onChange: (without: Layer[]) => void;
}

/** What is shown, on the map and in the list alike. */
export const LayerChips = ({ items, without, onChange }: Props) => (
  <div role="group" aria-label="What is shown" className={styles.chips}>
    {layers
      .map((layer) => [layer, items.filter((item) => item.layer === layer).length] as const)
      .filter(([, count]) => count > 0)
      .map(([layer, count]) => (
        <button
          key={layer}
          type="button"
          className={styles.chip}
          aria-pressed={!without.includes(layer)}
          onClick={() =>
            onChange(
              without.includes(layer) ? without.filter((other) => other !== layer) : [...without, layer],
            )
          }
        >
          <LayerIcon layer={layer} size={14} />
          {layerShort[layer]} <strong>{count}</strong>
        </button>
      ))}
  </div>
);
