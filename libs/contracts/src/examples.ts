import { exampleLending } from './example-lending';
import type { FactKind, FactOf, Named } from '@concord/domain';
import { rulesToDate, sampleAgreement, unknownPerson } from '@concord/domain';
import type { Entities, EntityKind } from './entities';
import { toldStatus } from './example-status';
import { rotaExample } from './rota-example';

// Fictional things, one of every kind, from which this library's tests begin. Not exported from it.

export const uid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const who = (n: number, name: string): Named => ({ userId: uid(n), name });

export const areaId = uid(1);
export const incidentId = uid(2);
export const elm = uid(10);
export const oak = uid(11);
export const car = uid(20);
export const holdId = uid(30);
export const requestId = uid(31);
export const roomId = uid(32);
export const controller = who(40, 'Morgan Reyes');
export const nurse = who(41, 'Nia Patel');
export const amhp = who(42, 'Ada Crewe');
export const colleague = who(43, 'Ben Holt');

export const at = (minute: number): string => new Date(Date.UTC(2026, 10, 22, 2, minute)).toISOString();

/** Where the scene is: nothing of it may reach a suite. */
export const scene = { text: '14 Mill Lane', position: { lat: 54.03217, lon: -2.14856 } } as const;

const told = { id: uid(50), happenedAt: at(0), recordedAt: at(1), by: controller };
const aboutHold = { holdId, placeId: elm };
const aboutRequest = { requestId };

/** One fact of every kind. Those about an AMHP are about a colleague of the one who looks. */
export const facts: { readonly [Kind in FactKind]: FactOf<Kind> } = {
  opened: { ...told, kind: 'opened', calledBy: 'Constable Ames' },
  'advice-sought': {
    ...told,
    kind: 'advice-sought',
    adviser: 'Jo Lund',
    profession: 'nurse',
    advice: 'Known to the team.',
  },
  'advice-not-practicable': { ...told, kind: 'advice-not-practicable', reason: 'Alone on a bridge.' },
  detained: { ...told, kind: 'detained', power: 's136-removed', officer: 'Constable Ames' },
  diverted: { ...told, kind: 'diverted', to: 'crisis-cafe', note: 'Walked there.' },
  'hold-requested': {
    ...told,
    ...aboutHold,
    kind: 'hold-requested',
    roomId,
    placeName: 'Elm Suite',
    roomName: 'Room 1',
  },
  'hold-accepted': { ...told, ...aboutHold, kind: 'hold-accepted' },
  'hold-refused': {
    ...told,
    ...aboutHold,
    kind: 'hold-refused',
    reason: 'no-staff',
    rationale: 'Needs two to one; one nurse tonight.',
  },
  'hold-extended': { ...told, ...aboutHold, kind: 'hold-extended', until: at(60), reason: 'Late ambulance.' },
  'hold-refusal-reversed': { ...told, ...aboutHold, kind: 'hold-refusal-reversed', reason: 'Nurse found.' },
  'hold-released': { ...told, ...aboutHold, kind: 'hold-released', reason: 'A nearer one is free.' },
  'hold-expired': { ...told, ...aboutHold, kind: 'hold-expired' },
  'car-committed': { ...told, kind: 'car-committed', resourceId: car, callsign: 'TR1' },
  'car-cleared': { ...told, kind: 'car-cleared', resourceId: car, callsign: 'TR1' },
  'conveyance-started': {
    ...told,
    kind: 'conveyance-started',
    mode: 'police-vehicle',
    policeVehicleReason: 'urgency',
  },
  arrived: {
    ...told,
    kind: 'arrived',
    placeId: elm,
    placeName: 'Elm Suite',
    placeKind: 'police-station',
    roomId,
    policeStation: {
      imminentRiskOfSeriousInjuryOrDeath: true,
      noOtherPlaceInThePoliceArea: true,
      healthcareProfessionalThroughout: true,
      authorisedBy: { name: 'Insp. Hale', rank: 'inspector' },
    },
  },
  'handed-over': { ...told, kind: 'handed-over', acceptedBy: 'Nia Patel' },
  'amhp-requested': { ...told, ...aboutRequest, kind: 'amhp-requested' },
  'amhp-offered': { ...told, ...aboutRequest, kind: 'amhp-offered', to: colleague },
  'amhp-declined': {
    ...told,
    ...aboutRequest,
    kind: 'amhp-declined',
    from: colleague,
    reason: 'Unwell tonight.',
  },
  'amhp-offer-lapsed': { ...told, ...aboutRequest, kind: 'amhp-offer-lapsed', from: colleague },
  'amhp-accepted': { ...told, ...aboutRequest, kind: 'amhp-accepted', amhp: colleague },
  'amhp-withdrew': {
    ...told,
    ...aboutRequest,
    kind: 'amhp-withdrew',
    amhp: colleague,
    reason: 'Child ill at home.',
  },
  'amhp-closed': {
    ...told,
    kind: 'amhp-closed',
    requestId: requestId,
    district: 'Harrowdale',
    reason: 'Moved to The Vale.',
  },
  'room-closing': { ...told, kind: 'room-closing', placeId: elm, roomId: roomId, reason: 'damage' },
  'room-reopened': { ...told, kind: 'room-reopened', placeId: elm, roomId: roomId },
  'amhp-travelling': { ...told, ...aboutRequest, kind: 'amhp-travelling', amhp: colleague },
  'amhp-on-scene': { ...told, ...aboutRequest, kind: 'amhp-on-scene', amhp: colleague },
  'assessment-started': { ...told, kind: 'assessment-started', amhp: 'Ben Holt' },
  outcome: { ...told, kind: 'outcome', code: 'section-2', note: 'To Ward 3.' },
  closed: { ...told, kind: 'closed', note: '' },
  'warrant-entered': {
    ...told,
    kind: 'warrant-entered',
    warrant: 's135-1',
    officer: 'Constable Ames',
    amhp: 'Ben Holt',
    doctor: 'Dr Sam Orr',
  },
  absconded: { ...told, kind: 'absconded', note: 'By the garden gate.' },
  retaken: { ...told, kind: 'retaken', officer: 'Constable Ames', where: 'Bus station' },
  arrested: { ...told, kind: 'arrested', offence: 'Criminal damage', officer: 'Constable Ames' },
  'consent-withdrawn': { ...told, kind: 'consent-withdrawn', withdrawnBy: 'The occupier' },
  'police-left': { ...told, kind: 'police-left', agreedRisk: 'Low', officer: 'Constable Ames' },
  'start-contested': {
    ...told,
    kind: 'start-contested',
    basis: 'ambulance-outside-emergency-department',
    note: 'Bay 4.',
  },
  'reading-adopted': { ...told, kind: 'reading-adopted', startFactId: uid(50), reason: 'Force policy.' },
  extended: {
    ...told,
    kind: 'extended',
    minutes: 360,
    doctor: 'Dr Sam Orr',
    ground: 'persons-condition',
    reason: 'Sedated.',
  },
  'bed-sought': { ...told, kind: 'bed-sought', admission: 'section-2', note: '' },
  'bed-found': { ...told, kind: 'bed-found', where: 'Ward 3' },
  'station-check': { ...told, kind: 'station-check', professional: 'Nurse Bell', note: '' },
  'station-review': {
    ...told,
    kind: 'station-review',
    custodyOfficer: 'Sgt Marsh',
    conditionsStillMet: true,
    asleepNoRiskFlagged: false,
    nextWithinMinutes: 60,
  },
  'person-described': { ...told, kind: 'person-described', said: { ageYears: 35 } },
  'risk-noted': {
    ...told,
    kind: 'risk-noted',
    risk: {
      kind: 'self-harm',
      note: 'Cut an hour ago.',
      source: 'police',
      confidence: 'witnessed',
      expiresAt: at(4321),
    },
  },
  searched: {
    ...told,
    kind: 'searched',
    power: 's136c',
    grounds: 'Said she had a blade.',
    officer: 'Constable Ames',
    found: 'Nothing',
  },
  'rights-given': {
    ...told,
    kind: 'rights-given',
    givenBy: 'Nia Patel',
    how: 'In writing',
    understood: true,
  },
  'property-listed': { ...told, kind: 'property-listed', items: 'Phone', heldBy: 'Elm Suite' },
  restrained: { ...told, kind: 'restrained', restraint: 'held', reason: 'Traffic', minutes: 3, injuries: '' },
  'ambulance-requested': { ...told, kind: 'ambulance-requested', category: '2' },
  'ambulance-arrived': { ...told, kind: 'ambulance-arrived', callsign: 'A12' },
  noted: { ...told, kind: 'noted', text: 'Her dog is with a neighbour.' },
  confirmed: { ...told, kind: 'confirmed', factId: uid(50) },
  disputed: { ...told, kind: 'disputed', factId: uid(50), saysAt: at(1), reason: 'Door log' },
  'recorded-in-error': {
    ...told,
    kind: 'recorded-in-error',
    corrects: { factId: uid(50), reason: 'Mis-key' },
  },
  'incident-in-error': { ...told, kind: 'incident-in-error', reason: 'A training call.' },
  'merged-in': { ...told, kind: 'merged-in', incidentId: uid(70), ref: 'HV-1002', reason: 'Same person.' },
  'merged-into': {
    ...told,
    kind: 'merged-into',
    incidentId: uid(70),
    ref: 'HV-1002',
    reason: 'Same person.',
  },
  unmerged: { ...told, kind: 'unmerged', incidentId: uid(70), ref: 'HV-1002', reason: 'Two people.' },
};

export const factKinds = Object.keys(facts) as FactKind[];

const observed = { at: at(0), by: nurse, source: 'site' } as const;
const common = { areaId, revision: 7 };
const aboutIncident = { incidentId, incidentRef: 'HV-1001' };

/** One thing of every kind, all of one incident: held at Elm, a car sent, an AMHP offered it after a colleague declined. */
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
    agreementId: uid(61),
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
    lentBy: null,
    lentTo: [],
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
    lentBy: null,
    lentTo: [],
    guest: null,
  },
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
    across: null,
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
  lending: exampleLending({ ...common, place: { id: elm, name: 'Elm Suite' }, by: colleague, at }),
  'told-status': toldStatus,
};
