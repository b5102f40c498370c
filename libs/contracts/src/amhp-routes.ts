import { z } from 'zod';
import { amhpLoad } from './amhp-shapes';
import * as command from './commands';
import { amhpRequest, availability } from './entities';
import { controlRoom, inArea, route } from './route';

/** Asking for an AMHP, answering, attending, and what they say of themselves. */
export const amhpRoutes = {
  requestAmhp: route({
    method: 'POST',
    path: `${inArea}/incidents/:incidentId/amhp-requests`,
    summary: 'Ask the AMHP service to attend',
    allowed: [...controlRoom, 'suite-nurse', 'triage-crew', 'amhp-lead'],
    body: command.requestAmhp,
    reply: amhpRequest,
  }),
  requestDoctor: route({
    method: 'POST',
    path: `${inArea}/incidents/:incidentId/doctor-requests`,
    summary: 'Call a section 12 doctor to the assessment; a second while the first is live',
    allowed: [...controlRoom, 'amhp', 'amhp-lead'],
    body: command.requestDoctor,
    reply: amhpRequest,
  }),
  acceptOffer: route({
    method: 'POST',
    path: `${inArea}/amhp-requests/:requestId/accept`,
    summary: 'The AMHP or doctor who is asked accepts',
    allowed: ['amhp', 'section-12-doctor'],
    body: command.acceptOffer,
    reply: amhpRequest,
  }),
  declineOffer: route({
    method: 'POST',
    path: `${inArea}/amhp-requests/:requestId/decline`,
    summary: 'They cannot take it: it goes to the next on call',
    allowed: ['amhp', 'section-12-doctor'],
    body: command.declineOffer,
    reply: amhpRequest,
  }),
  withdrawAmhp: route({
    method: 'POST',
    path: `${inArea}/amhp-requests/:requestId/withdraw`,
    summary: 'Whoever accepted can no longer go: it is offered on',
    allowed: ['amhp', 'section-12-doctor', 'amhp-lead'],
    body: command.withdrawAmhp,
    reply: amhpRequest,
  }),
  amhpProgress: route({
    method: 'POST',
    path: `${inArea}/amhp-requests/:requestId/progress`,
    summary: 'Whoever accepted is travelling or on scene',
    allowed: ['amhp', 'section-12-doctor'],
    body: command.amhpProgress,
    reply: amhpRequest,
  }),
  reassignAmhp: route({
    method: 'POST',
    path: `${inArea}/amhp-requests/:requestId/reassign`,
    summary: 'The duty lead offers it to an AMHP or doctor by name; whoever had it is told',
    allowed: ['amhp-lead'],
    body: command.reassignAmhp,
    reply: amhpRequest,
  }),
  amhpLoad: route({
    method: 'GET',
    path: `${inArea}/amhp-load`,
    summary: 'How the work fell on each AMHP over the last four weeks: offers, answers, time attending',
    allowed: ['amhp-lead'],
    reply: z.array(amhpLoad),
  }),
  sayAvailability: route({
    method: 'POST',
    path: `${inArea}/my/availability`,
    summary: 'Say that you rest until a time, or where you set out from',
    allowed: ['amhp', 'section-12-doctor'],
    body: command.sayAvailability,
    reply: availability,
  }),
} as const;
