import { Badge } from '../kit/badge';
import styles from './beds.module.css';
import { pressureTones, pressureWords } from './place-words';
import type { OtherRow } from './site-rows';

/** How hard an emergency department is pressed, or that nobody knows. */
export const PressureBadge = ({ place, fresh }: Pick<OtherRow, 'place' | 'fresh'>) => {
  if (!place.pressure) return <span className={styles.none}>Not said</span>;
  const { state } = place.pressure;
  return fresh === 'unknown' ? (
    <Badge tone="stale">UNKNOWN, last {pressureWords[state].toLowerCase()}</Badge>
  ) : (
    <Badge tone={pressureTones[state]}>{pressureWords[state].toUpperCase()}</Badge>
  );
};
