import { useEffect } from 'react';
import { useSession } from '../app/session';
import { useNow, useStanding } from '../live/live-context';
import { fullTime } from '../time/london';
import { markingWords } from '../words/marking-words';
import styles from './beds.module.css';

const text = (words: string) => JSON.stringify(words);

/** What paper needs to say of itself: of what area, as of when, by whom, and whether it was live then. */
export const PrintHead = () => {
  const { me, area } = useSession();
  const now = useNow();
  const standing = useStanding();
  const asOf = standing.kind === 'lost' && standing.dataAt ? standing.dataAt : now;
  const minute = fullTime(asOf);
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--beds-marking', text(markingWords(area.demo)));
    style.setProperty('--beds-foot', text(`${area.name} · as of ${minute} · printed by ${me.name}`));
  }, [area.demo, area.name, minute, me.name]);
  return (
    <p className={styles.printHead}>
      <strong>{area.name}</strong>, as of {minute}
      {standing.kind !== 'live' && '. NOT LIVE: it may have changed since, ring before relying on it'}
    </p>
  );
};
