import type {
  Agreement,
  Alternative,
  AmhpRequest,
  Area,
  Availability,
  Hold,
  Incident,
  Instant,
  Place,
  Room,
  ToldStatus,
  TriageResource,
} from '@concord/domain';
import type { EntityKind } from '@concord/contracts';
import type { EntitySchemaOptions } from 'typeorm';
import { EntitySchema } from 'typeorm';
import {
  bool,
  byArea,
  counter,
  double,
  entity,
  instant,
  integer,
  json,
  key,
  named,
  orNull,
  text,
  uuid,
} from './columns';
import { escalation, notification } from './escalation-tables';
import { reachReport, rota } from './on-call-tables';

type ForeignKey = NonNullable<EntitySchemaOptions<object>['foreignKeys']>[number];

/** Looked at when the transaction ends, so that what belongs together may be written in any order. */
const belongsTo = (name: string, column: string, target: EntityKind): ForeignKey => ({
  name,
  target,
  columnNames: [column],
  referencedColumnNames: ['id'],
  deferrable: 'INITIALLY DEFERRED',
});

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
    attendance: json,
    ownerQuietMinutes: orNull(double),
    freshness: json,
    travel: json,
    thresholds: json,
    disputedTimes: text,
    statutoryLadders: json,
    refuserFindsNext: json,
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
  }),
  indices: [byArea('place')],
  checks: [
    {
      name: 'place_is_a_place_of_safety',
      expression: `"kind" IN ('suite', 'emergency-department', 'police-station', 'dwelling', 'other')`,
    },
  ],
});

const alternative = new EntitySchema<Alternative>({
  name: 'alternative',
  tableName: 'alternative',
  columns: named<Alternative>({
    ...entity,
    agencyId: uuid,
    name: text,
    kind: text,
    district: text,
    position: json,
    telephone: text,
    ages: text,
    agesFirm: bool,
    meets: json,
    catchment: json,
    referrers: json,
    hours: json,
    places: orNull(integer),
    capacity: orNull(json),
    shut: orNull(json),
    expected: json,
  }),
  indices: [byArea('alternative')],
  checks: [
    {
      name: 'alternative_is_no_place_of_safety',
      expression: `"kind" IN ('crisis-cafe', 'crisis-house', 'decision-unit', 'home-treatment-team', 'helpline')`,
    },
    {
      name: 'alternative_counts_within_its_places',
      expression: `"capacity" IS NULL OR ("capacity"->>'left')::integer BETWEEN 0 AND "places"`,
    },
  ],
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
  }),
  indices: [
    byArea('room'),
    // One person is in at most one room.
    {
      name: 'room_one_per_incident',
      columns: ['incidentId'],
      unique: true,
      where: '"incident_id" IS NOT NULL',
    },
  ],
  checks: [
    { name: 'room_held_by_a_hold', expression: `("state" = 'held') = ("hold_id" IS NOT NULL)` },
    { name: 'room_occupant_only_when_occupied', expression: `"incident_id" IS NULL OR "state" = 'occupied'` },
    { name: 'room_closed_with_a_reason', expression: `"state" <> 'closed' OR "closed_reason" IS NOT NULL` },
  ],
  foreignKeys: [
    belongsTo('room_in_a_place', 'placeId', 'place'),
    belongsTo('room_hold_exists', 'holdId', 'hold'),
    belongsTo('room_occupant_exists', 'incidentId', 'incident'),
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
    {
      name: 'hold_one_accepted_per_incident',
      columns: ['incidentId'],
      unique: true,
      where: `"state" = 'accepted'`,
    },
  ],
  checks: [
    { name: 'hold_lapses_after_it_is_asked', expression: `"expires_at" > "requested_at"` },
    {
      name: 'hold_answer_has_author_and_time',
      expression: `"state" NOT IN ('accepted', 'refused') OR ("answered_at" IS NOT NULL AND "answered_by" IS NOT NULL)`,
    },
    { name: 'hold_refused_with_a_reason', expression: `("state" = 'refused') = ("refusal" IS NOT NULL)` },
  ],
  foreignKeys: [
    belongsTo('hold_of_a_room', 'roomId', 'room'),
    belongsTo('hold_for_an_incident', 'incidentId', 'incident'),
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
    { name: 'incident_person', columns: ['personId'] },
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
    notBefore: orNull(instant),
    passedOver: json,
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

const availability = new EntitySchema<Availability>({
  name: 'availability',
  tableName: 'availability',
  columns: named<Availability>({
    ...entity,
    userId: uuid,
    name: text,
    restingUntil: orNull(instant),
    district: orNull(text),
    attended: orNull(json),
  }),
  uniques: [{ name: 'availability_of_one', columns: ['areaId', 'userId'] }],
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

/** The table of each kind of thing on the board. */
export const entityTables: Readonly<Record<EntityKind, EntitySchema>> = {
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
  'told-status': toldStatus,
  'reach-report': reachReport,
};
