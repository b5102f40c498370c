import type { Instant } from '../instant';
import { dayAndTime } from '../wall-time';

/** Why somebody on call is not asked now. None of it is a fault of theirs. */
export type WhyPassedOver = 'on-another' | 'resting' | 'rest-after-night' | 'hours-in-a-row' | 'too-far';

export interface Obstacle {
  readonly why: WhyPassedOver;
  /** When it will be over, where that is known. */
  readonly until: Instant | null;
  /** How long they would need to get there, where that is why. */
  readonly minutes: number | null;
}

/** What keeps them, in words that blame nobody: "rests until 10:00". */
export const obstacleSays = ({ why, until, minutes }: Obstacle, now: Instant): string => {
  const when = until === null ? '' : ` until ${dayAndTime(until, now)}`;
  switch (why) {
    case 'on-another':
      return 'on another request';
    case 'resting':
      return `rests${when}`;
    case 'rest-after-night':
      return `rests after a night’s work${when}`;
    case 'hours-in-a-row':
      return 'on call for as many hours in a row as was agreed';
    case 'too-far':
      return `${minutes ?? 0} min away, further than was agreed`;
  }
};
