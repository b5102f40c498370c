import { Temporal } from 'temporal-polyfill';
import type { Instant } from '@concord/domain';

const LONDON = 'Europe/London';

export type Zone = 'BST' | 'GMT';

export const londonDay = (at: Instant): Temporal.PlainDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(LONDON).toPlainDate();

export const zoneNameOf = (zoned: Temporal.ZonedDateTime): Zone =>
  zoned.offsetNanoseconds === 0 ? 'GMT' : 'BST';

export const instantOf = (zoned: Temporal.ZonedDateTime): Instant =>
  new Date(zoned.epochMilliseconds).toISOString();

/** The instants at which a London wall clock shows this time on this date, first first: none, one or two. */
export const readingsOf = (
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
): readonly Temporal.ZonedDateTime[] => {
  const wall = date.toPlainDateTime(time);
  const both = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(LONDON, { disambiguation }),
  );
  const real = both.filter((zoned) => zoned.toPlainDateTime().equals(wall));
  return real[0]?.epochMilliseconds === real[1]?.epochMilliseconds ? real.slice(0, 1) : real;
};

/** Where the clocks jumped over a wall time: what they showed before, and the first instant after. */
export const jumpOver = (
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
): { readonly from: Temporal.PlainTime; readonly to: Temporal.ZonedDateTime } => {
  const before = date.toPlainDateTime(time).toZonedDateTime(LONDON, { disambiguation: 'earlier' });
  const to = before.getTimeZoneTransition('next');
  if (!to) throw new Error(`No change of clocks after ${before.toString()}`);
  return { from: to.subtract({ minutes: 1 }).toPlainTime().add({ minutes: 1 }), to };
};
