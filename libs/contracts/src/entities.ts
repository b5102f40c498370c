import { z } from 'zod';
import type {
  Agreement,
  AmhpRequest,
  Area,
  Escalation,
  Fact,
  Hold,
  Incident,
  Notification,
  PersonOutline,
  Place,
  Room,
  Rota,
  TriageResource,
} from '@concord/domain';
import { id, named, position, storedInstant } from './scalars';
import {
  adviserProfession,
  ageBand,
  ageBasis,
  closedReason,
  conveyanceMode,
  diversion,
  duty,
  factKind,
  outcomeCode,
  placeKind,
  policeStationGrounds,
  policeVehicleReason,
  refusalReason,
  resourceState,
  riskKind,
  roomState,
  sex,
} from './codes';

const entity = { id, areaId: id, revision: z.int() };
const observation = z.object({
  at: storedInstant,
  by: named,
  source: z.enum(['site', 'telephone', 'system']),
});

export const area: z.ZodType<Area> = z.object({
  id,
  name: z.string(),
  demo: z.boolean(),
  nation: z.enum(['england', 'wales']),
  refPrefix: z.string(),
  agencies: z.array(
    z.object({
      id,
      name: z.string(),
      kind: z.enum([
        'police',
        'mental-health-trust',
        'local-authority',
        'ambulance-trust',
        'acute-trust',
        'voluntary',
      ]),
    }),
  ),
  districts: z.array(z.object({ name: z.string(), centre: position })),
  agreementId: id,
  revision: z.int(),
});

export const place: z.ZodType<Place> = z.object({
  ...entity,
  agencyId: id,
  name: z.string(),
  kind: placeKind,
  district: z.string(),
  position,
  telephone: z.string(),
});

export const room: z.ZodType<Room> = z.object({
  ...entity,
  placeId: id,
  name: z.string(),
  ages: ageBand,
  state: roomState,
  observed: observation,
  holdId: id.nullable(),
  incidentId: id.nullable(),
  closedReason: closedReason.nullable(),
});

export const hold: z.ZodType<Hold> = z.object({
  ...entity,
  incidentId: id,
  incidentRef: z.string(),
  placeId: id,
  roomId: id,
  state: z.enum(['requested', 'accepted', 'refused', 'released', 'expired', 'arrived']),
  requestedAt: storedInstant,
  requestedBy: named,
  expiresAt: storedInstant,
  answeredAt: storedInstant.nullable(),
  answeredBy: named.nullable(),
  refusal: z.object({ reason: refusalReason, rationale: z.string() }).nullable(),
});

export const personOutline: z.ZodType<PersonOutline> = z.object({
  ageYears: z.int().nullable(),
  ageBasis,
  appearsUnder18: z.boolean(),
  sex,
  risks: z.array(
    z.object({
      kind: riskKind,
      note: z.string(),
      source: z.string(),
      recordedAt: storedInstant,
      expiresAt: storedInstant,
    }),
  ),
});

const s = z.string();
const recorded = { id, happenedAt: storedInstant, recordedAt: storedInstant, by: named };
const aboutHold = { holdId: id, placeId: id };
const aboutRequest = { requestId: id };
const factOf = <Kind extends Fact['kind'], Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.object({ ...recorded, kind: z.literal(kind), ...shape });

export const fact: z.ZodType<Fact> = z.discriminatedUnion('kind', [
  factOf('opened', { calledBy: s }),
  factOf('advice-sought', { adviser: s, profession: adviserProfession, advice: s }),
  factOf('advice-not-practicable', { reason: s }),
  factOf('detained', { power: z.enum(['s136-removed', 's136-kept']), officer: s }),
  factOf('diverted', { to: diversion, note: s }),
  factOf('hold-requested', { ...aboutHold, roomId: id, placeName: s, roomName: s }),
  factOf('hold-accepted', aboutHold),
  factOf('hold-refused', { ...aboutHold, reason: refusalReason, rationale: s }),
  factOf('hold-released', { ...aboutHold, reason: s }),
  factOf('hold-expired', aboutHold),
  factOf('car-committed', { resourceId: id, callsign: s }),
  factOf('car-cleared', { resourceId: id, callsign: s }),
  factOf('conveyance-started', { mode: conveyanceMode, policeVehicleReason: policeVehicleReason.optional() }),
  factOf('arrived', {
    placeId: id,
    placeName: s,
    placeKind,
    roomId: id.nullable(),
    policeStation: policeStationGrounds.optional(),
  }),
  factOf('handed-over', { acceptedBy: s }),
  factOf('amhp-requested', aboutRequest),
  factOf('amhp-offered', { ...aboutRequest, to: named }),
  factOf('amhp-declined', { ...aboutRequest, from: named, reason: s }),
  factOf('amhp-offer-lapsed', { ...aboutRequest, from: named }),
  factOf('amhp-accepted', { ...aboutRequest, amhp: named }),
  factOf('amhp-withdrew', { ...aboutRequest, amhp: named, reason: s }),
  factOf('amhp-travelling', { ...aboutRequest, amhp: named }),
  factOf('amhp-on-scene', { ...aboutRequest, amhp: named }),
  factOf('assessment-started', { amhp: s }),
  factOf('outcome', { code: outcomeCode, note: s }),
  factOf('closed', { note: s }),
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

export const amhpRequest: z.ZodType<AmhpRequest> = z.object({
  ...entity,
  incidentId: id,
  incidentRef: s,
  state: z.enum(['offered', 'unanswered', 'accepted', 'travelling', 'on-scene', 'done', 'withdrawn']),
  requestedAt: storedInstant,
  offers: z.array(
    z.object({
      to: named,
      offeredAt: storedInstant,
      answerBy: storedInstant,
      answer: z.enum(['accepted', 'declined', 'lapsed', 'withdrawn']).nullable(),
      answeredAt: storedInstant.nullable(),
      reason: s.nullable(),
    }),
  ),
  assigned: named.nullable(),
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

const ladder = z.array(z.object({ afterMinutes: z.number(), duties: z.array(duty) }));

export const agreement: z.ZodType<Agreement> = z.object({
  ...entity,
  version: z.int(),
  title: s,
  sample: z.boolean(),
  effectiveFrom: storedInstant,
  holdAnswerMinutes: z.number(),
  holdArriveMinutes: z.number(),
  offerAnswerMinutes: z.number(),
  freshness: z.object({ confirmAfterMinutes: z.number(), unknownAfterMinutes: z.number() }),
  travel: z.object({ roadFactor: z.number(), kmPerHour: z.number() }),
  thresholds: z.array(
    z.object({
      id: s,
      label: s,
      startsOn: factKind,
      stopsOn: z.array(factKind),
      resumesOn: z.array(factKind),
      placeKinds: z.array(placeKind),
      soonAfterMinutes: z.number(),
      dueAfterMinutes: z.number(),
      overAfterMinutes: z.number(),
      ladder,
    }),
  ),
  statutoryLadder: ladder,
});

export const rota: z.ZodType<Rota> = z.object({
  ...entity,
  agencyId: id,
  duty,
  name: s,
  members: z.array(named),
  width: z.int().positive(),
  handoversAt: z.array(s),
  from: z.iso.date(),
});

const level = z.enum(['due', 'over']);

export const escalation: z.ZodType<Escalation> = z.object({
  ...entity,
  incidentId: id,
  incidentRef: s,
  clock: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('agreed'), thresholdId: s, label: s }),
    z.object({ kind: z.literal('statutory'), limit: z.literal('s136-permitted-period'), label: s }),
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
    }),
  ),
  ownedBy: named.nullable(),
  ownedAt: storedInstant.nullable(),
  resolvedAt: storedInstant.nullable(),
});

export const notification: z.ZodType<Notification> = z.object({
  ...entity,
  escalationId: id,
  incidentId: id,
  duty,
  to: named,
  subject: s,
  state: z.enum(['queued', 'sent']),
  queuedAt: storedInstant,
  sentAt: storedInstant.nullable(),
});

/** Every kind of thing on the board, with its schema: snapshots, changes and the journal speak in these. */
export const entitySchemas = {
  area,
  agreement,
  place,
  room,
  hold,
  incident,
  'amhp-request': amhpRequest,
  resource,
  rota,
  escalation,
  notification,
} as const;

export type EntityKind = keyof typeof entitySchemas;
export type Entities = { [Kind in EntityKind]: z.infer<(typeof entitySchemas)[Kind]> };
export const entityKinds = Object.keys(entitySchemas) as EntityKind[];
