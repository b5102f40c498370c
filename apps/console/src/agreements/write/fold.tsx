import type { ReactNode } from 'react';
import styles from '../agreements.module.css';

interface Props {
  readonly summary: ReactNode;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly children: () => ReactNode;
}

/** A part that is drawn only while it is open: a whole agreement has more controls than a page should carry. */
export const Fold = ({ summary, open, onToggle, children }: Props) => (
  <details
    className={styles.fold}
    open={open}
    onToggle={(event) => {
      if (event.currentTarget.open !== open) onToggle(event.currentTarget.open);
    }}
  >
    <summary>{summary}</summary>
    {open && children()}
  </details>
);
