import type { Ground } from './ground';
import styles from './map.module.css';
import type { Point } from './plane';

const pathOf = (points: readonly Point[]): string =>
  `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;

/** The land: one soft region for each district, with its name where it stands freest. */
export const Districts = ({ ground, zoom }: { readonly ground: Ground; readonly zoom: number }) => (
  <g>
    {ground.districts.map(({ name, cell }) => (
      <path
        key={name}
        className={styles.district}
        d={pathOf(cell.map(({ x, y }) => ({ x: x * zoom, y: y * zoom })))}
      />
    ))}
    {ground.districts.map(({ name, label }) => (
      <text
        key={name}
        className={styles.districtName}
        fontSize={ground.letter}
        x={label.x * zoom}
        y={label.y * zoom}
      >
        {name}
      </text>
    ))}
  </g>
);
