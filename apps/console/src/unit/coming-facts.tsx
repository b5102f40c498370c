import type { Hold, Incident, Place } from '@concord/domain';
import { firstOf, minutesTo, plusMinutes } from '@concord/domain';
import { useAll, useNow } from '../live/live-context';
import { hourMinute, timeInList } from '../time/london';
import { conveyanceWords } from '../words/codes';
import { askedLines } from './asked-lines';
import styles from './incoming.module.css';

interface Props {
  readonly hold: Hold;
  readonly incident: Incident | undefined;
  readonly place: Place | undefined;
}

/** Which room, from where, since when, how far away, and the four things a suite asks before it answers. */
export const ComingFacts = ({ hold, incident, place }: Props) => {
  const now = useNow();
  const room = useAll('room').get(hold.roomId);
  const travel = useAll('agreement').get(incident?.agreementId ?? '')?.travel;
  const conveyance = incident && firstOf(incident.facts, 'conveyance-started');
  const detained = incident && firstOf(incident.facts, 'detained');
  const minutes = incident && place && travel && minutesTo(incident.where, place, travel);
  return (
    <>
      {incident && (
        <dl className={styles.asked} aria-label="What is known of them">
          {askedLines(incident, now).map(({ label, says, unsaid }) => (
            <div key={label} data-unsaid={unsaid || undefined}>
              <dt>{label}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.quiet}>
        <strong>{room?.name}</strong> · from{' '}
        {incident?.where.district ?? hold.across?.areaName ?? 'another district'}
        {minutes !== undefined && `, about ${minutes} min away`}
        {detained && ` · detained ${hourMinute(detained.happenedAt)}`} · asked {hourMinute(hold.requestedAt)}{' '}
        by {hold.requestedBy.name}
      </p>
      {conveyance && (
        <p>
          <strong>On the way</strong> since {hourMinute(conveyance.happenedAt)} by{' '}
          {conveyanceWords[conveyance.mode].toLowerCase()}
          {minutes !== undefined &&
            `: here about ${timeInList(plusMinutes(conveyance.happenedAt, minutes), now)}`}
        </p>
      )}
    </>
  );
};
