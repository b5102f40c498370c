import type { Hold, Instant } from '@concord/domain';
import { useCallback } from 'react';
import { Badge } from '../kit/badge';
import { Ticking } from '../kit/ticking';
import { useAll } from '../live/live-context';
import { hourMinute } from '../time/london';
import { hoursMinutesSeconds, left } from '../time/span';
import styles from './places.module.css';

/** The room that this incident holds, and how long the promise stands. */
export const HeldPlace = ({ hold }: { readonly hold: Hold }) => {
  const place = useAll('place').get(hold.placeId);
  const room = useAll('room').get(hold.roomId);
  const text = useCallback(
    (now: Instant) => hoursMinutesSeconds(left(hold.expiresAt, now)),
    [hold.expiresAt],
  );
  return (
    <div className={styles.held} data-testid="held">
      <p className={styles.name}>
        <strong>
          {place?.name}, {room?.name}
        </strong>
        <Badge tone="mine">{hold.state === 'accepted' ? 'ACCEPTED' : 'ASKED'}</Badge>
      </p>
      <p>
        {hold.state === 'accepted'
          ? `Accepted by ${hold.answeredBy?.name ?? 'the suite'} ${hold.answeredAt ? hourMinute(hold.answeredAt) : ''}. Kept for `
          : `Asked ${hourMinute(hold.requestedAt)} for ${hold.incidentRef}. Reply within `}
        <strong>
          <Ticking text={text} />
        </strong>
      </p>
    </div>
  );
};
