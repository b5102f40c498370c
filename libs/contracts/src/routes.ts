import { z } from 'zod';
import { alarmDuties, type Duty } from '@concord/domain';
import { agreementRoutes } from './agreement-routes';
import { alternativeRoutes } from './alternative-routes';
import { amhpRoutes } from './amhp-routes';
import * as command from './commands';
import { contactRoutes } from './contact-routes';
import { holdRoutes } from './hold-routes';
import { lendingRoutes } from './lending-routes';
import { area, auditFinding, escalation, incident, notification, resource } from './entities';
import { boardSnapshot, demoClock, journalPage } from './live';
import { placeRoutes } from './place-routes';
import { rankedPlace } from './place-shapes';
import { controlRoom, everyDuty, inArea, oversight, route } from './route';
import { rotaRoutes } from './rota-routes';
import { signInRoutes } from './sign-in-routes';

export type { Allowed, Route } from './route';

const withThePerson: readonly Duty[] = [...controlRoom, ...oversight, 'suite-nurse', 'amhp', 'triage-crew'];
const recorders: readonly Duty[] = [...withThePerson, 'amhp-lead'];

/** Every route of the public API. The OpenAPI document, the guards and the clients are all made from this table. */
export const routes = {
  ...signInRoutes,
  ...contactRoutes,
  ...lendingRoutes,

  board: route({
    method: 'GET',
    path: `${inArea}/board`,
    summary: 'The live board as I may see it',
    allowed: everyDuty,
    reply: boardSnapshot,
  }),
  area: route({
    method: 'GET',
    path: inArea,
    summary: 'The area, its agencies and districts',
    allowed: everyDuty,
    reply: area,
  }),
  ...agreementRoutes,
  journal: route({
    method: 'GET',
    path: `${inArea}/journal`,
    summary: 'What changed, in order, with its hash chain',
    allowed: ['control-room', ...oversight, 'demo'],
    query: z.strictObject({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(2000).default(500),
    }),
    reply: journalPage,
  }),

  openIncident: route({
    method: 'POST',
    path: `${inArea}/incidents`,
    summary: 'Open an incident',
    allowed: [...controlRoom, 'triage-crew'],
    body: command.openIncident,
    reply: incident,
  }),
  incident: route({
    method: 'GET',
    path: `${inArea}/incidents/:incidentId`,
    summary: 'One incident as I may see it',
    allowed: everyDuty,
    reply: incident,
  }),
  person: route({
    method: 'GET',
    path: `${inArea}/incidents/:incidentId/person`,
    summary: 'Name, date of birth and NHS number, for those who need them; the reading is journalled',
    allowed: ['control-room', 'suite-nurse', 'amhp', 'triage-crew'],
    reply: z.object({
      name: z.string().nullable(),
      dateOfBirth: z.string().nullable(),
      nhsNumber: z.string().nullable(),
    }),
  }),
  recordFact: route({
    method: 'POST',
    path: `${inArea}/incidents/:incidentId/facts`,
    summary: 'Record what happened',
    allowed: recorders,
    body: command.recordFact,
    reply: incident,
  }),
  correctFact: route({
    method: 'POST',
    path: `${inArea}/incidents/:incidentId/facts/:factId/correct`,
    summary: 'Put a fact right: the old one stays readable, every clock is computed anew',
    allowed: recorders,
    body: command.correctFact,
    reply: incident,
  }),
  takeBackFact: route({
    method: 'POST',
    path: `${inArea}/incidents/:incidentId/facts/:factId/take-back`,
    summary: 'Say that a fact was recorded in error, with nothing in its place',
    allowed: recorders,
    body: command.takeBackFact,
    reply: incident,
  }),
  mergeIncidents: route({
    method: 'POST',
    path: `${inArea}/incidents/:incidentId/merge`,
    summary: 'Another record is of this incident: its facts join these, and it is shut',
    allowed: [...controlRoom, 's136-coordinator'],
    body: command.mergeIncidents,
    reply: incident,
  }),
  unmergeIncidents: route({
    method: 'POST',
    path: `${inArea}/incidents/:incidentId/unmerge`,
    summary: 'They were two incidents after all: each record has its own facts again',
    allowed: [...controlRoom, 's136-coordinator'],
    body: command.mergeIncidents,
    reply: incident,
  }),
  identifyPerson: route({
    method: 'POST',
    path: `${inArea}/incidents/:incidentId/person`,
    summary: 'Who the person is, as far as is known now; kept apart from the board and the journal',
    allowed: withThePerson,
    body: command.identifyPerson,
    reply: incident,
  }),
  datePoliceStationRule: route({
    method: 'POST',
    path: `${inArea}/police-station-rules`,
    summary: 'From a day to come, the rule on adults at police stations in one nation',
    allowed: ['superintendent', 'director-on-call'],
    body: command.datePoliceStationRule,
    reply: area,
  }),
  places: route({
    method: 'GET',
    path: `${inArea}/incidents/:incidentId/places`,
    summary:
      'Suite rooms, then emergency departments, for this person, each best first, with reasons; for a suite only while it owes the search',
    allowed: [...controlRoom, 'triage-crew', ...oversight, 'suite-nurse'],
    reply: z.array(rankedPlace),
  }),
  ...alternativeRoutes,
  ...holdRoutes,
  ...placeRoutes,

  ...amhpRoutes,
  ...rotaRoutes,

  markResource: route({
    method: 'POST',
    path: `${inArea}/resources/:resourceId/state`,
    summary: 'Say what a triage car or desk is doing',
    allowed: ['triage-crew', 'control-room'],
    body: command.markResource,
    reply: resource,
  }),
  commitResource: route({
    method: 'POST',
    path: `${inArea}/resources/:resourceId/commit`,
    summary: 'Send a triage car to an incident',
    allowed: ['triage-crew', 'control-room'],
    body: command.commitResource,
    reply: resource,
  }),

  escalations: route({
    method: 'GET',
    path: `${inArea}/incidents/:incidentId/escalations`,
    summary: 'Every escalation of an incident, ended ones too: who was called, and who took it on',
    allowed: [...controlRoom, 'amhp-lead', ...oversight],
    reply: z.array(escalation),
  }),
  ownEscalation: route({
    method: 'POST',
    path: `${inArea}/escalations/:escalationId/own`,
    summary: 'Take an escalation on, by name; a nurse in charge takes on those about their own place',
    allowed: [...alarmDuties, 'suite-nurse'],
    body: command.ownEscalation,
    reply: escalation,
  }),
  silenceEscalation: route({
    method: 'POST',
    path: `${inArea}/escalations/:escalationId/silence`,
    summary: 'Turn the sound of an escalation off at your desk, on the record: it is still nobody’s',
    allowed: [...controlRoom, 'amhp-lead', ...oversight],
    body: command.silenceEscalation,
    reply: escalation,
  }),
  snoozeEscalation: route({
    method: 'POST',
    path: `${inArea}/escalations/:escalationId/snooze`,
    summary: 'Put a warning aside for at most 30 minutes, with a reason; never a breach, never a legal limit',
    allowed: [...controlRoom, 'amhp-lead', ...oversight],
    body: command.snoozeEscalation,
    reply: escalation,
  }),
  engineFaults: route({
    method: 'GET',
    path: `${inArea}/engine-faults`,
    summary: 'What the auditor found wrong with the escalations: lost, doubled, early or altered',
    allowed: [...controlRoom, 'amhp-lead', ...oversight],
    reply: z.array(auditFinding),
  }),
  sent: route({
    method: 'GET',
    path: `${inArea}/sent`,
    summary: 'The latest 500 messages that went out, or would have, in order, with how each fared',
    allowed: [...controlRoom, ...oversight, 'demo'],
    reply: z.array(notification),
  }),
  notifications: route({
    method: 'GET',
    path: `${inArea}/incidents/:incidentId/notifications`,
    summary: 'Every message about an incident, and how each fared by each contact method',
    allowed: [...controlRoom, 'amhp-lead', ...oversight],
    reply: z.array(notification),
  }),

  demoClock: route({
    method: 'GET',
    path: '/demo/clock',
    summary: 'The demo clock',
    allowed: 'signed-in',
    reply: demoClock,
  }),
  setDemoClock: route({
    method: 'POST',
    path: '/demo/clock',
    summary: 'Pause, speed up or step the demo clock',
    allowed: 'signed-in',
    body: command.setDemoClock,
    reply: demoClock,
  }),
} as const;

export type RouteName = keyof typeof routes;
export type BodyOf<Name extends RouteName> = (typeof routes)[Name] extends { body?: infer Body }
  ? Body extends z.ZodType
    ? z.input<Body>
    : undefined
  : undefined;
export type ReplyOf<Name extends RouteName> = z.infer<(typeof routes)[Name]['reply']>;
export type CommandOf<Name extends RouteName> = (typeof routes)[Name] extends { body?: infer Body }
  ? Body extends z.ZodType
    ? z.output<Body>
    : undefined
  : undefined;
