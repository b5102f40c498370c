import type { Incident } from '@concord/domain';
import { factsAllowedNow, stateOf } from '@concord/domain';
import { Badge } from '../kit/badge';
import { Panel } from '../kit/panel';
import { ReadinessCard } from '../amhp/readiness-card';
import { BothSides } from '../incidents/both-sides';
import { ClockCards } from '../incidents/clock-cards';
import { carsOf, liveHoldOf, liveRequestOf } from '../incidents/around';
import { HeldBy } from '../incidents/held-by';
import type { Step } from '../incidents/next-steps';
import { nextSteps } from '../incidents/next-steps';
import { PersonPanel } from '../incidents/person-panel';
import { RecordLink } from '../incidents/record-link';
import { Timeline } from '../incidents/timeline';
import { useAll, useNow } from '../live/live-context';
import { incidentStateWords } from '../words/codes';
import { personLine, under18Line } from '../words/person-line';
import { whereLine } from '../words/where-line';
import styles from './incident-panel.module.css';
import { MergedInto } from './merged-into';
import { StepForm } from './step-form';
import { Steps } from './steps';
import { useOpenIncident } from './use-open-incident';

interface Props {
  readonly incidentId: string | undefined;
  readonly step: Step | undefined;
  readonly onStep: (step: Step) => void;
  readonly onStop: () => void;
  readonly onOpen: (incidentId: string) => void;
}

/** A record that was merged or made in error takes nothing more. */
const mayBeToldMore = (incident: Incident): boolean => factsAllowedNow(incident).includes('noted');

/** The incident that is open: what comes next, both kinds of clock, and its whole history. */
export const IncidentPanel = ({ incidentId, step, onStep, onStop, onOpen }: Props) => {
  const incident = useOpenIncident(incidentId);
  const agreement = useAll('agreement').get(incident?.agreementId ?? '');
  const hold = liveHoldOf(useAll('hold'), incidentId ?? '', useNow());
  const request = liveRequestOf(useAll('amhp-request'), incidentId ?? '');
  const cars = carsOf(useAll('resource'), incidentId ?? '');
  if (!incident) {
    return (
      <Panel title="No incident is open">
        <p className={styles.empty}>Choose one on the board with ↑ and ↓, or open a new one with N.</p>
      </Panel>
    );
  }
  const around = { hold, request };
  const under18 = under18Line(incident.person);
  return (
    <Panel
      fill
      title={`${incident.ref} · ${whereLine(incident.where)}`}
      aside={
        <div className={styles.aside}>
          <span>{personLine(incident.person)}</span>
          {under18 && <Badge tone="law">{under18}</Badge>}
          {cars.length > 0 && <span>{cars.map(({ callsign }) => callsign).join(', ')}</span>}
          <Badge tone="mine">{incidentStateWords[stateOf(incident.facts)]}</Badge>
          <RecordLink incidentId={incident.id} />
        </div>
      }
    >
      <div className={styles.columns}>
        <div className={styles.column} data-testid="next">
          <MergedInto incident={incident} onOpen={onOpen} />
          {!step && <BothSides incident={incident} onStep={onStep} />}
          {step ? (
            <StepForm
              key={JSON.stringify(step)}
              step={step}
              incident={incident}
              around={around}
              onStop={onStop}
            />
          ) : (
            <Steps incident={incident} steps={nextSteps(incident, around)} onStep={onStep} />
          )}
          {mayBeToldMore(incident) && <PersonPanel key={incident.id} incident={incident} />}
        </div>
        <div className={styles.column}>
          <HeldBy incident={incident} />
          <ReadinessCard incident={incident} />
          <ClockCards incident={incident} agreement={agreement} onStep={onStep} />
        </div>
        <div className={styles.column} tabIndex={0} role="region" aria-label="History">
          <Timeline incident={incident} onStep={onStep} onOpen={onOpen} />
        </div>
      </div>
    </Panel>
  );
};
