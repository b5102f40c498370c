import type { Instant } from '@concord/domain';
import { minutesBetween, plusMinutes } from '@concord/domain';
import { fullTime } from './london';
import { instantOf, londonDay, readingsOf, zoneNameOf } from './wall-time';
import { readWrittenTime } from './written-time';

export type TimeAhead = { readonly at: Instant } | { readonly problem: string };

const FURTHEST_AHEAD_MINUTES = 24 * 60;
const HINT = 'Write 21:00 or 2100, or +30 for minutes from now, +2h for hours.';

const within = (at: Instant, now: Instant): TimeAhead => {
  const minutes = minutesBetween(now, at);
  if (minutes <= 0) return { problem: `${fullTime(at)} has passed.` };
  return minutes <= FURTHEST_AHEAD_MINUTES ? { at } : { problem: 'That is more than a day away.' };
};

/**
 * What a person meant by a time to come: `+30`, `+2h`, `+1h30`, `2100`, `21:00`, with `BST` or `GMT` on a
 * clock-change night. A bare time of day is the next time that it will be that o'clock; one that comes
 * twice is asked about, never guessed.
 */
export const readTimeAhead = (typed: string, now: Instant): TimeAhead => {
  const text = typed.trim().toUpperCase();
  const on = /^\+\s*(?:(\d{1,2})\s*H(?:OURS?|RS?)?\s*)?(?:(\d{1,4})\s*(?:M|MINS?)?)?$/.exec(text);
  if (on && (on[1] ?? on[2]) !== undefined)
    return within(plusMinutes(now, Number(on[1] ?? 0) * 60 + Number(on[2] ?? 0)), now);
  const written = readWrittenTime(typed);
  if ('problem' in written || written.day) return { problem: HINT };
  const { time, zone } = written;
  const today = londonDay(now);
  for (const date of [today, today.add({ days: 1 })]) {
    const toCome = readingsOf(date, time).filter(
      (zoned) => minutesBetween(now, instantOf(zoned)) > 0 && (!zone || zoneNameOf(zoned) === zone),
    );
    const [first, second] = toCome;
    if (first && second) return { problem: 'That time comes twice tonight: write BST or GMT after it.' };
    if (first) return within(instantOf(first), now);
  }
  return { problem: 'The clocks go forward over that time: it does not come tonight.' };
};
