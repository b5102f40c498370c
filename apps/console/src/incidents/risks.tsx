import type { Instant, PersonOutline, RiskMarker } from '@concord/domain';
import { currentRisks } from '@concord/domain';
import { useNow } from '../live/live-context';
import { timeSeenFrom } from '../time/london';
import { ago } from '../time/span';
import { riskWords } from '../words/codes';
import { confidenceWords } from '../words/person-codes';
import styles from './risks.module.css';

const keyOf = ({ kind, recordedAt, note }: RiskMarker): string => `${kind}${recordedAt}${note}`;

const Risk = ({ risk, now }: { readonly risk: RiskMarker; readonly now: Instant }) => (
  <>
    <strong>{riskWords[risk.kind]}</strong>
    {risk.note && `: ${risk.note}`}
    <span className={styles.source}>
      {' '}
      {[risk.source && `${confidenceWords[risk.confidence]}: ${risk.source}`, ago(risk.recordedAt, now)]
        .filter(Boolean)
        .join(', ')}
    </span>
  </>
);

/** What must be known for this incident: how sure, how old, until when. An expired one is not here. */
export const Risks = ({ person }: { readonly person: PersonOutline }) => {
  const now = useNow();
  const risks = currentRisks(person, now);
  if (risks.length === 0) return null;
  return (
    <ul className={styles.risks} aria-label="Need to know">
      {risks.map((risk) => (
        <li key={keyOf(risk)} className={styles.risk}>
          <Risk risk={risk} now={now} />
          <span className={styles.source}> · need to know until {timeSeenFrom(risk.expiresAt, now)}</span>
        </li>
      ))}
    </ul>
  );
};

/** Risks that have expired: readable, folded away, and never among what is to be acted on. */
export const ExpiredRisks = ({ person }: { readonly person: PersonOutline }) => {
  const now = useNow();
  const current = currentRisks(person, now);
  const expired = person.risks.filter((risk) => !current.includes(risk));
  if (expired.length === 0) return null;
  return (
    <details className={styles.history}>
      <summary>Expired risks ({expired.length}): history, not to act on</summary>
      <ul className={styles.expired}>
        {expired.map((risk) => (
          <li key={keyOf(risk)}>
            <em>Expired {ago(risk.expiresAt, now)}.</em> <Risk risk={risk} now={now} />
          </li>
        ))}
      </ul>
    </details>
  );
};
