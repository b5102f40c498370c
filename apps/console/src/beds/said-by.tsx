import type { Freshness, Observation } from '@concord/domain';
import { Badge } from '../kit/badge';
import { useNow } from '../live/live-context';
import { timeInList } from '../time/london';
import { notConfirmed } from '../time/not-confirmed';
import { ago } from '../time/span';
import styles from './beds.module.css';
import { sourceWords } from './place-words';

interface Props {
  readonly observed: Observation;
  readonly fresh: Freshness;
}

/** Who said it, how they knew, and how old that is. */
export const SaidBy = ({ observed, fresh }: Props) => {
  const now = useNow();
  const { at, by, source } = observed;
  return (
    <div className={styles.said} data-testid="said-by">
      {fresh === 'unknown' ? (
        <Badge tone="stale">{notConfirmed(observed, now)}</Badge>
      ) : (
        <p>
          <strong>{ago(at, now)}</strong>
          {fresh === 'confirm-due' && <span className={styles.checkDue}> · check due</span>}
        </p>
      )}
      <p className={styles.quiet}>
        {timeInList(at, now)}
        {source === 'site' || source === 'telephone'
          ? ` · ${by.name}, ${sourceWords[source]}`
          : ` · ${sourceWords[source]}`}
      </p>
    </div>
  );
};
