import type { ReactNode } from 'react';
import styles from './nothing.module.css';

/** Said where a list is empty: that there is nothing is news, and looks unlike a list still to come. */
export const Nothing = ({ children }: { readonly children: ReactNode }) => (
  <p className={styles.nothing}>{children}</p>
);
