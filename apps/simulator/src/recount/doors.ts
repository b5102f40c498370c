import type { OpeningHours } from '@concord/domain';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** As far as anybody looks for the next opening. */
const FORTNIGHT = 14 * DAY;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

const london = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});

const openingsOn = ({ week, exceptions }: OpeningHours, date: string) =>
  exceptions.find((exception) => exception.date === date)?.openings ??
  week[weekdays[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? 'monday'];

const isOpen = (hours: OpeningHours, at: number): boolean => {
  const [date = '', time = ''] = london.format(at).split(' ');
  const before = new Date(Date.parse(`${date}T12:00:00Z`) - DAY).toISOString().slice(0, 10);
  return (
    openingsOn(hours, date).some(
      ({ opens, closes }) => opens <= time && (closes <= opens || time < closes),
    ) || openingsOn(hours, before).some(({ opens, closes }) => closes <= opens && time < closes)
  );
};

/** The first instant from this one on at which the doors are open, minute by minute by the clock in London; NaN within no fortnight. */
export const openFrom = (hours: OpeningHours, from: number): number => {
  if (isOpen(hours, from)) return from;
  for (let at = Math.ceil((from + 1) / MINUTE) * MINUTE; at < from + FORTNIGHT; at += MINUTE)
    if (isOpen(hours, at)) return at;
  return NaN;
};
