import { factMoves } from '@concord/domain';
import { z } from 'zod';
import { recordFact } from './commands';
import * as command from './commands';
import { elm, incidentId, roomId } from './examples';

const whenever = '2026-11-22T02:00:00+00:00';

/** The least that each command needs. */
const least = {
  openIncident: {
    where: { text: '14 Mill Lane', district: 'Harrowdale', position: { lat: 54, lon: -2 } },
    calledBy: 'Constable Ames',
    person: {},
  },
  requestHold: { roomId },
  acceptHold: {},
  refuseHold: { reason: 'no-staff', rationale: 'One nurse tonight.' },
  releaseHold: { reason: 'A nearer one is free.' },
  markRoom: { state: 'available' },
  confirmRooms: {},
  requestAmhp: {},
  acceptOffer: {},
  declineOffer: { reason: 'On a warrant.' },
  withdrawAmhp: { reason: 'Car broke down.' },
  amhpProgress: { state: 'travelling' },
  markResource: { state: 'available' },
  commitResource: { incidentId },
  ownEscalation: {},
  setDemoClock: { rate: 60 },
  signIn: { email: 'controller@harrowdale.example', password: 'a password of their own' },
  demoSignIn: { persona: 'controller' },
} as const;

/** The least that each fact needs. */
const leastFact = {
  'advice-sought': { adviser: 'Jo Lund', profession: 'nurse', advice: 'Known to the team.' },
  'advice-not-practicable': { reason: 'Alone on a bridge.' },
  detained: { officer: 'Constable Ames' },
  diverted: { to: 'crisis-cafe' },
  'conveyance-started': { mode: 'ambulance' },
  arrived: { placeId: elm },
  'handed-over': { acceptedBy: 'Nia Patel' },
  'assessment-started': { amhp: 'Ada Crewe' },
  outcome: { code: 'section-2' },
  closed: {},
} as const;

const every = (Object.entries(command) as [string, z.ZodType][]).filter(([name]) => name !== 'recordFact');
const everyFact = Object.entries(leastFact).map(([kind, fields]) => [kind, { kind, ...fields }] as const);

/** Every object in a JSON schema that would let an unknown field through. */
const openObjects = (schema: unknown, path = '$'): string[] => {
  if (Array.isArray(schema)) return schema.flatMap((part, i) => openObjects(part, `${path}[${i}]`));
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, additionalProperties } = schema as { type?: string; additionalProperties?: unknown };
  const here = type === 'object' && additionalProperties !== false ? [path] : [];
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
    expect(written.every((kind) => kind === 'opened' || /^(hold|car|amhp)-/.test(kind))).toBe(true);
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

  it.each(['opened', 'hold-accepted', 'amhp-accepted', 'car-cleared', 'reopened', undefined])(
    'cannot be "%s"',
    (kind) => {
      expect(recordFact.safeParse({ kind, holdId: incidentId, placeId: elm, calledBy: 'x' }).success).toBe(
        false,
      );
    },
  );

  it('is a removal unless it is said to be a keeping', () => {
    expect(recordFact.parse({ kind: 'detained', officer: 'Constable Ames' })).toMatchObject({
      power: 's136-removed',
    });
  });

  it('cannot name its own author, or when it was recorded', () => {
    for (const forged of [
      { by: { userId: elm, name: 'Somebody else' } },
      { recordedAt: whenever },
      { id: elm },
    ]) {
      expect(recordFact.safeParse({ kind: 'closed', ...forged }).success).toBe(false);
    }
  });
});

describe('opening an incident', () => {
  it('with nothing known of the person says so: no age, of unknown origin', () => {
    expect(command.openIncident.parse(least.openIncident).person).toEqual({
      ageYears: null,
      ageBasis: 'unknown',
      appearsUnder18: false,
      sex: 'not-known',
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
