import { z } from 'zod';
import type { Duty } from '@concord/domain';
import * as command from './commands';
import { hold } from './entities';
import { lending } from './lending-shapes';
import { inArea, route } from './route';
import { id } from './scalars';

/** Those who may bind the area to its neighbours. */
const lenders: readonly Duty[] = ['s136-coordinator', 'on-call-manager', 'director-on-call'];

/** Mutual aid: what an area shows and lends its neighbours. */
export const lendingRoutes = {
  neighbours: route({
    method: 'GET',
    path: `${inArea}/neighbours`,
    summary: 'The other areas that places can be lent to: their names and nothing else',
    allowed: lenders,
    reply: z.array(z.object({ areaId: id, name: z.string() })),
  }),
  lendPlaces: route({
    method: 'POST',
    path: `${inArea}/lendings`,
    summary: 'Show and lend places to a neighbouring area for a time, with our rules',
    allowed: lenders,
    body: command.lendPlaces,
    reply: lending,
  }),
  withdrawLending: route({
    method: 'POST',
    path: `${inArea}/lendings/:lendingId/withdraw`,
    summary:
      'Lend no longer, at once: requests not yet accepted are withdrawn, whoever is accepted or here stays',
    allowed: lenders,
    body: command.withdrawLending,
    reply: lending,
  }),
  allowLoan: route({
    method: 'POST',
    path: `${inArea}/holds/:holdId/allow`,
    summary: "The lender's yes or no to one person of a neighbour's",
    allowed: lenders,
    body: command.allowLoan,
    reply: hold,
  }),
} as const;
