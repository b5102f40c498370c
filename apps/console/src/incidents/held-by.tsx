import type { Incident } from '@concord/domain';
import { holdingAt } from '@concord/domain';
import { Glyph } from '../kit/glyph';
import { useNow } from '../live/live-context';
import { holdingWords } from '../words/holding-words';
import styles from './held-by.module.css';

/** Who answers for the person at this moment. That nobody does stands out. */
export const HeldBy = ({ incident }: { readonly incident: Incident }) => {
  const now = useNow();
  const holding = holdingAt(incident.facts, now);
  if (!holding) return null;
  const nobody = holding.by === 'nobody';
  return (
    <p className={styles.held} data-nobody={nobody || undefined} data-testid="held-by">
      <span className={styles.label}>{nobody && <Glyph name="due" size={13} />} Held by</span>
      <strong>{holdingWords(holding, now)}</strong>
    </p>
  );
};
