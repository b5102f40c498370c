import styles from './brand.module.css';

/** Two rings that share a part: separate services, one picture. */
export const Brand = () => (
  <span className={styles.brand}>
    <svg viewBox="0 0 34 22" width="31" height="20" aria-hidden="true" focusable="false">
      <circle cx="12" cy="11" r="9" fill="none" stroke="currentColor" strokeWidth="3" />
      <circle cx="22" cy="11" r="9" fill="none" className={styles.second} strokeWidth="3" />
    </svg>
    <span className={styles.name}>Concord</span>
  </span>
);
