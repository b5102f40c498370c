import { z } from 'zod';
import * as command from './commands';
import { escalation, place, room, toldStatus } from './entities';
import { controlRoom, inArea, oversight, route } from './route';
import { id, instant } from './scalars';

/** Seen before an instant; to go on after a page, that at which its last was seen, with its id. */
export const historyPage = z
  .strictObject({
    before: instant.optional(),
    beforeId: id.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(({ before, beforeId }) => beforeId === undefined || before !== undefined, {
    path: ['before'],
    message: 'say when that one was seen too',
  });

/** What sites say of themselves, what was heard of them by telephone, and what is on record of both. */
export const placeRoutes = {
  markRoom: route({
    method: 'POST',
    path: `${inArea}/rooms/:roomId/state`,
    summary: 'Say what state a room is in',
    allowed: ['suite-nurse', 'control-room', 's136-coordinator'],
    body: command.markRoom,
    reply: room,
  }),
  unmarkRoom: route({
    method: 'POST',
    path: `${inArea}/rooms/:roomId/unmark`,
    summary: 'A slip of the hand: the room is again as it was before I marked it',
    allowed: ['suite-nurse', 'control-room', 's136-coordinator'],
    body: command.unmarkRoom,
    reply: room,
  }),
  confirmRooms: route({
    method: 'POST',
    path: `${inArea}/places/:placeId/confirm`,
    summary: 'Nothing has changed: every room is as shown',
    allowed: ['suite-nurse', 'control-room', 's136-coordinator'],
    body: command.confirmRooms,
    reply: z.array(room),
  }),

  promiseRoom: route({
    method: 'POST',
    path: `${inArea}/rooms/:roomId/promise`,
    summary: 'Say when a room will be free; promises are scored against what happened',
    allowed: ['suite-nurse', 'control-room', 's136-coordinator'],
    body: command.promiseRoom,
    reply: room,
  }),
  observePlace: route({
    method: 'POST',
    path: `${inArea}/places/:placeId/observation`,
    summary: 'Say how many people a suite has staff for, or how hard an emergency department is pressed',
    allowed: ['suite-nurse', 'control-room', 's136-coordinator'],
    body: command.observePlace,
    reply: place,
  }),
  placeHistory: route({
    method: 'GET',
    path: `${inArea}/places/:placeId/history`,
    summary: 'What was said of a place, by whom, seen when and told when, newest first',
    allowed: [...controlRoom, ...oversight, 'suite-nurse'],
    query: historyPage,
    reply: z.array(toldStatus),
  }),
  placeEscalations: route({
    method: 'GET',
    path: `${inArea}/places/:placeId/escalations`,
    summary:
      'Every time a place or an alternative was asked to confirm its status, or it was unknown, ended ones too',
    allowed: [...controlRoom, 'amhp-lead', ...oversight],
    reply: z.array(escalation),
  }),
} as const;
