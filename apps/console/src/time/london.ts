import type { Instant } from '@concord/domain';
import { msOf } from '@concord/domain';

const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hourCycle: 'h23',
    ...options,
  });
  return (ms: number): Record<string, string> =>
    Object.fromEntries(formatter.formatToParts(ms).map(({ type, value }) => [type, value]));
};

const partsOf = format({
  weekday: 'short',
  day: '2-digit',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});

/** "GMT" or "BST". */
export const zoneOf = (at: Instant): string => partsOf(msOf(at)).timeZoneName ?? '';

/** London date, "22-Nov": the NHS form, whose month cannot be read as a day. */
export const londonDate = (at: Instant): string => {
  const { day, month } = partsOf(msOf(at));
  return `${day}-${month?.slice(0, 3)}`;
};

const HOUR_MS = 3_600_000;

/** On the two clock-change days a bare wall time may mean two instants, so every time there names its zone. */
const changeDay = (at: Instant): boolean => {
  const ms = msOf(at);
  const { hour } = partsOf(ms);
  const midnight = ms - Number(hour) * HOUR_MS;
  return partsOf(midnight - HOUR_MS).timeZoneName !== partsOf(midnight + 24 * HOUR_MS).timeZoneName;
};

/** "02:14", with " BST" or " GMT" on a clock-change day. */
export const hourMinute = (at: Instant): string => {
  const { hour, minute, timeZoneName } = partsOf(msOf(at));
  return `${hour}:${minute}${changeDay(at) ? ` ${timeZoneName}` : ''}`;
};

/** "02:14:08". */
export const hourMinuteSecond = (at: Instant): string => {
  const { hour, minute, second } = partsOf(msOf(at));
  return `${hour}:${minute}:${second}`;
};

/** "Sun 22-Nov". */
export const weekdayDate = (at: Instant): string => `${partsOf(msOf(at)).weekday} ${londonDate(at)}`;

/** "Sun 22-Nov-2026": nothing left to guess, for what is read back and what is printed. */
export const fullDate = (at: Instant): string => `${weekdayDate(at)}-${partsOf(msOf(at)).year}`;

/** "Sun 22-Nov-2026 02:14", with its zone on a clock-change day. */
export const fullTime = (at: Instant): string => `${fullDate(at)} ${hourMinute(at)}`;

/** "20:00 BST": its zone on every day of the year. */
export const hourMinuteZone = (at: Instant): string => {
  const { hour, minute, timeZoneName } = partsOf(msOf(at));
  return `${hour}:${minute} ${timeZoneName}`;
};

/** "Sat 24-Oct-2026 20:00 BST": for what is kept and read elsewhere. */
export const fullTimeWithZone = (at: Instant): string => `${fullDate(at)} ${hourMinuteZone(at)}`;

/** "02:14" today, "02:14 Mon 23-Nov" on any other London day. */
export const timeSeenFrom = (at: Instant, now: Instant): string =>
  londonDate(at) === londonDate(now) && Math.abs(msOf(at) - msOf(now)) < 48 * HOUR_MS
    ? hourMinute(at)
    : `${hourMinute(at)} ${weekdayDate(at)}`;

/** "02:14" today, "02:14 Mon" within six days, "02:14 23-Dec" beyond: for lists, which have no room for both. */
export const timeInList = (at: Instant, now: Instant): string => {
  if (londonDate(at) === londonDate(now)) return hourMinute(at);
  const far = Math.abs(msOf(at) - msOf(now)) >= 6 * 24 * HOUR_MS;
  return `${hourMinute(at)} ${far ? londonDate(at) : partsOf(msOf(at)).weekday}`;
};

/** A server's sentence with its instants put into London time. */
export const withLondonTimes = (sentence: string, now: Instant): string =>
  sentence.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, (at) =>
    timeSeenFrom(new Date(at).toISOString(), now),
  );
