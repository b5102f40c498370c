import { z } from 'zod';
import type { Rota, ShiftUnit } from '@concord/domain';
import { duty } from './codes';
import { id, named, shortText, storedInstant } from './scalars';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');
/** Each must be there: one missing does not compile. */
const units: Readonly<Record<ShiftUnit, true>> = { hours: true, days: true, weeks: true, months: true };
const shiftUnit = z.enum(Object.keys(units) as [ShiftUnit, ...ShiftUnit[]]);
const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);

/** Hours of the week by the clock on the wall in London; an end at or before the beginning is on the next day. */
const weeklyHours = z.strictObject({
  /** 1 is Monday, 7 Sunday. */
  days: z.array(weekday).min(1).max(7),
  from: timeOfDay,
  to: timeOfDay,
});

/** How people take turns; who they are is said beside it, by key in a definition and by id in a command. */
export const turnsSaid = {
  name: shortText,
  width: z.int().min(1).max(50).default(1),
  every: shiftUnit.default('days'),
  count: z.int().min(1).max(168).default(1),
  handoversAt: z.array(timeOfDay).min(1).max(24),
  from: z.iso.date(),
  hours: z.array(weeklyHours).max(14).default([]),
};

/** The most hours that was agreed anybody should be on call. */
export const agreedHours = z.strictObject({
  inARow: z.number().positive().max(168).nullable(),
  aWeek: z.number().positive().max(168).nullable(),
});

const s = z.string();
const period = { from: storedInstant, to: storedInstant };
const made = { id, why: s, by: named, madeAt: storedInstant };

/** A rota as it is kept: people by id and name, times in the system's one form. */
export const rota: z.ZodType<Rota> = z.object({
  id,
  areaId: id,
  revision: z.int(),
  agencyId: id,
  duty,
  name: s,
  callOrder: z.int(),
  districts: z.array(s),
  placeIds: z.array(id),
  layers: z.array(
    z.object({
      id,
      name: s,
      members: z.array(named),
      width: z.int().positive(),
      every: shiftUnit,
      count: z.int().positive(),
      handoversAt: z.array(s),
      from: z.iso.date(),
      since: storedInstant.optional(),
      until: storedInstant.nullable(),
      hours: z.array(z.object({ days: z.array(weekday), from: s, to: s })),
    }),
  ),
  temporary: z.array(
    z.object({ ...made, ...period, name: s, shifts: z.array(z.object({ ...period, who: named })) }),
  ),
  overrides: z.array(
    z.object({
      ...made,
      ...period,
      kind: z.enum(['add', 'remove', 'replace']),
      on: named.nullable(),
      off: named.nullable(),
    }),
  ),
  swaps: z.array(
    z.object({
      id,
      offeredBy: named,
      to: named,
      gives: z.object(period),
      takes: z.object(period).nullable(),
      why: s,
      state: z.enum(['offered', 'accepted']),
      offeredAt: storedInstant,
      answeredAt: storedInstant.nullable(),
    }),
  ),
  agreedHours: z.object(agreedHours.shape),
  until: storedInstant.nullable(),
});
