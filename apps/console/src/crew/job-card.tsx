import type { Incident } from '@concord/domain';
import { currentPlaceId, stateOf } from '@concord/domain';
import { BothSides } from '../incidents/both-sides';
import { clocksOf } from '../incidents/incident-clocks';
import { FoldedHistory } from '../incidents/folded-history';
import { HeldBy } from '../incidents/held-by';
import { LegalClocks } from '../incidents/legal-clock';
import { PersonPanel } from '../incidents/person-panel';
import { PersonSummary } from '../incidents/person-summary';
import { RecordButtons } from '../incidents/record-buttons';
import type { RecordedKind } from '../incidents/fact-forms/forms';
import { consulted } from '../incidents/offered-kinds';
import { Badge } from '../kit/badge';
import { Card } from '../kit/card';
import { useAll } from '../live/live-context';
import { incidentStateWords } from '../words/codes';
import { whereLine } from '../words/where-line';
import styles from './crew-screen.module.css';
import { FindPlace } from './find-place';
import { HeldPlaces } from './held-places';
import { heldPlaces } from './held-place';

/** What a crew most often says next: on the way before a place is reached, the handover once there. */
const kindsFor = (incident: Incident): RecordedKind[] => {
  const advice = ['advice-sought', 'advice-not-practicable'] as const;
  const journey =
    currentPlaceId(incident.facts) === null
      ? (['conveyance-started', 'arrived', 'handed-over'] as const)
      : (['handed-over', 'conveyance-started'] as const);
  const later = ['detained', ...journey, 'retaken', 'diverted'] as const;
  return consulted(incident) ? [...later, 'advice-sought'] : [...advice, ...later];
};

/** The job: where, who, what is held for them, and the facts that only the crew can know. */
export const JobCard = ({ incident }: { readonly incident: Incident }) => {
  const agreement = useAll('agreement').get(incident.agreementId);
  const places = useAll('place');
  const asked = heldPlaces(incident.facts, agreement?.holdAnswerMinutes ?? 0);
  const accepted = asked.find(({ standing }) => standing === 'accepted');
  const held = accepted ?? asked[0];
  const place = places.get(held?.placeId ?? '');
  const state = stateOf(incident.facts);
  const clocks = clocksOf(incident, agreement);
  return (
    <Card
      testId="job"
      tone="mine"
      title={`Job ${incident.ref}`}
      aside={<Badge tone="mine">{incidentStateWords[state]}</Badge>}
    >
      <p className={styles.missing}>{whereLine(incident.where)}</p>
      <PersonSummary incident={incident} />
      {state !== 'advice' && <LegalClocks incident={incident} clocks={clocks} />}
      <HeldBy incident={incident} />
      <BothSides incident={incident} />
      {(state === 'advice' || state === 'detained' || state === 'conveying') && <HeldPlaces held={asked} />}
      {!accepted && state === 'detained' && <FindPlace incident={incident} asked={asked.length} />}
      <RecordButtons
        incident={incident}
        kinds={kindsFor(incident)}
        given={{
          detained: { officer: '' },
          ...(held && { arrived: { placeId: held.placeId } }),
        }}
        words={{
          arrived: place ? `Arrived at ${place.name}` : 'Arrived at place of safety',
          ...(currentPlaceId(incident.facts) !== null && { 'conveyance-started': 'Taken to another place' }),
        }}
      />
      {!consulted(incident) && state === 'advice' && (
        <p className={styles.missing}>Not recorded yet: whom you consulted (s136(1C)).</p>
      )}
      <PersonPanel incident={incident} phone />
      <FoldedHistory incident={incident} />
    </Card>
  );
};
