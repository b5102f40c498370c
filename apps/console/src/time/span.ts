import type { Instant } from '@concord/domain';
import { msOf } from '@concord/domain';

const two = (n: number) => String(n).padStart(2, '0');

/** Hours and minutes, "23:48" or "0:09": always h:mm, so that it cannot be read as minutes and seconds. */
export const hoursMinutes = (ms: number): string => {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
};

/** Hours, minutes and seconds, "0:06:12": for the replies that people watch run out. */
export const hoursMinutesSeconds = (ms: number): string =>
  `${hoursMinutes(ms)}:${two(Math.floor((Math.max(0, ms) % 60_000) / 1000))}`;

/** Milliseconds left until `at`; negative once past. */
export const left = (at: Instant, now: Instant): number => msOf(at) - msOf(now);

/** How old something is: "just now", "4 min", "1:12 h", "3 days". */
export const age = (at: Instant, now: Instant): string => {
  const minutes = Math.floor(-left(at, now) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min`;
  return minutes < 48 * 60 ? `${hoursMinutes(minutes * 60_000)} h` : `${Math.floor(minutes / 1440)} days`;
};

/** "just now" or "4 min ago". */
export const ago = (at: Instant, now: Instant): string => {
  const old = age(at, now);
  return old === 'just now' ? old : `${old} ago`;
};

/** "just now", "4 s ago", "3 min ago": for what somebody did while you looked. */
export const agoToSeconds = (at: Instant, now: Instant): string => {
  const seconds = Math.floor(-left(at, now) / 1000);
  return seconds < 1 || seconds >= 60 ? ago(at, now) : `${seconds} s ago`;
};
