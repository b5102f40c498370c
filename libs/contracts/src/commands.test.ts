import type { FactKind } from '@concord/domain';
import { factMoves, isWrittenByCommand, sampleAgreement, termsOf } from '@concord/domain';
import { z } from 'zod';
import { recordFact } from './commands';
import * as command from './commands';
import { elm, incidentId, roomId, uid } from './examples';

const whenever = '2026-11-22T02:00:00+00:00';

/** The least that each command needs. */
const least = {
  openIncident: {
    where: { text: '14 Mill Lane', district: 'Harrowdale', position: { lat: 54, lon: -2 } },
    calledBy: 'Constable Ames',
    person: {},
  },
  correctFact: { reason: 'Read off the door log.', fact: { kind: 'closed' } },
  takeBackFact: { reason: 'Written on the wrong record.' },
  mergeIncidents: { otherIncidentId: incidentId, reason: 'Two calls about one person.' },
  identifyPerson: { source: 'Her driving licence' },
  datePoliceStationRule: {
    nation: 'wales',
    from: whenever,
    adults: 'never',
    source: 'Commencement regulations',
  },
  requestHold: { roomId },
  handBackSearch: { reason: 'All four suites have refused.' },
  acceptHold: {},
  refuseHold: { reason: 'no-staff', rationale: 'One nurse tonight.' },
  releaseHold: { reason: 'A nearer one is free.' },
  extendHold: { minutes: 30, reason: 'The ambulance is late.' },
  reverseRefusal: { reason: 'Agency nurse found.' },
  observeAlternative: { left: 2 },
  confirmAlternative: {},
  answerReferral: { answer: 'expected' },
  promiseRoom: { freeAt: whenever, reason: 'discharge' },
  observePlace: { staffedFor: 2 },
  markRoom: { state: 'available' },
  unmarkRoom: { seenRevision: 7 },
  confirmRooms: {},
  requestAmhp: {},
  acceptOffer: {},
  declineOffer: { code: 'on-another' },
  requestDoctor: {},
  reassignAmhp: { to: uid(1), reason: 'Nearer.' },
  sayAvailability: { district: null },
  withdrawAmhp: { reason: 'Car broke down.' },
  lendPlaces: { toAreaId: incidentId, placeIds: [incidentId], until: '2026-11-23T00:00:00Z' },
  withdrawLending: { reason: 'Needed here.' },
  allowLoan: { allowed: true },
  amhpProgress: { state: 'travelling' },
  markResource: { state: 'available' },
  commitResource: { incidentId },
  ownEscalation: {},
  silenceEscalation: {},
  snoozeEscalation: { minutes: 5, why: 'The suite rings back' },
  draftAgreement: { basedOn: incidentId },
  editAgreement: { terms: termsOf(sampleAgreement(incidentId, incidentId, whenever, [incidentId])) },
  approveAgreement: { seenRevision: 3 },
  withdrawAgreement: { reason: 'One party has thought again.' },
  setDemoClock: { rate: 60 },
  signIn: { email: 'controller@harrowdale.example', password: 'a password of their own' },
  demoSignIn: { persona: 'controller' },
} as const;

/** The least that each fact needs. */
const leastFact = {
  'advice-sought': { adviser: 'Jo Lund', profession: 'nurse', advice: 'Known to the team.' },
  'advice-not-practicable': { reason: 'Alone on a bridge.' },
  'warrant-entered': {
    warrant: 's135-1',
    officer: 'Constable Ames',
    amhp: 'Ada Crewe',
    doctor: 'Dr Sam Orr',
  },
  detained: { officer: 'Constable Ames' },
  diverted: { to: 'crisis-cafe' },
  referred: { alternativeId: elm, how: 'telephone' },
  'conveyance-started': { mode: 'ambulance' },
  arrived: { placeId: elm },
  'handed-over': { acceptedBy: 'Nia Patel' },
  'police-left': { agreedRisk: 'Low', officer: 'Constable Ames' },
  'assessment-started': { amhp: 'Ada Crewe' },
  'start-contested': { basis: 'police-custody-first' },
  'reading-adopted': { startFactId: uid(50), reason: 'The trust and the force agree.' },
  extended: {
    minutes: 360,
    doctor: 'Dr Sam Orr',
    ground: 'persons-condition',
    reason: 'Not yet fit to be seen.',
  },
  'bed-sought': { admission: 'section-2' },
  'bed-found': { where: 'Ward 3' },
  absconded: {},
  retaken: { officer: 'Constable Ames', where: 'The bus station' },
  arrested: { offence: 'Criminal damage', officer: 'Constable Ames' },
  'consent-withdrawn': { withdrawnBy: 'The occupier' },
  'outside-accepted': {
    placeName: 'Quarry Bank Suite',
    placeKind: 'suite',
    telephone: '01632 960 700',
    acceptedBy: 'Sister Oyelaran',
  },
  'outside-withdrew': { reason: 'A transfer came first.' },
  'station-check': { professional: 'Nurse Bell' },
  'station-review': { custodyOfficer: 'Sgt Marsh', conditionsStillMet: true },
  'person-described': { said: { ageYears: 35 } },
  'risk-noted': { risk: { kind: 'weapons', note: 'A knife, handed over.', source: 'police' } },
  searched: { power: 's136c', grounds: 'Said she had a blade.', officer: 'Constable Ames', found: 'Nothing' },
  'interpreter-arranged': { interpreter: 'Jan Wrona', how: 'By video' },
  'fitness-told': { fit: true, saidBy: 'Nia Patel' },
  'rights-given': { givenBy: 'Nia Patel', how: 'In writing', understood: true },
  'property-listed': { items: 'A phone', heldBy: 'Elm Suite' },
  restrained: { restraint: 'held', reason: 'Near the road', minutes: 3 },
  'ambulance-requested': { category: '2' },
  'ambulance-arrived': { callsign: 'A12' },
  noted: { text: 'Her dog is with a neighbour.' },
  confirmed: { factId: uid(50) },
  disputed: { factId: uid(50), saysAt: whenever, reason: 'The door log.' },
  'incident-in-error': { reason: 'A training call.' },
  outcome: { code: 'section-2' },
  closed: {},
} as const;

const every = (Object.entries(command) as [string, z.ZodType][]).filter(([name]) => name !== 'recordFact');
const everyFact = Object.entries(leastFact).map(([kind, fields]) => [kind, { kind, ...fields }] as const);

/** Every object in a JSON schema that would let an unknown field through. */
const openObjects = (schema: unknown, path = '$'): string[] => {
  if (Array.isArray(schema)) return schema.flatMap((part, i) => openObjects(part, `${path}[${i}]`));
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, additionalProperties, propertyNames } = schema as Record<string, unknown>;
  // A table is open on purpose: its keys and its entries have schemas of their own.
  const isTable = propertyNames !== undefined && additionalProperties !== undefined;
  const here = type === 'object' && additionalProperties !== false && !isTable ? [path] : [];
  return [...here, ...Object.entries(schema).flatMap(([key, part]) => openObjects(part, `${path}.${key}`))];
};

describe('a command', () => {
  it('of every kind is tried here', () => {
    expect(every.map(([name]) => name).sort()).toEqual(Object.keys(least).sort());
  });

  it.each(every)('%s is taken with the least it needs, and with nothing it does not know', (name, schema) => {
    const body = least[name as keyof typeof least];
    expect(schema.safeParse(body).error).toBeUndefined();
    expect(schema.safeParse({ ...body, surplus: 1 }).error?.issues[0]).toMatchObject({
      code: 'unrecognized_keys',
      keys: ['surplus'],
    });
  });

  it.each([...every, ['recordFact', recordFact] as const])(
    '%s refuses unknown fields, however deep',
    (_name, schema) => {
      expect(openObjects(z.toJSONSchema(schema, { io: 'input' }))).toEqual([]);
    },
  );

  it.each(every)('%s is refused when it is no object at all', (_name, schema) => {
    for (const body of [null, [], 'text', 7, undefined]) expect(schema.safeParse(body).success).toBe(false);
  });

  it.each(
    Object.entries(least)
      .flatMap(([name, body]) => Object.keys(body).map((field) => [name, field] as const))
      .filter(([name]) => name !== 'setDemoClock'),
  )('%s is refused without its %s', (name, field) => {
    const body = { ...least[name as keyof typeof least], [field]: undefined };
    expect((command[name as keyof typeof least] as z.ZodType).safeParse(body).success).toBe(false);
  });
});

describe('a fact that somebody records', () => {
  it('is of a kind that the rules know, and one that no other command writes', () => {
    const kinds = recordFact.options.map(({ shape }) => shape.kind.value);
    expect([...kinds].sort()).toEqual(Object.keys(leastFact).sort());
    const written = Object.keys(factMoves).filter((kind) => !(kinds as string[]).includes(kind));
    expect(written.filter((kind) => !isWrittenByCommand(kind as FactKind)).sort()).toEqual([
      'opened',
      'recorded-in-error',
    ]);
  });

  it.each(everyFact)(
    '%s is taken with the least it needs, at a time or just now, and with nothing unknown',
    (_kind, body) => {
      expect(recordFact.parse(body)).not.toHaveProperty('happenedAt');
      expect(recordFact.parse({ ...body, happenedAt: whenever })).toMatchObject({
        happenedAt: '2026-11-22T02:00:00.000Z',
      });
      expect(recordFact.safeParse({ ...body, surplus: 1 }).success).toBe(false);
      expect(recordFact.safeParse({ ...body, happenedAt: '2026-11-22T02:00:00' }).success).toBe(false);
    },
  );

  it.each([
    'opened',
    'hold-accepted',
    'amhp-accepted',
    'car-cleared',
    'merged-in',
    'unmerged',
    'recorded-in-error',
    'reopened',
    undefined,
  ])('cannot be "%s"', (kind) => {
    const known = {
      kind,
      holdId: incidentId,
      placeId: elm,
      calledBy: 'x',
      incidentId,
      ref: 'x',
      reason: 'x',
    };
    expect(recordFact.safeParse(known).error?.issues[0]).toMatchObject({ path: ['kind'] });
  });

  it('is a removal unless it is said to be a keeping', () => {
    expect(recordFact.parse({ kind: 'detained', officer: 'Constable Ames' })).toMatchObject({
      power: 's136-removed',
    });
  });

  it('may say on whose word it is, and how it came to be written down late', () => {
    const late = { kind: 'closed', source: 'Sgt Marsh, from the paper log', late: 'paper' };
    expect(recordFact.parse(late)).toEqual({ ...late, note: '' });
    expect(recordFact.safeParse({ ...late, late: 'forgotten' }).success).toBe(false);
  });

  it('cannot name its own author, its side, what it replaces, or when it was recorded', () => {
    for (const forged of [
      { by: { userId: elm, name: 'Somebody else' } },
      { recordedAt: whenever },
      { id: elm },
      { side: 'health' },
      { corrects: { factId: elm, reason: 'x' } },
      { mergedFrom: { incidentId, ref: 'HV-1002' } },
    ]) {
      expect(recordFact.safeParse({ kind: 'closed', ...forged }).success).toBe(false);
    }
  });
});

describe('a fact put right', () => {
  const correction = (fact: object, more: object = {}) =>
    command.correctFact.safeParse({ reason: 'Read off the door log.', fact, ...more });

  it.each(everyFact)('%s can be, with the same fields as when it was told', (_kind, body) => {
    expect(correction(body).success).toBe(true);
    expect(correction({ ...body, surplus: 1 }).success).toBe(false);
  });

  it('can be the opening of the incident, which nobody records but everybody can mis-key', () => {
    expect(correction({ kind: 'opened', calledBy: 'PC 4412' }).success).toBe(true);
  });

  it('always has a reason, and a reason is more than blanks', () => {
    for (const reason of ['', '   ', undefined])
      expect(correction({ kind: 'closed' }, { reason }).success).toBe(false);
    expect(command.takeBackFact.safeParse({ reason: ' ' }).success).toBe(false);
    expect(command.mergeIncidents.safeParse({ ...least.mergeIncidents, reason: ' ' }).success).toBe(false);
  });
});

describe('what is said of a person', () => {
  const describing = (said: object) => recordFact.safeParse({ kind: 'person-described', said });

  it('changes only what is said: nothing else is filled in', () => {
    expect(recordFact.parse({ kind: 'person-described', said: { sex: 'female' } })).toMatchObject({
      said: { sex: 'female' },
    });
    expect(describing({}).success).toBe(false);
  });

  it.each([
    ['a name', { name: 'Jo Bloggs' }],
    ['a date of birth', { dateOfBirth: '2009-04-01' }],
    ['an NHS number', { nhsNumber: '9990000018' }],
    ['an ethnicity that is no census code', { ethnicity: 'IC1' }],
    ['an appearance that is no police code', { observedEthnicity: 'W1' }],
    ['a risk, which has an end and is noted by itself', { risks: [] }],
  ])('is never %s', (_what, said) => {
    expect(describing(said).success).toBe(false);
  });
});

describe('opening an incident', () => {
  it('with nothing known of the person claims nothing of them', () => {
    expect(command.openIncident.parse(least.openIncident).person).toEqual({
      risks: [],
      name: null,
      dateOfBirth: null,
      nhsNumber: null,
    });
  });

  it('with a risk gives it an end: three days unless said otherwise, never more than thirty', () => {
    const withRisk = (more: object) =>
      command.openIncident.safeParse({
        ...least.openIncident,
        person: { risks: [{ kind: 'weapons', note: 'A knife, handed over.', source: 'police', ...more }] },
      });
    expect(withRisk({}).data?.person.risks[0]?.expiresInHours).toBe(72);
    for (const expiresInHours of [0, 721, 1.5]) expect(withRisk({ expiresInHours }).success).toBe(false);
  });

  it.each([
    ['an age below nought', { ageYears: -1 }],
    ['an age of years and months', { ageYears: 17.5 }],
    ['an NHS number of nine digits', { nhsNumber: '999000001' }],
    ['a date of birth that is no date', { dateOfBirth: '1992-02-30' }],
  ])('is refused with %s', (_what, person) => {
    expect(command.openIncident.safeParse({ ...least.openIncident, person }).success).toBe(false);
  });
});

describe('marking a room', () => {
  it('cannot make it "held": only a hold does', () => {
    expect(command.markRoom.safeParse({ state: 'held' }).success).toBe(false);
  });

  it("cannot claim to be Concord's own record", () => {
    expect(command.markRoom.safeParse({ state: 'available', source: 'system' }).success).toBe(false);
    expect(command.confirmRooms.safeParse({ source: 'system' }).success).toBe(false);
  });
});

describe('the demo clock', () => {
  it.each([
    [{ rate: 0 }, true],
    [{ rate: 600, stepMinutes: 0.5 }, true],
    [{ rate: -1 }, false],
    [{ rate: 601 }, false],
    [{ stepMinutes: 0 }, false],
    [{ stepMinutes: -30 }, false],
    [{ stepMinutes: Number.POSITIVE_INFINITY }, false],
  ])('never goes back: %j is taken: %p', (body, taken) => {
    expect(command.setDemoClock.safeParse(body).success).toBe(taken);
  });
});
