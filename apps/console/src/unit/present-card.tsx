import type { Incident } from '@concord/domain';
import { lastOf, stateOf } from '@concord/domain';
import { clocksOf } from '../incidents/incident-clocks';
import { AgreedClocks, LegalClock } from '../incidents/clock-cards';
import { PersonPanel } from '../incidents/person-panel';
import { PersonSummary } from '../incidents/person-summary';
import { RecordButtons } from '../incidents/record-buttons';
import { Badge } from '../kit/badge';
import { Card } from '../kit/card';
import { useAll } from '../live/live-context';
import { hourMinute } from '../time/london';
import { incidentStateWords } from '../words/codes';
import styles from './unit-screen.module.css';

/** Somebody who is at the suite under s136: the law's clock, the police's wait, and what comes next. */
export const PresentCard = ({ incident }: { readonly incident: Incident }) => {
  const agreement = useAll('agreement').get(incident.agreementId);
  const clocks = clocksOf(incident, agreement);
  const legal = clocks.find((clock) => clock.kind === 'statutory');
  const amhp = lastOf(incident.facts, 'amhp-accepted')?.amhp.name;
  const handover = lastOf(incident.facts, 'handed-over');
  return (
    <Card
      testId="present"
      title={`Here: ${incident.ref}`}
      aside={<Badge tone="mine">{incidentStateWords[stateOf(incident.facts)]}</Badge>}
    >
      <PersonSummary incident={incident} />
      {legal && <LegalClock clock={legal} />}
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
        kinds={['handed-over', 'assessment-started', 'outcome', 'conveyance-started']}
        given={amhp ? { 'assessment-started': { amhp } } : {}}
        words={{ 'handed-over': 'Handover accepted by…', 'conveyance-started': 'Taken to another place' }}
      />
      <PersonPanel incident={incident} phone />
    </Card>
  );
};
