import type { Looking } from './use-view';
import { canZoomIn, canZoomOut, STEP } from './view';
import styles from './map.module.css';

const MOVE = 120;

const ways = [
  ['Up', '↑', 0, MOVE],
  ['Left', '←', MOVE, 0],
  ['Right', '→', -MOVE, 0],
  ['Down', '↓', 0, -MOVE],
] as const;

/** Everything that pulling and the wheel can do, by single presses. */
export const MapControls = ({ looking: { view, move, zoomBy, whole } }: { readonly looking: Looking }) => (
  <div className={styles.controls}>
    <div className={styles.cross} role="group" aria-label="Move the map">
      {ways.map(([words, sign, x, y]) => (
        <button
          key={words}
          type="button"
          aria-label={words}
          data-way={words}
          aria-disabled={!canZoomOut(view)}
          onClick={() => move({ x, y })}
        >
          {sign}
        </button>
      ))}
      <button
        type="button"
        aria-label="Whole area"
        data-way="Whole"
        aria-disabled={!canZoomOut(view)}
        onClick={whole}
      >
        ⤢
      </button>
    </div>
    <div className={styles.zoom} role="group" aria-label="Nearer or farther">
      <button type="button" aria-label="Nearer" aria-disabled={!canZoomIn(view)} onClick={() => zoomBy(STEP)}>
        +
      </button>
      <button
        type="button"
        aria-label="Farther"
        aria-disabled={!canZoomOut(view)}
        onClick={() => zoomBy(1 / STEP)}
      >
        −
      </button>
    </div>
  </div>
);
