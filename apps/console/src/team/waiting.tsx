import type { Instant } from '@concord/domain';
import { useCallback } from 'react';
import { Badge } from '../kit/badge';
import { Ticking } from '../kit/ticking';
import { hoursMinutesSeconds, left } from '../time/span';

/** How long a request has waited by now. */
export const Waiting = ({ since }: { readonly since: Instant }) => {
  const text = useCallback((now: Instant) => `waits ${hoursMinutesSeconds(-left(since, now))}`, [since]);
  return (
    <Badge tone="due">
      <Ticking text={text} />
    </Badge>
  );
};
