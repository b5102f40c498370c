import type { ReactNode } from 'react';
import styles from './pair.module.css';

/** The two or three large buttons of a phone card, side by side. */
export const Pair = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.pair}>{children}</div>
);
