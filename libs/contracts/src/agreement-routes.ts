import { z } from 'zod';
import type { CalledStep, Duty } from '@concord/domain';
import { duty } from './codes';
import * as command from './commands';
import { agreement } from './entities';
import { everyDuty, inArea, oversight, route } from './route';
import { id, instant, storedInstant } from './scalars';

/** Who writes and approves agreements: the managers of either side, never one of them alone. */
const agreementKeepers: readonly Duty[] = [...oversight, 'duty-inspector', 'amhp-lead'];

const calledStep: z.ZodType<CalledStep> = z.object({
  incidentId: id,
  incidentRef: z.string(),
  clock: z.string(),
  level: z.enum(['due', 'over']),
  statutory: z.boolean(),
  dueAt: storedInstant,
  firedAt: storedInstant,
  duties: z.array(duty),
  agencyId: id.optional(),
  called: z.array(duty).optional(),
});

/** Steps in the order they fired: as the version would have had them, and as they were. */
const whatIf = z.object({
  incidents: z.int(),
  would: z.array(calledStep),
  did: z.array(calledStep),
});

export const agreementRoutes = {
  agreement: route({
    method: 'GET',
    path: `${inArea}/agreement`,
    summary: 'The agreement now in force',
    allowed: everyDuty,
    reply: agreement,
  }),
  draftAgreement: route({
    method: 'POST',
    path: `${inArea}/agreements`,
    summary: 'Start a new version of the agreement, with the terms of another',
    allowed: agreementKeepers,
    body: command.draftAgreement,
    reply: agreement,
  }),
  editAgreement: route({
    method: 'POST',
    path: `${inArea}/agreements/:agreementId/terms`,
    summary: 'Change the terms of a draft; what could not be kept is refused, naming where',
    allowed: agreementKeepers,
    body: command.editAgreement,
    reply: agreement,
  }),
  approveAgreement: route({
    method: 'POST',
    path: `${inArea}/agreements/:agreementId/approve`,
    summary: 'A second person approves a draft, to take effect at its date',
    allowed: agreementKeepers,
    body: command.approveAgreement,
    reply: agreement,
  }),
  withdrawAgreement: route({
    method: 'POST',
    path: `${inArea}/agreements/:agreementId/withdraw`,
    summary: 'A version that will not take effect after all',
    allowed: agreementKeepers,
    body: command.withdrawAgreement,
    reply: agreement,
  }),
  whatIf: route({
    method: 'GET',
    path: `${inArea}/agreements/:agreementId/what-if`,
    summary:
      'What a version would have fired, until an instant or now, on the incidents opened in a span, against what did fire',
    allowed: agreementKeepers,
    query: z.strictObject({ from: instant, to: instant, until: instant.optional() }),
    reply: whatIf,
  }),
} as const;
