import { Link, useLocation } from '@tanstack/react-router';
import styles from './amhp-tabs.module.css';
import { useMyRequests } from './use-my-requests';

const Count = ({ of }: { readonly of: readonly unknown[] }) => (
  <span className={styles.count}>{of.length}</span>
);

/** What an AMHP or a doctor has to hand on every screen of theirs, under the thumb: how many ask, how many are mine. */
export const AmhpTabs = () => {
  const { offers, mine } = useMyRequests();
  const atMine = useLocation({ select: ({ hash }) => hash === 'mine' });
  return (
    <nav aria-label="My screens" className={styles.tabs}>
      <Link to="/amhp" hash="requests" className={styles.tab} activeOptions={{ includeHash: atMine }}>
        Requests <Count of={offers} />
      </Link>
      <Link to="/amhp" hash="mine" className={styles.tab} activeOptions={{ includeHash: true }}>
        Mine <Count of={mine} />
      </Link>
      <Link to="/who-is-on" className={styles.tab}>
        On call now
      </Link>
      <Link to="/rota" className={styles.tab} aria-keyshortcuts="R">
        My rota
      </Link>
      <Link to="/contacts" className={styles.tab}>
        How I am reached
      </Link>
    </nav>
  );
};
