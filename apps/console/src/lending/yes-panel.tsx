import type { Hold } from '@concord/domain';
import { holdIsLiveAt } from '@concord/domain';
import { useMayCall } from '../app/session';
import { Panel } from '../kit/panel';
import { useAll, useNow } from '../live/live-context';
import styles from './lending.module.css';
import { YesCard } from './yes-card';

/** Requests of neighbours that our suites may not accept before our coordinator says yes. */
export const useYesAwaited = (): readonly Hold[] => {
  const now = useNow();
  return [...useAll('hold').values()].filter(
    (hold) => holdIsLiveAt(hold, now) && hold.across?.side === 'lends' && hold.across.yes === 'awaited',
  );
};

/** The same beside the board, for whoever may answer and has no other screen open. */
export const YesPanel = () => {
  const awaited = useYesAwaited();
  const mayAnswer = useMayCall()('allowLoan');
  if (!mayAnswer || awaited.length === 0) return null;
  return (
    <Panel title="A neighbour waits for our yes">
      <ul className={styles.lendings}>
        {awaited.map((hold) => (
          <YesCard key={hold.id} hold={hold} />
        ))}
      </ul>
    </Panel>
  );
};
