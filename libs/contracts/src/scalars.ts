import { z } from 'zod';

/**
 * Times on the wire carry an offset; they are kept as UTC with milliseconds. Other centuries are typing
 * errors, and years beyond four digits would no longer compare as text.
 */
export const instant = z.iso
  .datetime({ offset: true, error: 'a date and time with its offset, such as 2026-11-22T02:00:00Z' })
  .refine((text) => text.startsWith('20'), 'a year from 2000 to 2099')
  .transform((text) => new Date(text).toISOString())
  .meta({ description: 'ISO 8601 date and time with offset' });

/** A time already in the system's one form, in replies. */
export const storedInstant = z.iso.datetime({ precision: 3 });

export const id = z.uuid();

const text = (max: number) => z.string().trim().min(1).max(max);

export const shortText = text(120);
export const longText = text(2000);

export const position = z.strictObject({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
});

/** The revision of the thing as its author saw it: the command is refused if it has changed since. */
export const seenRevision = z.int().nonnegative().optional();

export const named = z.object({ userId: id, name: z.string() });
