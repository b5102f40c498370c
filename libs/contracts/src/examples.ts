import { rulesToDate, sampleAgreement, unknownPerson } from '@concord/domain';
import { alternativeExample } from './alternative-example';
import type { Entities, EntityKind } from './entities';
import { facts } from './example-facts';
import {
  amhp,
  areaId,
  at,
  car,
  colleague,
  controller,
  elm,
  holdId,
  incidentId,
  nurse,
  requestId,
  roomId,
  scene,
  uid,
} from './example-names';
import { toldStatus } from './example-status';
import { reachExample } from './reach-example';
import { rotaExample } from './rota-example';

export { hearth, lamp } from './alternative-example';
export * from './example-facts';
export * from './example-names';

// Fictional things, one of every kind, from which this library's tests begin. Not exported from it.

const observed = { at: at(0), by: nurse, source: 'site' } as const;
const common = { areaId, revision: 7 };
const aboutIncident = { incidentId, incidentRef: 'HV-1001' };

/**
 * One thing of every kind, all of one incident: held at Elm, a car sent, an AMHP offered it after a colleague
 * declined, referred to the Lamp before any detention.
 */
export const entities: { readonly [Kind in EntityKind]: Entities[Kind] } = {
  area: {
    id: areaId,
    name: 'Harrowdale and Vale',
    demo: true,
    nation: 'england',
    refPrefix: 'HV',
    agencies: [{ id: uid(60), name: 'Vale Trust', kind: 'mental-health-trust' }],
    districts: [{ name: 'Harrowdale', centre: { lat: 54, lon: -2 } }],
    policeStationRules: rulesToDate,
    revision: 7,
  },
  agreement: sampleAgreement(areaId, uid(61), '2026-01-01T00:00:00.000Z'),
  place: {
    ...common,
    id: elm,
    agencyId: uid(60),
    name: 'Elm Suite',
    kind: 'suite',
    nation: 'england',
    district: 'Harrowdale',
    position: { lat: 54.1, lon: -2 },
    telephone: '01632 960 101',
    meets: [],
    catchment: [],
    staffing: null,
    pressure: null,
    promises: { made: 0, kept: 0 },
  },
  room: {
    ...common,
    id: roomId,
    placeId: elm,
    name: 'Room 1',
    ages: 'adults',
    sexes: 'any',
    meets: [],
    state: 'held',
    observed,
    holdId,
    incidentId,
    closedReason: null,
    promised: null,
  },
  alternative: alternativeExample,
  hold: {
    ...common,
    ...aboutIncident,
    id: holdId,
    placeId: elm,
    roomId,
    state: 'refused',
    requestedAt: at(2),
    requestedBy: controller,
    expiresAt: at(32),
    answeredAt: at(4),
    answeredBy: nurse,
    refusal: { reason: 'no-staff', rationale: 'One nurse tonight.' },
    notBefore: null,
    endedBecause: null,
    reverses: null,
  },
  incident: {
    ...common,
    id: incidentId,
    ref: 'HV-1001',
    personId: uid(62),
    person: {
      ...unknownPerson,
      ageYears: 34,
      ageBasis: 'known',
      appearsUnder18: false,
      sex: 'female',
      risks: [
        {
          kind: 'self-harm',
          note: 'Cut an hour ago.',
          source: 'police',
          confidence: 'witnessed',
          recordedAt: at(1),
          expiresAt: at(4321),
        },
      ],
    },
    where: { ...scene, district: 'Harrowdale' },
    agreementId: uid(61),
    facts: [
      facts.opened,
      facts['car-committed'],
      facts['hold-requested'],
      facts['amhp-declined'],
      { ...facts['amhp-offered'], to: amhp },
      facts.referred,
    ],
  },
  'amhp-request': {
    ...common,
    ...aboutIncident,
    id: requestId,
    state: 'offered',
    requestedAt: at(3),
    offers: [
      {
        to: colleague,
        offeredAt: at(3),
        answerBy: at(13),
        answer: 'declined',
        answeredAt: at(5),
        reason: 'Unwell tonight.',
      },
      { to: amhp, offeredAt: at(5), answerBy: at(15), answer: null, answeredAt: null, reason: null },
    ],
    assigned: null,
    district: 'Harrowdale',
  },
  resource: {
    ...common,
    ...aboutIncident,
    id: car,
    agencyId: uid(63),
    callsign: 'TR1',
    kind: 'car',
    district: 'Harrowdale',
    crew: ['Kit Vale', 'Ros Dunn'],
    state: 'en-route',
    observed,
  },
  rota: rotaExample({ common, uid, at, amhp, colleague }),
  escalation: {
    ...common,
    ...aboutIncident,
    id: uid(65),
    placeId: null,
    clock: { kind: 'agreed', thresholdId: 'place-found', label: 'Place of safety found' },
    subject: uid(50),
    startedAt: at(0),
    level: 'over',
    steps: [
      {
        afterMinutes: 30,
        level: 'over',
        dueAt: at(30),
        firedAt: at(31),
        lateBySeconds: 60,
        called: [{ duty: 'on-call-manager', who: colleague }],
        nobodyFor: ['duty-inspector'],
      },
    ],
    ownedBy: controller,
    ownedAt: at(33),
    acknowledgements: [{ who: controller, at: at(33) }],
    silences: [{ who: controller, at: at(32) }],
    snooze: { by: controller, at: at(22), until: at(27), why: 'Suite is ringing back' },
    goneQuiet: [{ who: colleague, since: at(5), at: at(25) }],
    nobodyReachedAt: null,
    resolvedAt: null,
  },
  notification: {
    ...common,
    id: uid(66),
    escalationId: uid(65),
    incidentId,
    placeId: null,
    duty: 'on-call-manager',
    to: colleague,
    subject: 'HV-1001: place of safety found is over',
    channels: [],
    statutory: false,
    state: 'sent',
    queuedAt: at(31),
    tryAt: null,
    sentAt: at(31),
    deliveries: [
      {
        id: uid(67),
        channel: 'sms',
        methodId: uid(68),
        state: 'failed',
        why: 'provider-down',
        attempts: 1,
        at: at(31),
      },
      {
        id: uid(69),
        channel: 'email',
        methodId: uid(70),
        state: 'delivered',
        why: null,
        attempts: 1,
        at: at(32),
      },
    ],
  },
  'told-status': toldStatus,
  'reach-report': reachExample({ common, uid, at, colleague, placeId: elm }),
};
