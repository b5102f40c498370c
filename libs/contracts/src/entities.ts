import { z } from 'zod';
import type {
  Agreement,
  AuditFinding,
  Escalation,
  Fact,
  Hold,
  Incident,
  Notification,
  PersonOutline,
  TriageResource,
} from '@concord/domain';
import { area } from './area-shapes';
import { id, named, position, storedInstant } from './scalars';
import { alternative } from './alternative-shapes';
import {
  alternativeKind,
  ageBand,
  callStep,
  agreementState,
  channel,
  closedReason,
  declineCode,
  deliveryFailure,
  disputedTimes,
  duty,
  clockEvent,
  holdState,
  lateEntry,
  nation,
  placeKind,
  referralAnswer,
  refusalReason,
  resourceState,
  side,
  statutoryKind,
} from './codes';
import { reachReport } from './reach-shapes';
import { rota } from './rota-shapes';
import { amhpRequest, availability } from './amhp-shapes';
import { arrivalSaid, personSaid, saidFacts } from './fact-shapes';
import { holdAcross, lending, riskMarker } from './lending-shapes';
import { entity, observation, place, room, toldStatus } from './place-shapes';

export { place, reachReport, room, toldStatus };

export { area };

export { amhpRequest, availability };

export const hold: z.ZodType<Hold> = z.object({
  ...entity,
  incidentId: id,
  incidentRef: z.string(),
  placeId: id,
  roomId: id,
  state: holdState,
  requestedAt: storedInstant,
  requestedBy: named,
  expiresAt: storedInstant,
  answeredAt: storedInstant.nullable(),
  answeredBy: named.nullable(),
  refusal: z.object({ reason: refusalReason, rationale: z.string() }).nullable(),
  notBefore: storedInstant.nullable(),
  endedBecause: z.string().nullable(),
  reverses: id.nullable(),
  across: holdAcross.nullable(),
});

export const personOutline: z.ZodType<PersonOutline> = z.object({
  ...personSaid.shape,
  risks: z.array(riskMarker),
});

const s = z.string();
const recorded = {
  id,
  happenedAt: storedInstant,
  recordedAt: storedInstant,
  by: named,
  side: side.optional(),
  source: s.optional(),
  late: lateEntry.optional(),
  corrects: z.object({ factId: id, reason: s }).optional(),
  mergedFrom: z.object({ incidentId: id, ref: s }).optional(),
};
const kept = <Kind extends keyof typeof saidFacts>(kind: Kind): (typeof saidFacts)[Kind] => saidFacts[kind];
const aboutHold = { holdId: id, placeId: id };
const aboutRequest = { requestId: id };
const factOf = <Kind extends Fact['kind'], Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.object({ ...recorded, kind: z.literal(kind), ...shape });

const otherRecord = { incidentId: id, ref: s, reason: s };

export const fact: z.ZodType<Fact> = z.discriminatedUnion('kind', [
  factOf('opened', { calledBy: s }),
  factOf('hold-requested', {
    ...aboutHold,
    ...{ roomId: id, placeName: s, roomName: s, askedFrom: id.optional() },
  }),
  factOf('hold-accepted', { ...aboutHold, notBefore: storedInstant.optional() }),
  factOf('hold-extended', { ...aboutHold, until: storedInstant, reason: s }),
  factOf('hold-refusal-reversed', { ...aboutHold, reason: s }),
  factOf('hold-refused', { ...aboutHold, reason: refusalReason, rationale: s }),
  factOf('hold-released', { ...aboutHold, reason: s }),
  factOf('hold-expired', aboutHold),
  factOf('car-committed', { resourceId: id, callsign: s }),
  factOf('car-cleared', { resourceId: id, callsign: s }),
  factOf('arrived', { ...arrivalSaid, placeName: s, placeKind, roomId: id.nullable() }),
  factOf('amhp-requested', { ...aboutRequest, follows: id.optional() }),
  factOf('amhp-offered', { ...aboutRequest, to: named }),
  factOf('amhp-declined', { ...aboutRequest, from: named, code: declineCode.optional(), reason: s }),
  factOf('amhp-offer-lapsed', { ...aboutRequest, from: named }),
  factOf('amhp-offer-taken-back', { ...aboutRequest, from: named, reason: s }),
  factOf('amhp-accepted', { ...aboutRequest, amhp: named, notBefore: storedInstant.optional() }),
  factOf('amhp-withdrew', { ...aboutRequest, amhp: named, reason: s }),
  factOf('amhp-closed', { ...aboutRequest, district: s, reason: s }),
  factOf('search-owed', { placeId: id, placeName: s, reason: refusalReason }),
  factOf('search-handed-back', { placeId: id, placeName: s, reason: s }),
  factOf('outside-accepted', { ...kept('outside-accepted'), placeId: id, nation }),
  factOf('outside-withdrew', { ...kept('outside-withdrew'), placeId: id, placeName: s }),
  factOf('room-closing', { placeId: id, roomId: id, reason: closedReason }),
  factOf('room-reopened', { placeId: id, roomId: id }),
  factOf('doctor-call', {
    ...aboutRequest,
    nth: z.union([z.literal(1), z.literal(2)]),
    step: callStep,
    doctor: named.nullable(),
    follows: id.optional(),
    code: declineCode.optional(),
    reason: s,
    notBefore: storedInstant.optional(),
  }),
  factOf('amhp-travelling', { ...aboutRequest, amhp: named }),
  factOf('amhp-on-scene', { ...aboutRequest, amhp: named }),
  factOf('person-described', { said: personSaid.partial() }),
  factOf('risk-noted', { risk: riskMarker.omit({ recordedAt: true }) }),
  factOf('recorded-in-error', {}),
  factOf('merged-in', otherRecord),
  factOf('merged-into', otherRecord),
  factOf('unmerged', otherRecord),
  factOf('confirmed', { factId: id }),
  factOf('disputed', { factId: id, saysAt: storedInstant, reason: s }),
  factOf('advice-sought', kept('advice-sought')),
  factOf('advice-not-practicable', kept('advice-not-practicable')),
  factOf('warrant-entered', kept('warrant-entered')),
  factOf('detained', kept('detained')),
  factOf('diverted', { ...kept('diverted'), alternativeName: s.optional() }),
  factOf('referred', { ...kept('referred'), alternativeName: s, alternativeKind }),
  factOf('referral-answered', {
    referralId: id,
    alternativeId: id,
    alternativeName: s,
    answer: referralAnswer,
    reason: s,
  }),
  factOf('conveyance-started', kept('conveyance-started')),
  factOf('handed-over', kept('handed-over')),
  factOf('police-left', kept('police-left')),
  factOf('assessment-started', kept('assessment-started')),
  factOf('start-contested', kept('start-contested')),
  factOf('reading-adopted', kept('reading-adopted')),
  factOf('extended', kept('extended')),
  factOf('bed-sought', kept('bed-sought')),
  factOf('bed-found', kept('bed-found')),
  factOf('absconded', kept('absconded')),
  factOf('retaken', kept('retaken')),
  factOf('arrested', kept('arrested')),
  factOf('consent-withdrawn', kept('consent-withdrawn')),
  factOf('station-check', kept('station-check')),
  factOf('station-review', kept('station-review')),
  factOf('searched', kept('searched')),
  factOf('interpreter-arranged', kept('interpreter-arranged')),
  factOf('fitness-told', kept('fitness-told')),
  factOf('rights-given', kept('rights-given')),
  factOf('property-listed', kept('property-listed')),
  factOf('restrained', kept('restrained')),
  factOf('ambulance-requested', kept('ambulance-requested')),
  factOf('ambulance-arrived', kept('ambulance-arrived')),
  factOf('noted', kept('noted')),
  factOf('incident-in-error', kept('incident-in-error')),
  factOf('outcome', kept('outcome')),
  factOf('closed', kept('closed')),
]);

export const incident: z.ZodType<Incident> = z.object({
  ...entity,
  ref: s,
  personId: id,
  person: personOutline,
  where: z.object({ text: s, district: s, position }),
  agreementId: id,
  facts: z.array(fact),
});

export const resource: z.ZodType<TriageResource> = z.object({
  ...entity,
  agencyId: id,
  callsign: s,
  kind: z.enum(['car', 'desk', 'phone-line']),
  district: s,
  crew: z.array(s),
  state: resourceState,
  incidentId: id.nullable(),
  incidentRef: s.nullable(),
  observed: observation,
});

const stepCalls = {
  duties: z.array(duty),
  agencyId: id.optional(),
  channels: z.array(channel).optional(),
  each: z.boolean().optional(),
};
const ladder = z.array(z.object({ afterMinutes: z.number(), ...stepCalls }));
const signed = { by: named, at: storedInstant };

export const agreement: z.ZodType<Agreement> = z.object({
  ...entity,
  version: z.int(),
  title: s,
  parties: z.array(id),
  sample: z.boolean(),
  state: agreementState,
  basedOn: id.nullable(),
  authors: z.array(named),
  approved: z.object(signed).nullable(),
  withdrawn: z.object({ ...signed, reason: s }).nullable(),
  effectiveFrom: storedInstant,
  holdAnswerMinutes: z.number(),
  holdArriveMinutes: z.number(),
  offerAnswerMinutes: z.number(),
  attendance: z.object({
    travelMinutes: z.number().nullable(),
    rest: z.object({ from: s, to: s, hours: z.number() }).nullable(),
  }),
  ownerQuietMinutes: z.number().nullable(),
  freshness: z.object({
    confirmAfterMinutes: z.number(),
    unknownAfterMinutes: z.number(),
    confirmDuties: z.array(duty),
    unknownDuties: z.array(duty),
  }),
  travel: z.object({
    roadFactor: z.number(),
    kmPerHour: z.number(),
    minutes: z.record(z.string(), z.record(z.string(), z.number())).optional(),
  }),
  thresholds: z.array(
    z.object({
      id: s,
      clock: s,
      label: s,
      startsOn: clockEvent,
      stopsOn: z.array(clockEvent),
      resumesOn: z.array(clockEvent),
      placeKinds: z.array(placeKind),
      ages: ageBand,
      hours: z.object({ days: z.array(z.int()), from: s, to: s }).nullable(),
      soonAfterMinutes: z.number(),
      dueAfterMinutes: z.number(),
      overAfterMinutes: z.number(),
      ladder,
    }),
  ),
  refuserFindsNext: z.array(refusalReason),
  disputedTimes,
  statutoryLadders: z.record(
    statutoryKind,
    z.array(z.object({ minutesBeforeEnd: z.number(), ...stepCalls })),
  ),
});

const level = z.enum(['due', 'over']);
/** One of the two: what an escalation or a message is about. */
const about = { incidentId: id.nullable(), placeId: id.nullable() };

const acknowledgement = z.object({ who: named, at: storedInstant });

export const escalation: z.ZodType<Escalation> = z.object({
  ...entity,
  ...about,
  incidentRef: s.nullable(),
  clock: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('agreed'), thresholdId: s, label: s }),
    z.object({ kind: z.literal('statutory'), limit: statutoryKind, label: s }),
  ]),
  subject: id,
  startedAt: storedInstant,
  level,
  steps: z.array(
    z.object({
      afterMinutes: z.number(),
      level,
      dueAt: storedInstant,
      firedAt: storedInstant,
      lateBySeconds: z.int(),
      called: z.array(z.object({ duty, who: named })),
      nobodyFor: z.array(duty),
      each: z.boolean().optional(),
    }),
  ),
  ownedBy: named.nullable(),
  ownedAt: storedInstant.nullable(),
  acknowledgements: z.array(acknowledgement),
  silences: z.array(acknowledgement),
  snooze: z.object({ by: named, at: storedInstant, until: storedInstant, why: s }).nullable(),
  goneQuiet: z.array(z.object({ who: named, since: storedInstant, at: storedInstant })),
  nobodyReachedAt: storedInstant.nullable(),
  resolvedAt: storedInstant.nullable(),
});

export const notification: z.ZodType<Notification> = z.object({
  ...entity,
  escalationId: id.nullable(),
  ...about,
  duty,
  to: named,
  subject: s,
  channels: z.array(channel),
  statutory: z.boolean(),
  state: z.enum(['queued', 'sent', 'failed', 'withdrawn']),
  queuedAt: storedInstant,
  tryAt: storedInstant.nullable(),
  sentAt: storedInstant.nullable(),
  deliveries: z.array(
    z.object({
      id,
      channel: channel.nullable(),
      methodId: id.nullable(),
      state: z.enum(['recorded', 'handed-over', 'delivered', 'failed']),
      why: deliveryFailure.nullable(),
      attempts: z.int(),
      at: storedInstant,
    }),
  ),
});

export const auditFinding: z.ZodType<AuditFinding> = z.object({
  fault: z.enum(['lost', 'doubled', 'early', 'altered']),
  subjectId: id,
  about: s,
  of: s,
  dueAt: storedInstant.nullable(),
});

/** Every kind of thing on the board, with its schema: snapshots, changes and the journal speak in these. */
export const entitySchemas = {
  area,
  agreement,
  place,
  room,
  alternative,
  hold,
  incident,
  'amhp-request': amhpRequest,
  availability,
  resource,
  rota,
  escalation,
  notification,
  lending,
  'told-status': toldStatus,
  'reach-report': reachReport,
} as const;

export type EntityKind = keyof typeof entitySchemas;
export type Entities = { [Kind in EntityKind]: z.infer<(typeof entitySchemas)[Kind]> };
export const entityKinds = Object.keys(entitySchemas) as EntityKind[];

/** Kept in the journal and read by a route of its own: on no live board, where it would only pile up. */
export const isHistoryOnly = (kind: EntityKind): boolean => kind === 'told-status';
