import type { Incident } from '@concord/domain';
import { stateOf } from '@concord/domain';
import { IncidentLink } from '../beds/incident-link';
import { carsOf, liveHoldOf } from '../incidents/around';
import { clocksOf, isRunning, levelOf, nextDeadline, permittedPeriod } from '../incidents/incident-clocks';
import { Badge } from '../kit/badge';
import { useAll, useNow } from '../live/live-context';
import { timeInList } from '../time/london';
import { badgeText } from '../words/clock-words';
import { airwave, incidentStateWords } from '../words/codes';
import { personLine } from '../words/person-line';
import { whereLine } from '../words/where-line';
import styles from './list.module.css';

/** A person's incident in a few lines; what can be done about it is on the board. */
export const IncidentDetail = ({ incident }: { readonly incident: Incident }) => {
  const now = useNow();
  const clocks = clocksOf(incident, useAll('agreement').get(incident.agreementId));
  const deadline = nextDeadline(clocks, now);
  const limit = permittedPeriod(clocks);
  const hold = liveHoldOf(useAll('hold'), incident.id, now);
  const held = useAll('place').get(hold?.placeId ?? '');
  const cars = carsOf(useAll('resource'), incident.id);
  return (
    <>
      <p className={styles.under}>
        {personLine(incident.person)} · {whereLine(incident.where)}
      </p>
      <p>
        <strong>{incidentStateWords[stateOf(incident.facts)]}</strong>
      </p>
      {deadline && (
        <p>
          <Badge tone={levelOf(deadline, now)}>
            {badgeText(levelOf(deadline, now), deadline.endsAt, now)}
          </Badge>{' '}
          {deadline.label}, by {timeInList(deadline.endsAt, now)}
        </p>
      )}
      {limit && isRunning(limit) && limit !== deadline && (
        <p className={styles.quiet}>Legal limit of detention ends {timeInList(limit.endsAt, now)}</p>
      )}
      {hold && (
        <p>
          {held?.name} {hold.state === 'accepted' ? 'has accepted' : 'has been asked'}, until{' '}
          {timeInList(hold.expiresAt, now)}
        </p>
      )}
      {cars.map((car) => (
        <p key={car.id}>
          {car.callsign} {airwave[car.state].words.toLowerCase()}
        </p>
      ))}
      <p>
        Open <IncidentLink id={incident.id} incidentRef={incident.ref} /> on the board
      </p>
    </>
  );
};
