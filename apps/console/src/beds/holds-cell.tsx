import type { Hold, Instant } from '@concord/domain';
import { useCallback } from 'react';
import { Badge } from '../kit/badge';
import { Ticking } from '../kit/ticking';
import { useAll, useNow } from '../live/live-context';
import { timeInList } from '../time/london';
import { hoursMinutesSeconds, left } from '../time/span';
import styles from './beds.module.css';
import { IncidentLink } from './incident-link';

const HoldLine = ({ hold }: { readonly hold: Hold }) => {
  const now = useNow();
  const room = useAll('room').get(hold.roomId);
  const asked = hold.state === 'requested';
  const text = useCallback((at: Instant) => hoursMinutesSeconds(left(hold.expiresAt, at)), [hold.expiresAt]);
  return (
    <li className={styles.line} data-testid="hold">
      {hold.across?.side === 'lends' ? (
        <span className={styles.ref}>
          {hold.incidentRef} of {hold.across.areaName}
        </span>
      ) : (
        <IncidentLink id={hold.incidentId} incidentRef={hold.incidentRef} />
      )}
      <Badge tone={asked ? 'soon' : 'mine'}>
        {asked ? 'ASKED, reply in ' : 'ACCEPTED, kept '}
        <Ticking text={text} />
      </Badge>
      <span className={styles.quiet}>
        {room?.name}
        {hold.notBefore !== null && ` · not before ${timeInList(hold.notBefore, now)}`}
      </span>
    </li>
  );
};

/** Who is promised a room here, and how long each promise stands. */
export const HoldsCell = ({ holds }: { readonly holds: readonly Hold[] }) =>
  holds.length === 0 ? (
    <span className={styles.none}>–</span>
  ) : (
    <ul className={styles.lines}>
      {holds.map((hold) => (
        <HoldLine key={hold.id} hold={hold} />
      ))}
    </ul>
  );
