import type {
  Agreement,
  AmhpRequest,
  Area,
  Availability,
  Incident,
  Instant,
  TriageResource,
} from '@concord/domain';
import type { EntityKind } from '@concord/contracts';
import { EntitySchema } from 'typeorm';
import {
  bool,
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
import { alternative, hold, lending, place, room, toldStatus } from './place-tables';

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
    calls: text,
    nth: integer,
    state: text,
    requestedAt: instant,
    offers: json,
    assigned: orNull(json),
    notBefore: orNull(instant),
    passedOver: json,
    nobody: orNull(json),
    district: text,
  }),
  indices: [
    { name: 'amhp_request_made', columns: ['areaId', 'requestedAt'] },
    { name: 'amhp_request_live', columns: ['areaId'], where: `"state" NOT IN ('done', 'withdrawn')` },
    {
      name: 'amhp_request_one_live',
      columns: ['incidentId', 'calls', 'nth'],
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
  lending,
  'told-status': toldStatus,
  'reach-report': reachReport,
};
