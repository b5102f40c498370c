import type { Travel } from '@concord/domain';
import styles from './map.module.css';

const lengths = [20, 10, 5, 2, 1, 0.5];
const MOST = 150;

interface Props {
  readonly pixelsPerKm: number;
  readonly travel: Travel | undefined;
}

/** How far, and how long the agreement takes that to be by road. */
export const ScaleBar = ({ pixelsPerKm, travel }: Props) => {
  const km = lengths.find((length) => length * pixelsPerKm <= MOST) ?? 0.5;
  const minutes = travel && Math.round(((km * travel.roadFactor) / travel.kmPerHour) * 60);
  return (
    <p className={styles.scale}>
      <span className={styles.bar} style={{ width: km * pixelsPerKm }} />
      {km} km{minutes ? `, about ${minutes} min by road` : ''}
    </p>
  );
};
