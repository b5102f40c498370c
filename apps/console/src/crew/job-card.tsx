import type { Incident } from '@concord/domain';
import { currentPlaceId, outsidePlace, stateOf } from '@concord/domain';
import { BestPlaces } from '../incidents/best-places';
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
import { FindAlternative } from '../alternative/find-alternative';
import { HeldPlaces } from './held-places';
import { heldPlaces } from './held-place';

const words = (free: number, asked: number): string => {
  if (asked > 0)
    return free === 0 ? 'No other suite can be asked now.' : 'Nobody has accepted: ask another too.';
  return free === 0 ? 'No suite room can be held now.' : 'No place is held yet.';
};

/** What a crew most often says next: on the way before a place is reached, the handover once there. */
const kindsFor = (incident: Incident): RecordedKind[] => {
  const advice = ['advice-sought', 'advice-not-practicable'] as const;
  const journey =
    currentPlaceId(incident.facts) === null
      ? (['conveyance-started', 'arrived', 'handed-over'] as const)
      : (['handed-over', 'conveyance-started'] as const);
  const later = ['detained', ...journey, 'retaken', 'diverted', 'referred'] as const;
  return consulted(incident) ? [...later, 'advice-sought'] : [...advice, ...later];
};

/** The job: where, who, what is held for them, and the facts that only the crew can know. */
export const JobCard = ({ incident }: { readonly incident: Incident }) => {
  const agreement = useAll('agreement').get(incident.agreementId);
  const places = useAll('place');
  const asked = heldPlaces(incident.facts, agreement?.holdAnswerMinutes ?? 0);
  const accepted = asked.find(({ standing }) => standing === 'accepted');
  const held = accepted ?? asked[0];
  const outside = outsidePlace(incident.facts);
  const place = places.get(held?.placeId ?? '');
  const goingTo = outside ? { id: outside.placeId, name: outside.placeName } : place;
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
      <FindAlternative incident={incident} />
      {(state === 'advice' || state === 'detained' || state === 'conveying') && <HeldPlaces held={asked} />}
      {outside && state !== 'arrived' && (
        <p className={styles.place} data-testid="held-place">
          <strong>{outside.placeName}</strong>
          <span>
            ACCEPTED: they expect you ·{' '}
            <a href={`tel:${outside.telephone.replaceAll(' ', '')}`}>{outside.telephone}</a>
          </span>
        </p>
      )}
      {!accepted && !outside && state === 'detained' && (
        <BestPlaces incident={incident} does="Hold" says={(free) => words(free, asked.length)} />
      )}
      <RecordButtons
        incident={incident}
        kinds={kindsFor(incident)}
        given={{
          detained: { officer: '' },
          ...(goingTo && { arrived: { placeId: goingTo.id } }),
        }}
        words={{
          arrived: goingTo ? `Arrived at ${goingTo.name}` : 'Arrived at place of safety',
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
