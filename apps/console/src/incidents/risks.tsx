import type { PersonOutline } from '@concord/domain';
import { useNow } from '../live/live-context';
import { timeSeenFrom } from '../time/london';
import { riskWords } from '../words/codes';
import styles from './risks.module.css';

/** What must be known for this incident: each with its source, and gone when it expires. */
export const Risks = ({ person }: { readonly person: PersonOutline }) => {
  const now = useNow();
  const risks = person.risks.filter(({ expiresAt }) => expiresAt > now);
  if (risks.length === 0) return null;
  return (
    <ul className={styles.risks} aria-label="Known risks">
      {risks.map((risk) => (
        <li key={`${risk.kind}${risk.recordedAt}${risk.note}`} className={styles.risk}>
          <strong>{riskWords[risk.kind]}</strong>: {risk.note}
          <span className={styles.source}>
            {' '}
            from {risk.source} · until {timeSeenFrom(risk.expiresAt, now)}
          </span>
        </li>
      ))}
    </ul>
  );
};
