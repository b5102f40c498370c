import type {
  Agreement,
  AmhpRequest,
  Area,
  Escalation,
  Hold,
  Incident,
  Instant,
  Lending,
  Notification,
  Place,
  Room,
  Rota,
  ToldStatus,
  TriageResource,
} from '@concord/domain';
import type { EntityKind } from '@concord/contracts';
import { EntitySchema } from 'typeorm';
import {
  bool,
  counter,
  double,
  instant,
  integer,
  json,
  key,
  named,
  ofOneThing,
  orNull,
  text,
  uuid,
} from './columns';

const entity = { id: key(uuid), areaId: uuid, revision: counter };
const byArea = (table: string) => ({ name: `${table}_area`, columns: ['areaId'] });

const area = new EntitySchema<Area>({
  name: 'area',
  tableName: 'area',
  columns: named<Area>({
    id: key(uuid),
    name: text,
    demo: bool,
    nation: text,
    refPrefix: text,
    agencies: json,
    districts: json,
    policeStationRules: json,
    revision: counter,
  }),
  uniques: [{ name: 'area_name', columns: ['name'] }],
});

const agreement = new EntitySchema<Agreement>({
  name: 'agreement',
  tableName: 'agreement',
  columns: named<Agreement>({
    ...entity,
    version: integer,
    title: text,
    parties: json,
    sample: bool,
    state: text,
    basedOn: orNull(uuid),
    authors: json,
    approved: orNull(json),
    withdrawn: orNull(json),
    effectiveFrom: instant,
    holdAnswerMinutes: double,
    holdArriveMinutes: double,
    offerAnswerMinutes: double,
    freshness: json,
    travel: json,
    thresholds: json,
    disputedTimes: text,
    statutoryLadders: json,
  }),
  uniques: [{ name: 'agreement_version', columns: ['areaId', 'version'] }],
});

const place = new EntitySchema<Place>({
  name: 'place',
  tableName: 'place',
  columns: named<Place>({
    ...entity,
    agencyId: uuid,
    name: text,
    kind: text,
    nation: text,
    district: text,
    position: json,
    telephone: text,
    meets: json,
    catchment: json,
    staffing: orNull(json),
    pressure: orNull(json),
    promises: json,
    lentBy: orNull(json),
    lentTo: json,
  }),
  indices: [byArea('place')],
});

const room = new EntitySchema<Room>({
  name: 'room',
  tableName: 'room',
  columns: named<Room>({
    ...entity,
    placeId: uuid,
    name: text,
    ages: text,
    sexes: text,
    meets: json,
    state: text,
    observed: json,
    holdId: orNull(uuid),
    incidentId: orNull(uuid),
    closedReason: orNull(text),
    promised: orNull(json),
    lentBy: orNull(json),
    lentTo: json,
    guest: orNull(json),
  }),
  indices: [
    byArea('room'),
    // One person is in at most one room: in a neighbour's, it is one room with a row in each area.
    {
      name: 'room_one_per_incident',
      columns: ['areaId', 'incidentId'],
      unique: true,
      where: '"incident_id" IS NOT NULL',
    },
  ],
  checks: [
    // A neighbour's room may be promised to somebody of whom this area knows nothing.
    {
      name: 'room_held_by_a_hold',
      expression: `("state" = 'held') = ("hold_id" IS NOT NULL) OR ("lent_by" IS NOT NULL AND "hold_id" IS NULL)`,
    },
    { name: 'room_occupant_only_when_occupied', expression: `"incident_id" IS NULL OR "state" = 'occupied'` },
    { name: 'room_closed_with_a_reason', expression: `"state" <> 'closed' OR "closed_reason" IS NOT NULL` },
  ],
});

const hold = new EntitySchema<Hold>({
  name: 'hold',
  tableName: 'hold',
  columns: named<Hold>({
    ...entity,
    incidentId: uuid,
    incidentRef: text,
    placeId: uuid,
    roomId: uuid,
    state: text,
    requestedAt: instant,
    requestedBy: json,
    expiresAt: instant,
    answeredAt: orNull(instant),
    answeredBy: orNull(json),
    refusal: orNull(json),
    notBefore: orNull(instant),
    endedBecause: orNull(text),
    reverses: orNull(uuid),
    across: orNull(json),
  }),
  indices: [
    byArea('hold'),
    { name: 'hold_incident', columns: ['incidentId'] },
    // P3 in the database itself: a room is promised to one incident at a time.
    {
      name: 'hold_one_per_room',
      columns: ['roomId'],
      unique: true,
      where: `"state" IN ('requested', 'accepted')`,
    },
  ],
});

const incident = new EntitySchema<Incident & { closed: boolean; openedAt: Instant }>({
  name: 'incident',
  tableName: 'incident',
  columns: named<Incident & { closed: boolean; openedAt: Instant }>({
    ...entity,
    ref: text,
    personId: uuid,
    person: json,
    where: { ...json, name: 'scene' },
    agreementId: uuid,
    facts: json,
    // Derived from the facts when written: the board reads open incidents only, however long the history.
    closed: { ...bool, select: false },
    openedAt: { ...instant, select: false },
  }),
  uniques: [{ name: 'incident_ref', columns: ['areaId', 'ref'] }],
  indices: [
    { name: 'incident_open', columns: ['areaId'], where: 'NOT "closed"' },
    { name: 'incident_opened', columns: ['areaId', 'openedAt'] },
  ],
});

const amhpRequest = new EntitySchema<AmhpRequest>({
  name: 'amhp-request',
  tableName: 'amhp_request',
  columns: named<AmhpRequest>({
    ...entity,
    incidentId: uuid,
    incidentRef: text,
    state: text,
    requestedAt: instant,
    offers: json,
    assigned: orNull(json),
    district: text,
  }),
  indices: [
    { name: 'amhp_request_live', columns: ['areaId'], where: `"state" NOT IN ('done', 'withdrawn')` },
    {
      name: 'amhp_request_one_live',
      columns: ['incidentId'],
      unique: true,
      where: `"state" NOT IN ('done', 'withdrawn')`,
    },
  ],
});

const resource = new EntitySchema<TriageResource>({
  name: 'resource',
  tableName: 'resource',
  columns: named<TriageResource>({
    ...entity,
    agencyId: uuid,
    callsign: text,
    kind: text,
    district: text,
    crew: json,
    state: text,
    incidentId: orNull(uuid),
    incidentRef: orNull(text),
    observed: json,
  }),
  uniques: [{ name: 'resource_callsign', columns: ['areaId', 'callsign'] }],
});

const rota = new EntitySchema<Rota>({
  name: 'rota',
  tableName: 'rota',
  columns: named<Rota>({
    ...entity,
    agencyId: uuid,
    duty: text,
    name: text,
    callOrder: integer,
    districts: json,
    placeIds: json,
    layers: json,
    temporary: json,
    overrides: json,
    swaps: json,
    agreedHours: json,
    until: orNull(instant),
  }),
  indices: [byArea('rota')],
});

const escalation = new EntitySchema<Escalation>({
  name: 'escalation',
  tableName: 'escalation',
  columns: named<Escalation>({
    ...entity,
    incidentId: orNull(uuid),
    incidentRef: orNull(text),
    placeId: orNull(uuid),
    clock: json,
    subject: uuid,
    startedAt: instant,
    level: text,
    steps: json,
    ownedBy: orNull(json),
    ownedAt: orNull(instant),
    resolvedAt: orNull(instant),
  }),
  indices: [
    { name: 'escalation_open', columns: ['areaId'], where: '"resolved_at" IS NULL' },
    { name: 'escalation_incident', columns: ['incidentId'] },
    { name: 'escalation_place', columns: ['placeId'], where: '"place_id" IS NOT NULL' },
    // A place is asked one question at a time.
    {
      name: 'escalation_one_open_per_place',
      columns: ['placeId'],
      unique: true,
      where: '"place_id" IS NOT NULL AND "resolved_at" IS NULL',
    },
  ],
  checks: [ofOneThing('escalation')],
});

const notification = new EntitySchema<Notification>({
  name: 'notification',
  tableName: 'notification',
  columns: named<Notification>({
    ...entity,
    escalationId: orNull(uuid),
    incidentId: orNull(uuid),
    placeId: orNull(uuid),
    duty: text,
    to: { ...json, name: 'recipient' },
    subject: text,
    statutory: bool,
    state: text,
    queuedAt: instant,
    tryAt: orNull(instant),
    sentAt: orNull(instant),
    deliveries: json,
  }),
  indices: [
    { name: 'notification_queued', columns: ['areaId'], where: `"state" = 'queued'` },
    { name: 'notification_due', columns: ['tryAt'], where: `"state" = 'queued'` },
    { name: 'notification_sent', columns: ['areaId', 'sentAt'] },
    { name: 'notification_incident', columns: ['incidentId'] },
  ],
  checks: [ofOneThing('notification')],
});

const toldStatus = new EntitySchema<ToldStatus>({
  name: 'told-status',
  tableName: 'told_status',
  columns: named<ToldStatus>({
    ...entity,
    placeId: uuid,
    said: json,
    confirmed: bool,
    observedAt: instant,
    recordedAt: instant,
    by: { ...json, name: 'teller' },
    source: text,
    tookEffect: bool,
    takenBackAt: orNull(instant),
  }),
  indices: [{ name: 'told_status_place', columns: ['placeId', 'observedAt'] }],
});

const lending = new EntitySchema<Lending>({
  name: 'lending',
  tableName: 'lending',
  columns: named<Lending>({
    ...entity,
    side: text,
    other: json,
    places: json,
    from: { ...instant, name: 'from_at' },
    until: { ...instant, name: 'until_at' },
    rules: json,
    state: text,
    offeredBy: json,
    offeredAt: instant,
    ended: orNull(json),
  }),
  indices: [{ name: 'lending_live', columns: ['areaId'], where: `"state" IN ('agreed', 'running')` }],
});

/** The table of each kind of thing on the board. */
export const entityTables: Readonly<Record<EntityKind, EntitySchema>> = {
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
  lending,
  'told-status': toldStatus,
};
