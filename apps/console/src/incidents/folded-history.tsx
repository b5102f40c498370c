import type { Incident } from '@concord/domain';
import { useState } from 'react';
import styles from './history.module.css';
import { Timeline } from './timeline';

/** The whole record on a phone: folded away until somebody wants to look, put right or take back. */
export const FoldedHistory = ({ incident }: { readonly incident: Incident }) => {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.folded} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>History, and putting it right</summary>
      {open && <Timeline incident={incident} />}
    </details>
  );
};
