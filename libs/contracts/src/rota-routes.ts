import { z } from 'zod';
import type { Duty } from '@concord/domain';
import { keepingDuties } from '@concord/domain';
import { duty } from './codes';
import { reachReport } from './reach-shapes';
import { rota } from './rota-shapes';
import { everyDuty, inArea, oversight, route } from './route';
import * as command from './rota-commands';
import { id, instant, named, storedInstant } from './scalars';

const onRotas: readonly Duty[] = everyDuty.filter((held) => held !== 'demo');
const aRota = `${inArea}/rotas/:rotaId`;
const aLayer = `${aRota}/layers/:layerId`;

/** An alternative takes part in no detention: who is called for one is not for it to see. */
const seesRotas: readonly Duty[] = everyDuty.filter((held) => held !== 'alternative-staff');

/** Somebody who may be put on a rota of a duty that they hold. */
export const rotaPerson = z.object({
  userId: id,
  name: z.string(),
  agencyId: id,
  duties: z.array(duty),
});

const s = z.string();
const because = z.object({ kind: z.enum(['layer', 'temporary', 'swap', 'override']), id });
const span = z.object({
  from: storedInstant,
  to: storedInstant,
  on: z.array(z.object({ who: named, because })),
  /** Why nobody is on; null while somebody is. */
  gap: z
    .enum(['not-begun', 'ended', 'outside-hours', 'nobody-listed', 'taken-off', 'temporary-empty'])
    .nullable(),
});
/** The number that they gave and proved theirs, for whoever may ring them: see `mayRing`. */
const spanNow = span.extend({
  on: z.array(z.object({ who: named, because, telephone: z.string().nullable() })),
});
const aboutRota = { rotaId: id, name: s, duty, districts: z.array(s) };
const dutyGap = z.object({ duty, district: s.nullable(), from: storedInstant, to: storedInstant });
const warned = { from: storedInstant, to: storedInstant, who: named };

export const rotaWarning = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['hours-in-a-row', 'hours-a-week']),
    ...warned,
    rotaId: id,
    hours: z.number(),
    agreed: z.number(),
  }),
  z.object({ kind: z.literal('double-booked'), ...warned, rotaIds: z.tuple([id, id]).readonly() }),
  z.object({ kind: z.literal('no-shift'), ...warned, rotaId: id, layerId: id }),
]);

/** Who is on call at one instant, by duty and in the order they are asked. */
export const onCallNow = z.object({
  at: storedInstant,
  rotas: z.array(z.object({ ...aboutRota, now: spanNow, next: span.nullable() })),
  /** Duties that have nobody on now: of those with a rota, and of those that the agreement in force calls. */
  gaps: z.array(dutyGap),
});

/** Who will be on call, what has nobody, and what is more than was agreed. */
export const onCallPlan = z.object({
  from: storedInstant,
  to: storedInstant,
  rotas: z.array(z.object({ ...aboutRota, spans: z.array(span) })),
  gaps: z.array(dutyGap),
  warnings: z.array(rotaWarning),
  clockChanges: z.array(z.object({ at: storedInstant, turn: z.enum(['forward', 'back']) })),
});

export const importAnswer = z.object({
  applied: z.boolean(),
  shifts: z.int(),
  errors: z.array(z.object({ line: z.int(), column: s, message: s })),
  changes: z.array(
    z.object({ from: storedInstant, to: storedInstant, before: z.array(named), after: z.array(named) }),
  ),
});

/** A calendar that I have opened; its address is told once, when it is opened. */
const calendar = z.object({ rotaId: id.nullable(), openedAt: storedInstant });

/** Routes of rotas. Which duty keeps which rota is the domain's `rotaKeepers`; a swap is its two people's own. */
export const rotaRoutes = {
  rotaPeople: route({
    method: 'GET',
    path: `${inArea}/rota-people`,
    summary: 'Who may be put on a rota, with the duties they hold here',
    allowed: onRotas,
    reply: z.array(rotaPerson),
  }),
  onCallNow: route({
    method: 'GET',
    path: `${inArea}/on-call`,
    summary:
      'Who is on call now, by duty, until when, how to ring them, who is next, and which duty has nobody',
    allowed: seesRotas,
    reply: onCallNow,
  }),
  onCallPlan: route({
    method: 'GET',
    path: `${inArea}/on-call/plan`,
    summary: 'Who will be on call from one time to another, with the gaps and overload ahead',
    allowed: seesRotas,
    query: z
      .strictObject({ from: instant.optional(), to: instant.optional() })
      .refine(({ from, to }) => from === undefined || to === undefined || from < to, 'ends after it begins'),
    reply: onCallPlan,
  }),
  checkReach: route({
    method: 'POST',
    path: `${inArea}/on-call/reach`,
    summary: 'Look now at which step of which ladder would reach nobody in the week ahead',
    allowed: [...new Set([...keepingDuties, ...oversight])],
    body: command.checkReach,
    reply: reachReport,
  }),
  importShifts: route({
    method: 'POST',
    path: `${aRota}/import`,
    summary:
      'Shifts from a CSV file: tried first, with every cell at fault and what would change; then all or nothing',
    allowed: keepingDuties,
    body: command.importShifts,
    reply: importAnswer,
  }),
  calendars: route({
    method: 'GET',
    path: `${inArea}/calendars`,
    summary: 'The calendars that I have opened',
    allowed: onRotas,
    reply: z.array(calendar),
  }),
  openCalendar: route({
    method: 'POST',
    path: `${inArea}/calendars`,
    summary:
      'Open a calendar of my turns or of one rota: an address for a calendar program, in place of any before',
    allowed: onRotas,
    body: command.openCalendar,
    reply: calendar.extend({ path: s }),
  }),
  closeCalendar: route({
    method: 'POST',
    path: `${inArea}/calendars/close`,
    summary: 'Close a calendar: its address shows nothing from now on',
    allowed: onRotas,
    body: command.closeCalendar,
    reply: z.array(calendar),
  }),
  createRota: route({
    method: 'POST',
    path: `${inArea}/rotas`,
    summary: 'Make a rota for a duty',
    allowed: keepingDuties,
    body: command.createRota,
    reply: rota,
  }),
  changeRota: route({
    method: 'POST',
    path: aRota,
    summary: 'Change the name of a rota, its districts, its place in the order of call or its agreed hours',
    allowed: keepingDuties,
    body: command.changeRota,
    reply: rota,
  }),
  endRota: route({
    method: 'POST',
    path: `${aRota}/end`,
    summary: 'End a rota, now or at a time to come',
    allowed: keepingDuties,
    body: command.endRota,
    reply: rota,
  }),
  addLayer: route({
    method: 'POST',
    path: `${aRota}/layers`,
    summary: 'Add a layer of turns to a rota',
    allowed: keepingDuties,
    body: command.addLayer,
    reply: rota,
  }),
  changeLayer: route({
    method: 'POST',
    path: aLayer,
    summary: 'Change a layer of turns, or its place among the layers',
    allowed: keepingDuties,
    body: command.changeLayer,
    reply: rota,
  }),
  endLayer: route({
    method: 'POST',
    path: `${aLayer}/end`,
    summary: 'End a layer of turns, now or at a time to come',
    allowed: keepingDuties,
    body: command.endLayer,
    reply: rota,
  }),
  addOverride: route({
    method: 'POST',
    path: `${aRota}/overrides`,
    summary: 'Put somebody on, take somebody off, or one in the place of another, for a time',
    allowed: keepingDuties,
    body: command.addOverride,
    reply: rota,
  }),
  cancelOverride: route({
    method: 'POST',
    path: `${aRota}/overrides/:overrideId/cancel`,
    summary: 'Take back an override, from now on',
    allowed: keepingDuties,
    body: command.cancelOverride,
    reply: rota,
  }),
  addTemporary: route({
    method: 'POST',
    path: `${aRota}/temporary`,
    summary: 'For a time other shifts than those of the layers',
    allowed: keepingDuties,
    body: command.addTemporary,
    reply: rota,
  }),
  cancelTemporary: route({
    method: 'POST',
    path: `${aRota}/temporary/:temporaryId/cancel`,
    summary: 'Take back a temporary rota, from now on',
    allowed: keepingDuties,
    body: command.cancelTemporary,
    reply: rota,
  }),
  offerSwap: route({
    method: 'POST',
    path: `${aRota}/swaps`,
    summary: 'Offer a colleague my time on call, for some of theirs or for none',
    allowed: onRotas,
    body: command.offerSwap,
    reply: rota,
  }),
  answerSwap: route({
    method: 'POST',
    path: `${aRota}/swaps/:swapId/answer`,
    summary: 'Accept or decline a swap that I was offered',
    allowed: onRotas,
    body: command.answerSwap,
    reply: rota,
  }),
  withdrawSwap: route({
    method: 'POST',
    path: `${aRota}/swaps/:swapId/withdraw`,
    summary: 'Take back a swap that I offered and nobody has accepted',
    allowed: onRotas,
    body: command.withdrawSwap,
    reply: rota,
  }),
} as const;
