import type { AmhpRequest } from '@concord/domain';
import { obstacleSays } from '@concord/domain';
import { useNow } from '../live/live-context';
import styles from './passed-over.module.css';

/** Who stood before the one asked, and what keeps them: nobody is passed over without its being said. */
export const PassedOver = ({ request: { passedOver, incidentRef } }: { readonly request: AmhpRequest }) => {
  const now = useNow();
  if (passedOver.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Not asked, and why">
      {passedOver.map((one) => (
        <li key={one.who.userId}>
          {incidentRef}, {one.who.name} not asked: {obstacleSays(one, now)}
        </li>
      ))}
    </ul>
  );
};
