import { useSession } from '../app/session';
import { markingWords } from '../words/marking-words';
import styles from './marking.module.css';

/** How what is on this screen must be handled: said at the top and the bottom of every screen. */
export const Marking = () => {
  const { demo } = useSession().area;
  return (
    <p className={styles.marking} data-demo={demo || undefined}>
      {markingWords(demo)}
    </p>
  );
};
