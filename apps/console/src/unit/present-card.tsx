import type { Incident } from '@concord/domain';
import { lastOf, stateOf } from '@concord/domain';
import { clocksOf } from '../incidents/incident-clocks';
import { AgreedClocks } from '../incidents/clock-cards';
import { BothSides } from '../incidents/both-sides';
import { FoldedHistory } from '../incidents/folded-history';
import { HeldBy } from '../incidents/held-by';
import { LegalClocks } from '../incidents/legal-clock';
import { PersonPanel } from '../incidents/person-panel';
import { RecordLink } from '../incidents/record-link';
import { PersonSummary } from '../incidents/person-summary';
import { RecordButtons } from '../incidents/record-buttons';
import { Badge } from '../kit/badge';
import { Card } from '../kit/card';
import { useAll } from '../live/live-context';
import { hourMinute } from '../time/london';
import { incidentStateWords } from '../words/codes';
import type { Here } from './here';
import { hereWords } from './here';
import styles from './unit-screen.module.css';

interface Props {
  readonly incident: Incident;
  readonly here: Here;
}

/** Somebody who is at the suite under s136: the law's clock, the police's wait, and what comes next. */
export const PresentCard = ({ incident, here }: Props) => {
  const agreement = useAll('agreement').get(incident.agreementId);
  const clocks = clocksOf(incident, agreement);
  const amhp = lastOf(incident.facts, 'amhp-accepted')?.amhp.name;
  const handover = lastOf(incident.facts, 'handed-over');
  return (
    <Card
      testId="present"
      title={`${hereWords[here]}: ${incident.ref}`}
      aside={<Badge tone="mine">{incidentStateWords[stateOf(incident.facts)]}</Badge>}
    >
      <LegalClocks incident={incident} clocks={clocks} />
      <HeldBy incident={incident} />
      <BothSides incident={incident} />
      <PersonSummary incident={incident} />
      <AgreedClocks clocks={clocks} />
      <div className={styles.facts}>
        {handover && (
          <p>
            Handed over {hourMinute(handover.happenedAt)}, accepted by <strong>{handover.acceptedBy}</strong>
          </p>
        )}
        <p>
          AMHP: <strong>{amhp ?? 'nobody yet'}</strong>
        </p>
      </div>
      <RecordButtons
        incident={incident}
        kinds={['handed-over', 'assessment-started', 'outcome', 'conveyance-started', 'retaken']}
        given={amhp ? { 'assessment-started': { amhp } } : {}}
        words={{ 'handed-over': 'Handover accepted by…', 'conveyance-started': 'Taken to another place' }}
      />
      <details className={styles.more}>
        <summary>More about them</summary>
        <PersonPanel incident={incident} phone />
        <RecordLink incidentId={incident.id} />
        <FoldedHistory incident={incident} />
      </details>
    </Card>
  );
};
