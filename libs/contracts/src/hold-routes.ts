import { z } from 'zod';
import * as command from './commands';
import { refusalReason } from './codes';
import { hold, incident } from './entities';
import { controlRoom, inArea, oversight, route } from './route';
import { id, instant, storedInstant } from './scalars';

export const refusal = z.object({
  holdId: id,
  /** Null of a neighbour's incident: its record is not this area's to read. */
  incidentId: id.nullable(),
  incidentRef: z.string(),
  /** The neighbour whose person was refused, by a suite of ours that is lent to it; null of our own. */
  askedFrom: z.string().nullable(),
  placeId: id,
  placeName: z.string(),
  reason: refusalReason,
  rationale: z.string(),
  by: z.string(),
  askedBy: z.string(),
  askedAt: storedInstant,
  answeredAt: storedInstant,
  tookMinutes: z.number(),
  /** The suite thought again; the refusal stays. */
  reversal: z.object({ at: storedInstant, by: z.string(), reason: z.string() }).nullable(),
  /** Whether the agreement made the search the suite's own, and whether it handed it back. */
  search: z.enum(['owed', 'handed-back']).nullable(),
  /** Who took them in the end, or that nobody had to; null while a place is still looked for, and of a neighbour's person. */
  next: z
    .object({
      how: z.enum(['accepted', 'outside', 'arrived', 'ended']),
      placeName: z.string().nullable(),
      at: storedInstant,
      afterMinutes: z.number(),
    })
    .nullable(),
});

/** Rooms promised and refused, and whose task it is to find the next. */
export const holdRoutes = {
  requestHold: route({
    method: 'POST',
    path: `${inArea}/incidents/:incidentId/holds`,
    summary: 'Hold a room for this incident; a suite does so only while it owes the search',
    allowed: [...controlRoom, 'triage-crew', 'suite-nurse'],
    body: command.requestHold,
    reply: hold,
  }),
  heldElsewhere: route({
    method: 'GET',
    path: `${inArea}/incidents/:incidentId/held-elsewhere`,
    summary: 'Whether another incident of the same person has a room asked for or held: one person, one room',
    allowed: [...controlRoom, 'triage-crew', ...oversight, 'suite-nurse'],
    reply: z.object({
      elsewhere: z
        .object({
          /** Null where that incident is not this person's to see. */
          incidentId: id.nullable(),
          incidentRef: z.string().nullable(),
          state: z.enum(['requested', 'accepted']),
          since: storedInstant,
        })
        .nullable(),
    }),
  }),
  handBackSearch: route({
    method: 'POST',
    path: `${inArea}/incidents/:incidentId/search/hand-back`,
    summary: 'The suite that refused gives the search for the next place back to the control room',
    allowed: ['suite-nurse'],
    body: command.handBackSearch,
    reply: incident,
  }),
  acceptHold: route({
    method: 'POST',
    path: `${inArea}/holds/:holdId/accept`,
    summary: 'The suite accepts the person',
    allowed: ['suite-nurse'],
    body: command.acceptHold,
    reply: hold,
  }),
  refuseHold: route({
    method: 'POST',
    path: `${inArea}/holds/:holdId/refuse`,
    summary: 'The suite refuses, with a coded reason and a rationale',
    allowed: ['suite-nurse'],
    body: command.refuseHold,
    reply: hold,
  }),
  extendHold: route({
    method: 'POST',
    path: `${inArea}/holds/:holdId/extend`,
    summary: 'Keep a held room longer, with the reason',
    allowed: [...controlRoom, 'suite-nurse', 's136-coordinator'],
    body: command.extendHold,
    reply: hold,
  }),
  reverseRefusal: route({
    method: 'POST',
    path: `${inArea}/holds/:holdId/reverse`,
    summary: 'The suite that refused takes the person after all; both answers are kept',
    allowed: ['suite-nurse'],
    body: command.reverseRefusal,
    reply: hold,
  }),
  refusals: route({
    method: 'GET',
    path: `${inArea}/refusals`,
    summary: 'Every refusal, its reason, how long it took and what happened next',
    allowed: [...controlRoom, ...oversight],
    query: z.strictObject({ from: instant.optional(), to: instant.optional() }),
    reply: z.array(refusal),
  }),
  releaseHold: route({
    method: 'POST',
    path: `${inArea}/holds/:holdId/release`,
    summary: 'Give a held room back',
    allowed: [...controlRoom, 'triage-crew', 'suite-nurse'],
    body: command.releaseHold,
    reply: hold,
  }),
} as const;
