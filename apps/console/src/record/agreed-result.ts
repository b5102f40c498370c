import type { Instant } from '@concord/domain';
import { minutesBetween } from '@concord/domain';
import type { AgreedClock } from '../incidents/incident-clocks';
import type { GlyphName } from '../kit/glyph';
import { spanWords } from '../words/line';

export interface Result {
  readonly tone: GlyphName;
  readonly words: string;
}

const span = (from: Instant, to: Instant): string => spanWords(Math.floor(minutesBetween(from, to)));

/** How an agreed waiting time came out, or how it stands. */
export const agreedResult = ({ startedAt, endsAt, stoppedAt }: AgreedClock, now: Instant): Result => {
  const until = stoppedAt ?? now;
  const breached = until > endsAt;
  if (stoppedAt !== null) {
    return breached
      ? { tone: 'over', words: `BREACHED by ${span(endsAt, stoppedAt)}` }
      : { tone: 'running', words: `KEPT, in ${span(startedAt, stoppedAt)}` };
  }
  return breached
    ? { tone: 'over', words: `BREACHED, running, over by ${span(endsAt, now)}` }
    : { tone: 'soon', words: `RUNNING, ${span(now, endsAt)} left` };
};
