import { z } from 'zod';
import type { ReachReport } from '@concord/domain';
import { reachGapKinds } from '@concord/domain';
import { channel, duty, statutoryKind } from './codes';
import { entity } from './place-shapes';
import { id, named, storedInstant } from './scalars';

const s = z.string();
const ofVersion = { version: z.int() };

const stepName = z.discriminatedUnion('kind', [
  z.object({
    ...ofVersion,
    kind: z.literal('agreed'),
    label: s,
    afterMinutes: z.number(),
    where: s.optional(),
  }),
  z.object({
    ...ofVersion,
    kind: z.literal('statutory'),
    clock: statutoryKind,
    minutesBeforeEnd: z.number(),
    where: s.optional(),
  }),
  z.object({
    ...ofVersion,
    kind: z.literal('place-status'),
    placeId: id,
    placeName: s,
    afterMinutes: z.number(),
  }),
]);

/** Which steps of which ladders would reach nobody in the week ahead, as the last look found it. */
export const reachReport: z.ZodType<ReachReport> = z.object({
  ...entity,
  takenAt: storedInstant,
  until: storedInstant,
  askedBy: named.nullable(),
  night: storedInstant.nullable(),
  told: z.array(s),
  steps: z.int(),
  gaps: z.array(
    z.object({
      kind: z.enum(reachGapKinds),
      duties: z.array(duty),
      agencyId: id.nullable(),
      channels: z.array(channel),
      who: z.array(named),
      times: z.array(z.object({ from: storedInstant, to: storedInstant })),
      steps: z.array(stepName),
      rotaIds: z.array(id),
    }),
  ),
});
