import { useLive, useNow, usePace } from '../live/live-context';
import { hourMinuteSecond, weekdayDate, zoneOf } from '../time/london';
import styles from './header.module.css';

const paceWords = (rate: number): string => (rate === 0 ? 'paused' : `×${rate}`);

/** The area's time as the server keeps it: every clock on this screen counts by this one. */
export const AreaTime = ({ short = false }: { readonly short?: boolean }) => {
  const { clock } = useLive();
  const now = useNow();
  const { rate, movable } = usePace();
  return (
    <p className={styles.time} data-testid="area-time" data-at={clock.now()}>
      <strong className={styles.clock}>{hourMinuteSecond(now)}</strong>
      {!short && <span>{weekdayDate(now)}</span>}
      <span>{zoneOf(now)}</span>
      {!short && movable && rate !== 1 && <span className={styles.pace}>{paceWords(rate)}</span>}
    </p>
  );
};
