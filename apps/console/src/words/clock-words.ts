import type { Instant } from '@concord/domain';
import type { IncidentClock, Level } from '../incidents/incident-clocks';
import { levelOf } from '../incidents/incident-clocks';
import { hoursMinutes, left } from '../time/span';

/** "OVER +0:12", "DUE 0:09", "SOON 0:48", "5:40": the word and the figure that a badge carries. */
export const badgeText = (level: Level, endsAt: Instant, now: Instant): string => {
  const remaining = left(endsAt, now);
  switch (level) {
    case 'over':
      return `OVER +${hoursMinutes(-remaining)}`;
    case 'due':
      return `DUE ${hoursMinutes(remaining)}`;
    case 'soon':
      return `SOON ${hoursMinutes(remaining)}`;
    case 'running':
      return hoursMinutes(remaining);
    case 'stopped':
      return 'STOPPED';
  }
};

export const clockBadge = (clock: IncidentClock, now: Instant): string =>
  badgeText(levelOf(clock, now), clock.endsAt, now);

/** "7:58 left" or "+0:12 over". */
export const remainingWords = (endsAt: Instant, now: Instant): string => {
  const remaining = left(endsAt, now);
  return remaining >= 0 ? `${hoursMinutes(remaining)} left` : `+${hoursMinutes(-remaining)} over`;
};

/** Where a clock's time comes from, in words a person can check. */
export const basisWords = (clock: IncidentClock): string => {
  if (clock.kind === 'statutory') {
    return clock.limit.basis === 'decision-to-keep-at-a-place-of-safety'
      ? '24 h from the decision to keep · MHA 1983 s136(2A)'
      : '24 h from first arrival · MHA 1983 s136(2A)';
  }
  return `agreed ${clock.run.threshold.overAfterMinutes} min · local agreement`;
};
