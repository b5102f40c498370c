import { Link } from '@tanstack/react-router';
import { mayOpen } from '../app/screens';
import { useSession } from '../app/session';
import styles from './screen-links.module.css';

const views = [
  ['console', 'Board'],
  ['team', 'Team'],
  ['beds', 'Places'],
  ['map', 'Map'],
  ['refusals', 'Refusals'],
  ['on-call', 'On call'],
  ['agreements', 'Agreement'],
  ['law', 'Law'],
  ['sent', 'Sent'],
] as const;

/** The desk's views of one board. */
export const ScreenLinks = () => {
  const { area } = useSession();
  return (
    <nav aria-label="Views" className={styles.links}>
      {views
        .filter(([screen]) => mayOpen(screen, area))
        .map(([screen, words]) => (
          <Link key={screen} to={`/${screen}`} className={styles.link}>
            {words}
          </Link>
        ))}
    </nav>
  );
};
