/**
 * A point in time as ISO 8601 text in UTC with milliseconds ("2026-11-22T02:00:00.000Z").
 * One form everywhere (database edge, journal, wire, screen) means that two instants
 * compare as text and that no part of the system holds a time in a private shape.
 */
export type Instant = string;

const MINUTE_MS = 60_000;

export const instantFromMs = (ms: number): Instant => new Date(ms).toISOString();

export const msOf = (at: Instant): number => Date.parse(at);

/** Elapsed minutes, never wall-clock minutes: the two clock-change nights do not bend it. */
export const plusMinutes = (at: Instant, minutes: number): Instant =>
  instantFromMs(msOf(at) + minutes * MINUTE_MS);

export const minutesBetween = (from: Instant, to: Instant): number => (msOf(to) - msOf(from)) / MINUTE_MS;

export const secondsBetween = (from: Instant, to: Instant): number => (msOf(to) - msOf(from)) / 1000;

export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** Compares as text, the lesser first: of instants the earlier, for they are all written alike. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
