import { Badge } from '../kit/badge';
import { useNow } from '../live/live-context';
import { levelOf } from '../incidents/incident-clocks';
import { timeInList } from '../time/london';
import { badgeText } from '../words/clock-words';
import { incidentStateWords } from '../words/codes';
import { stateOf } from '@concord/domain';
import styles from './beds.module.css';
import { IncidentLink } from './incident-link';
import type { PersonHere } from './site-rows';

const PersonLine = ({ incident, limit, roomName }: PersonHere) => {
  const now = useNow();
  return (
    <li className={styles.line} data-testid="present">
      <IncidentLink id={incident.id} incidentRef={incident.ref} />
      {limit ? (
        <Badge tone={levelOf(limit, now)}>
          {badgeText(levelOf(limit, now), limit.endsAt, now)}
          {levelOf(limit, now) === 'over' ? '' : ' left'}
        </Badge>
      ) : (
        <Badge tone="running">No limit runs</Badge>
      )}
      <span className={styles.quiet}>
        {[
          roomName,
          limit && `ends ${timeInList(limit.endsAt, now)}`,
          incidentStateWords[stateOf(incident.facts)].toLowerCase(),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
};

/** Who is here under detention, and how much of the time that the law permits is left to each. */
export const PresentCell = ({ present }: { readonly present: readonly PersonHere[] }) =>
  present.length === 0 ? (
    <span className={styles.none}>Nobody</span>
  ) : (
    <ul className={styles.lines}>
      {present.map((person) => (
        <PersonLine key={person.incident.id} {...person} />
      ))}
    </ul>
  );
