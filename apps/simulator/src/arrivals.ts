import { Temporal } from 'temporal-polyfill';
import { countFor } from './chance';
import type { Chance } from './chance';
import { detentionsPerDay } from './figures/published';
import { toronto } from './figures/toronto';

/** Somebody rings. `name` is what chance knows this incident by until it has a reference. */
export interface Arrival {
  readonly name: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Known beforehand when a real call is lived again. */
  readonly detained?: boolean;
}

const LONDON = 'Europe/London';

/** Milliseconds of a London wall time; a time that the clocks skip is taken an hour later. */
export const londonMs = (date: Temporal.PlainDate, hour: number, minute: number): number =>
  date.toZonedDateTime({ timeZone: LONDON, plainTime: { hour, minute } }).epochMilliseconds;

export const londonDateAt = (ms: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(LONDON).toPlainDate();

/** The hour whose share of the day `u` falls in, and how far into it. */
const hourFor = (u: number): { hour: number; into: number } => {
  let left = u * toronto.hourly.reduce((sum, share) => sum + share, 0);
  for (const [hour, share] of toronto.hourly.entries()) {
    if (left < share) return { hour, into: left / share };
    left -= share;
  }
  return { hour: 23, into: 0.999 };
};

/**
 * The incidents of one London day, in order: as many as lead to an average force's detentions, times
 * `busy`, with Toronto's hours and weekdays.
 */
export const arrivalsOn = (date: Temporal.PlainDate, chance: Chance, busy = 1): Arrival[] => {
  const weekday = (toronto.daily[date.dayOfWeek - 1] ?? 1 / 7) * 7;
  const mean = (detentionsPerDay / toronto.apprehended) * weekday * busy;
  const count = countFor(mean, chance(date.toString(), 'calls'));
  return Array.from({ length: count }, (_, i) => {
    const name = `${date.toString()}/${i}`;
    const { hour, into } = hourFor(chance(name, 'hour'));
    return { name, at: londonMs(date, hour, Math.floor(into * 60)) };
  }).sort((a, b) => a.at - b.at);
};
