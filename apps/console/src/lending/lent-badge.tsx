import type { Instant, Place } from '@concord/domain';
import { Badge } from '../kit/badge';
import { useNow } from '../live/live-context';
import { timeInList } from '../time/london';
import styles from './lending.module.css';

/** A place that is not this area's own: whose it is, and until when it may be used. */
export const LentByBadge = ({
  areaName,
  until,
  over = false,
}: {
  readonly areaName: string;
  readonly until: Instant;
  readonly over?: boolean;
}) => {
  const now = useNow();
  return (
    <Badge tone="lent">
      {over ? `NO LONGER LENT by ${areaName}` : `LENT by ${areaName} until ${timeInList(until, now)}`}
    </Badge>
  );
};

/** Everything that a place's row has to say of lending, either way. */
export const PlaceLending = ({ place: { lentBy, lentTo } }: { readonly place: Place }) => {
  const now = useNow();
  if (!lentBy && lentTo.length === 0) return null;
  return (
    <div className={styles.badges}>
      {lentBy && <LentByBadge {...lentBy} over={lentBy.state !== 'lent'} />}
      {lentTo
        .filter(({ ended }) => !ended)
        .map(({ areaId, areaName, until }) => (
          <Badge key={areaId} tone="lent">
            LENT to {areaName} until {timeInList(until, now)}
          </Badge>
        ))}
    </div>
  );
};
