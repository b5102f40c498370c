import type { Alternative, RankedAlternative } from '@concord/domain';
import { hoursFaults, weekdays } from '@concord/domain';
import { z } from 'zod';
import { ageBand, alternativeKind, need, referralHow, referrer } from './codes';
import { freshness } from './place-shapes';
import { id, named, position, shortText, storedInstant } from './scalars';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');
const opening = z.strictObject({ opens: timeOfDay, closes: timeOfDay });
const openings = z.array(opening).max(6).readonly().default([]);

/** Opening hours by the clock on the wall in London; refused where two openings claim one minute. */
export const openingHours = z
  .strictObject({
    week: z.strictObject(
      Object.fromEntries(weekdays.map((day) => [day, openings])) as Record<
        (typeof weekdays)[number],
        typeof openings
      >,
    ),
    exceptions: z
      .array(z.strictObject({ date: z.iso.date(), openings, why: shortText }))
      .max(400)
      .readonly()
      .default([]),
  })
  .superRefine((hours, issues) => {
    for (const message of hoursFaults(hours)) issues.addIssue({ code: 'custom', message });
  });

const observed = z.object({
  at: storedInstant,
  by: named,
  source: z.enum(['site', 'telephone', 'system', 'set-up']),
});
const kept = z.object({ opens: z.string(), closes: z.string() });

export const alternative: z.ZodType<Alternative> = z.object({
  id,
  areaId: id,
  revision: z.int(),
  agencyId: id,
  name: z.string(),
  kind: alternativeKind,
  district: z.string(),
  position,
  telephone: z.string(),
  ages: ageBand,
  agesFirm: z.boolean(),
  meets: z.array(need),
  catchment: z.array(z.string()),
  referrers: z.array(referrer),
  hours: z.object({
    week: z.record(z.enum(weekdays), z.array(kept)),
    exceptions: z.array(z.object({ date: z.string(), openings: z.array(kept), why: z.string() })),
  }),
  places: z.int().nullable(),
  capacity: z.object({ left: z.int(), observed }).nullable(),
  shut: z.object({ reason: z.string(), until: storedInstant.nullable(), observed }).nullable(),
  expected: z.array(
    z.object({
      referralId: id,
      incidentId: id,
      incidentRef: z.string(),
      referredAt: storedInstant,
      by: named,
      how: referralHow,
      acceptedBy: z.string().nullable(),
      uncounted: z.boolean(),
    }),
  ),
});

export const rankedAlternative: z.ZodType<RankedAlternative> = z.object({
  alternativeId: id,
  name: z.string(),
  kind: alternativeKind,
  telephone: z.string(),
  standing: z.enum(['offer', 'ring', 'later', 'no']),
  rank: z.int().nullable(),
  theirsToRefer: z.boolean(),
  driveMinutes: z.int().nullable(),
  freshness,
  left: z.int().nullable(),
  opensAt: storedInstant.nullable(),
  reasons: z.array(z.string()),
});
