import type { FactOf, Incident, Instant } from '@concord/domain';
import { useCallback, useState } from 'react';
import { useCommand } from '../commands';
import { BestPlaces } from '../incidents/best-places';
import type { IncidentClock } from '../incidents/incident-clocks';
import { clocksOf, isAgreed, isRunning, levelOf, permittedPeriod } from '../incidents/incident-clocks';
import { LegalClock } from '../incidents/legal-clock';
import { PersonSummary } from '../incidents/person-summary';
import { ReasonForm } from '../incidents/reason-form';
import { RecordButtons } from '../incidents/record-buttons';
import { Badge } from '../kit/badge';
import { Button } from '../kit/button';
import { Card } from '../kit/card';
import { Ticking } from '../kit/ticking';
import { useAll, useNow } from '../live/live-context';
import { hourMinute } from '../time/london';
import { badgeText } from '../words/clock-words';
import { refusalReasonWords } from '../words/codes';
import { askedElsewhere } from './asked-elsewhere';
import { AskedOf } from './asked-of';
import styles from './unit-screen.module.css';

interface Props {
  readonly incident: Incident;
  readonly owed: FactOf<'search-owed'>;
}

/** How long there is to find a place. */
const SearchClock = ({ clock }: { readonly clock: IncidentClock }) => {
  const now = useNow();
  const text = useCallback((at: Instant) => badgeText(levelOf(clock, at), clock.endsAt, at), [clock]);
  return (
    <Badge tone={levelOf(clock, now)} large>
      <Ticking text={text} />
    </Badge>
  );
};

/** Somebody this suite refused, for whom it now finds the next place: the task, its clock, and whom to ask. */
export const SearchCard = ({ incident, owed }: Props) => {
  const [handing, setHanding] = useState(false);
  const handBack = useCommand('handBackSearch', `${incident.ref}: search handed back`);
  const agreement = useAll('agreement').get(incident.agreementId);
  const clocks = clocksOf(incident, agreement);
  const limit = permittedPeriod(clocks);
  // The clock that began with the refusal.
  const clock = clocks
    .filter(isAgreed)
    .find((one) => isRunning(one) && one.run.threshold.startsOn === 'search-owed');
  const elsewhere = askedElsewhere(incident.facts, owed.placeId);
  return (
    <Card
      testId="search"
      tone="due"
      title={`Find the next place: ${incident.ref}`}
      aside={clock && <SearchClock clock={clock} />}
    >
      <p>
        You refused {hourMinute(owed.happenedAt)} ({refusalReasonWords[owed.reason].toLowerCase()}). By the
        agreement the next place is yours to find{clock && `, by ${hourMinute(clock.endsAt)}`}; once one
        accepts, this is done.
      </p>
      {limit && <LegalClock incident={incident} clock={limit} />}
      <PersonSummary incident={incident} />
      {elsewhere.length > 0 && (
        <ul className={styles.facts} aria-label="Asked so far">
          {elsewhere.map((one) => (
            <AskedOf key={one.asked.id} asked={one} mine={one.asked.askedFrom === owed.placeId} />
          ))}
        </ul>
      )}
      <BestPlaces
        incident={incident}
        does="Ask"
        says={(free) => (free === 0 ? 'No suite room can be held now.' : 'Next best, from the scene')}
      />
      {handing ? (
        <ReasonForm
          phone
          does="Hand the search back"
          label="Why the control room must go on"
          hint="Goes on the record. The clock goes on."
          command={handBack}
          onSend={(reason) => handBack.send({ incidentId: incident.id }, { reason }, () => setHanding(false))}
          onStop={() => setHanding(false)}
        />
      ) : (
        <>
          <RecordButtons incident={incident} kinds={['outside-accepted']} besides />
          <Button large onClick={() => setHanding(true)}>
            Hand back to the control room
          </Button>
        </>
      )}
    </Card>
  );
};
