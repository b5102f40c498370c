import { z } from 'zod';
import { alternative, rankedAlternative } from './alternative-shapes';
import * as command from './commands';
import { toldStatus } from './entities';
import { historyPage } from './place-routes';
import { controlRoom, inArea, oversight, route } from './route';

/** What may help instead of a detention: offered, kept true, and answered for. */
export const alternativeRoutes = {
  alternatives: route({
    method: 'GET',
    path: `${inArea}/incidents/:incidentId/alternatives`,
    summary:
      'Alternatives to detention for this person, best first, with reasons; none while they are detained',
    allowed: [...controlRoom, 'triage-crew', 'amhp', 'amhp-lead', ...oversight],
    reply: z.array(rankedAlternative),
  }),
  observeAlternative: route({
    method: 'POST',
    path: `${inArea}/alternatives/:alternativeId/observation`,
    summary: 'Say how many places an alternative has left, or that it is shut for the day',
    allowed: ['alternative-staff', 'control-room', 's136-coordinator'],
    body: command.observeAlternative,
    reply: alternative,
  }),
  confirmAlternative: route({
    method: 'POST',
    path: `${inArea}/alternatives/:alternativeId/confirm`,
    summary: 'Nothing has changed: its places are as shown',
    allowed: ['alternative-staff', 'control-room', 's136-coordinator'],
    body: command.confirmAlternative,
    reply: alternative,
  }),
  alternativeHistory: route({
    method: 'GET',
    path: `${inArea}/alternatives/:alternativeId/history`,
    summary: 'What was said of an alternative, by whom, seen when and told when, newest first',
    allowed: [...controlRoom, ...oversight, 'alternative-staff'],
    query: historyPage,
    reply: z.array(toldStatus),
  }),
  answerReferral: route({
    method: 'POST',
    path: `${inArea}/alternatives/:alternativeId/referrals/:referralId/answer`,
    summary: 'Say whether somebody referred is expected, cannot be taken, has come or did not come',
    allowed: ['alternative-staff', 'control-room'],
    body: command.answerReferral,
    reply: alternative,
  }),
} as const;
