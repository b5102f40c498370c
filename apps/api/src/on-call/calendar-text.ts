import type { CalendarEntry } from '@concord/coordination';
import { createEvents } from 'ics';

const LONGEST_LINE = 75;

/**
 * One line of a calendar in lines of at most 75 octets (RFC 5545, 3.1), each after the first begun with a
 * space. `ics` counts characters, of which a name may have some of two to four octets; none is cut in two.
 */
export const folded = (line: string): string => {
  const lines: string[] = [];
  let [open, octets] = ['', 0];
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > LONGEST_LINE) {
      lines.push(open);
      [open, octets] = [' ', 1];
    }
    open += character;
    octets += more;
  }
  return [...lines, open].join('\r\n');
};

const foldedAnew = (text: string): string =>
  text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(folded)
    .join('\r\n');

/** Calendar text by RFC 5545: UTC times, UTF-8, an identity for each entry that stays while its turn does. */
export const calendarText = (name: string, entries: readonly CalendarEntry[]): string => {
  const events = entries.map(({ uid, from, to, title }) => ({
    uid,
    title,
    start: Date.parse(from),
    end: Date.parse(to),
    startInputType: 'utc' as const,
    startOutputType: 'utc' as const,
    endInputType: 'utc' as const,
    endOutputType: 'utc' as const,
    transp: 'TRANSPARENT' as const,
  }));
  const { error, value } = createEvents(events, { calName: name, productId: 'concord/on-call' });
  if (error || value === null) throw error ?? new Error('a calendar could not be written');
  return foldedAnew(value);
};
