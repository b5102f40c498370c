import { lendingIsLive } from '@concord/domain';
import { useRef, useState } from 'react';
import { useMayCall } from '../app/session';
import { Button } from '../kit/button';
import { Panel } from '../kit/panel';
import { useAll } from '../live/live-context';
import { LendForm } from './lend-form';
import { LendingCard } from './lending-card';
import styles from './lending.module.css';
import { YesCard } from './yes-card';
import { useYesAwaited } from './yes-panel';

/** Mutual aid: what we lend our neighbours, what they lend us, and whose yes is awaited. */
export const LendingsPanel = () => {
  const [lending, setLending] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const mayLend = useMayCall()('lendPlaces');
  const lendings = [...useAll('lending').values()]
    .filter(lendingIsLive)
    .sort((a, b) => a.side.localeCompare(b.side) || (a.until < b.until ? -1 : 1));
  const awaited = useYesAwaited();
  if (!mayLend && lendings.length + awaited.length === 0) return null;
  const close = () => {
    setLending(false);
    opener.current?.querySelector('button')?.focus();
  };
  return (
    <Panel
      title="Mutual aid with neighbouring areas"
      aside={
        mayLend && (
          <div ref={opener} data-tools="">
            <Button aria-expanded={lending} onClick={() => setLending(!lending)}>
              Lend places…
            </Button>
          </div>
        )
      }
    >
      {lending && <LendForm onDone={close} />}
      {lendings.length + awaited.length === 0 ? (
        <p className={styles.empty}>Nothing is lent, either way.</p>
      ) : (
        <ul className={styles.lendings}>
          {awaited.map((hold) => (
            <YesCard key={hold.id} hold={hold} />
          ))}
          {lendings.map((each) => (
            <LendingCard key={each.id} lending={each} />
          ))}
        </ul>
      )}
    </Panel>
  );
};
