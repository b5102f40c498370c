import type { CalendarEntry } from '@concord/coordination';
import { createEvents } from 'ics';

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
  return value;
};
