import type { AmhpLoad, AmhpRequest, Availability } from '@concord/domain';
import { z } from 'zod';
import { declineCode, whyPassedOver } from './codes';
import { entity } from './place-shapes';
import { id, named, storedInstant } from './scalars';

const s = z.string();

export const amhpRequest: z.ZodType<AmhpRequest> = z.object({
  ...entity,
  incidentId: id,
  incidentRef: s,
  calls: z.enum(['amhp', 'section-12-doctor']),
  nth: z.union([z.literal(1), z.literal(2)]),
  state: z.enum(['offered', 'unanswered', 'accepted', 'travelling', 'on-scene', 'done', 'withdrawn']),
  requestedAt: storedInstant,
  offers: z.array(
    z.object({
      to: named,
      offeredAt: storedInstant,
      answerBy: storedInstant,
      answer: z.enum(['accepted', 'declined', 'lapsed', 'withdrawn', 'reassigned']).nullable(),
      answeredAt: storedInstant.nullable(),
      endedAt: storedInstant.optional(),
      code: declineCode.optional(),
      reason: s.nullable(),
    }),
  ),
  assigned: named.nullable(),
  notBefore: storedInstant.nullable(),
  passedOver: z.array(
    z.object({
      who: named,
      at: storedInstant,
      why: whyPassedOver,
      until: storedInstant.nullable(),
      minutes: z.int().nullable(),
    }),
  ),
  nobody: z.object({ why: z.enum(['nobody-on-call', 'neighbour-owes']), areaName: s.nullable() }).nullable(),
  district: s,
});

export const availability: z.ZodType<Availability> = z.object({
  ...entity,
  userId: id,
  name: s,
  restingUntil: storedInstant.nullable(),
  district: s.nullable(),
  attended: z.object({ from: storedInstant, to: storedInstant }).nullable(),
});

export const amhpLoad: z.ZodType<AmhpLoad> = z.object({
  who: named,
  offered: z.int(),
  accepted: z.int(),
  declined: z.int(),
  unanswered: z.int(),
  other: z.int(),
  minutes: z.number(),
});
