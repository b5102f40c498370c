import type { Instant } from '@concord/domain';
import { useCallback } from 'react';
import { useNow } from '../live/live-context';
import { hoursMinutesSeconds, left } from '../time/span';
import { Badge } from './badge';
import { Ticking } from './ticking';

/** Below this share of the time given, a reply is due. */
const DUE_SHARE = 0.5;

/** How long there is to answer, to the second: what is asked of one person runs out while they look. */
export const ReplyCountdown = ({ from, until }: { readonly from: Instant; readonly until: Instant }) => {
  const now = useNow();
  const text = useCallback((at: Instant) => `reply in ${hoursMinutesSeconds(left(until, at))}`, [until]);
  const due = left(until, now) < left(until, from) * DUE_SHARE;
  return (
    <Badge tone={due ? 'due' : 'soon'} large>
      <Ticking text={text} />
    </Badge>
  );
};
