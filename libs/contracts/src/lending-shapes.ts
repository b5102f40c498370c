import { z } from 'zod';
import type { Guest, HoldAcross, Lending, LendingRules, LentBy, LentTo } from '@concord/domain';
import { ageBand, confidence, need, riskKind, sex } from './codes';
import { id, named, storedInstant } from './scalars';

const s = z.string();

/** A risk as the board carries it. */
export const riskMarker = z.object({
  kind: riskKind,
  note: s,
  source: s,
  confidence,
  expiresAt: storedInstant,
  recordedAt: storedInstant,
});

const ofNeighbour = { areaId: id, areaName: s, lendingId: id };

export const lentBy: z.ZodType<LentBy> = z.object({
  ...ofNeighbour,
  originalId: id,
  until: storedInstant,
  state: z.enum(['lent', 'ending', 'ended']),
});

export const lentTo: z.ZodType<LentTo> = z.object({
  ...ofNeighbour,
  mirrorId: id,
  until: storedInstant,
  ended: z.boolean(),
});

export const guest: z.ZodType<Guest> = z.object({
  areaId: id,
  areaName: s,
  incidentRef: s,
  holdId: id.nullable(),
  person: z
    .object({
      age: z.enum(['adult', 'under-18', 'not-known']),
      sex,
      needs: z.array(need),
      risks: z.array(riskMarker),
    })
    .nullable(),
});

export const holdAcross: z.ZodType<HoldAcross> = z.object({
  ...ofNeighbour,
  side: z.enum(['borrows', 'lends']),
  holdId: id,
  yes: z.enum(['not-needed', 'awaited', 'given']),
});

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, such as 20:00');

/** What the lender allows: left out, it allows everything and asks for nobody's yes. */
export const lendingRules = z.strictObject({
  atMost: z.int().min(0).max(50).nullable().default(null),
  ages: ageBand.default('any-age'),
  hours: z
    .strictObject({ from: wallTime, to: wallTime })
    .refine(({ from, to }) => from !== to, 'hours begin and end at different times')
    .nullable()
    .default(null),
  needsYes: z.boolean().default(false),
  ranked: z.enum(['after-own', 'as-own']).default('after-own'),
}) satisfies z.ZodType<LendingRules>;

export const lending: z.ZodType<Lending> = z.object({
  id,
  areaId: id,
  revision: z.int(),
  side: z.enum(['lends', 'borrows']),
  other: z.object(ofNeighbour),
  places: z.array(z.object({ id, name: s })),
  from: storedInstant,
  until: storedInstant,
  rules: lendingRules,
  state: z.enum(['agreed', 'running', 'ended', 'withdrawn']),
  offeredBy: named,
  offeredAt: storedInstant,
  ended: z.object({ at: storedInstant, by: named, reason: s }).nullable(),
});
