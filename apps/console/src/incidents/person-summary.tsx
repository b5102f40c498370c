import type { Incident } from '@concord/domain';
import { Badge } from '../kit/badge';
import { personLine, under18Line } from '../words/person-line';
import { Risks } from './risks';
import styles from './person-summary.module.css';

/** Who is coming, as far as a phone needs it. */
export const PersonSummary = ({ incident }: { readonly incident: Incident }) => {
  const under18 = under18Line(incident.person);
  return (
    <div className={styles.summary}>
      <p className={styles.line}>
        <strong>{personLine(incident.person)}</strong>
        {under18 && <Badge tone="law">{under18}</Badge>}
      </p>
      <Risks person={incident.person} />
    </div>
  );
};
