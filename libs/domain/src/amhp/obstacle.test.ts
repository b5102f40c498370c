import * as fc from 'fast-check';
import type { AgreedAttendance } from '../agreement/agreement';
import { called, granted, refusalOf } from '../examples';
import { msOf, plusMinutes } from '../instant';
import type { Rota } from '../on-call/rota';
import type { Availability } from './availability';
import { restAfter, sayAvailability, unsaidAvailability } from './availability';
import type { Circumstances } from './obstacle';
import { drivesTo, obstacleTo } from './obstacle';
import { obstacleSays } from './why-passed-over';

fc.configureGlobal({ seed: 1983 });

const NOW = '2026-11-22T10:00:00.000Z';
const ada = called('Ada');
const night = { from: '23:00', to: '07:00', hours: 11 };
const attendance: AgreedAttendance = { travelMinutes: 60, rest: night };

const said = (more: Partial<Availability>): Availability => ({
  ...unsaidAvailability('availability-1', 'area-1', ada),
  ...more,
});

const so = (more: Partial<Circumstances> = {}): Circumstances => ({
  now: NOW,
  engaged: new Set(),
  availability: [],
  rotas: [],
  attendance,
  drives: new Map([
    ['Near', 60],
    ['Far', 61],
  ]),
  ...more,
});

const rotaOf = (inARow: number | null, from: string): Rota => ({
  id: 'rota-1',
  areaId: 'area-1',
  agencyId: 'agency-1',
  duty: 'amhp',
  name: 'AMHPs',
  callOrder: 1,
  districts: [],
  placeIds: [],
  layers: [],
  temporary: [
    {
      ...{ id: 't-1', name: 'Tonight', why: 'Snow', by: ada, madeAt: NOW, from, to: plusMinutes(NOW, 600) },
      shifts: [{ who: ada, from, to: plusMinutes(NOW, 600) }],
    },
  ],
  overrides: [],
  swaps: [],
  agreedHours: { inARow, aWeek: null },
  until: null,
  revision: 1,
});

describe('what keeps somebody from being asked', () => {
  it('is nothing where nothing is known', () => {
    expect(obstacleTo(ada, so())).toBeNull();
  });

  it('is another request', () => {
    expect(obstacleTo(ada, so({ engaged: new Set([ada.userId]) }))).toMatchObject({ why: 'on-another' });
  });

  it('is rest in their own word, until it is over', () => {
    const until = plusMinutes(NOW, 1);
    expect(obstacleTo(ada, so({ availability: [said({ restingUntil: until })] }))).toEqual({
      why: 'resting',
      until,
      minutes: null,
    });
    expect(obstacleTo(ada, so({ availability: [said({ restingUntil: NOW })] }))).toBeNull();
  });

  it('is a night’s work, for as long as was agreed from its end, and not where no rest was agreed', () => {
    const attended = { from: '2026-11-22T05:00:00.000Z', to: '2026-11-22T08:30:00.000Z' };
    const availability = [said({ attended })];
    expect(obstacleTo(ada, so({ availability }))).toMatchObject({
      why: 'rest-after-night',
      until: '2026-11-22T19:30:00.000Z',
    });
    expect(obstacleTo(ada, so({ availability, now: '2026-11-22T19:30:00.000Z' }))).toBeNull();
    const none = { travelMinutes: 60, rest: null };
    expect(obstacleTo(ada, so({ availability, attendance: none }))).toBeNull();
  });

  it('is as many hours on call in a row as their rota allows', () => {
    expect(obstacleTo(ada, so({ rotas: [rotaOf(16, plusMinutes(NOW, -16 * 60))] }))).toMatchObject({
      why: 'hours-in-a-row',
    });
    expect(obstacleTo(ada, so({ rotas: [rotaOf(16, plusMinutes(NOW, -16 * 60 + 1))] }))).toBeNull();
    expect(obstacleTo(ada, so({ rotas: [rotaOf(null, plusMinutes(NOW, -100 * 60))] }))).toBeNull();
  });

  it('is a drive longer than agreed from where they said they are', () => {
    expect(obstacleTo(ada, so({ availability: [said({ district: 'Far' })] }))).toEqual({
      why: 'too-far',
      until: null,
      minutes: 61,
    });
    expect(obstacleTo(ada, so({ availability: [said({ district: 'Near' })] }))).toBeNull();
    const anywhere = { travelMinutes: null, rest: null };
    expect(
      obstacleTo(ada, so({ availability: [said({ district: 'Far' })], attendance: anywhere })),
    ).toBeNull();
  });

  it('is measured by the area’s table of drives where it has one', () => {
    const districts = [{ name: 'Vale', centre: { lat: 54, lon: -2 } }];
    const travel = { roadFactor: 1.3, kmPerHour: 50, minutes: { Vale: { elm: 33 } } };
    const to = { id: 'elm', position: { lat: 54.5, lon: -2 } };
    expect(drivesTo(districts, to, travel).get('Vale')).toBe(33);
    expect(drivesTo(districts, { ...to, id: 'oak' }, travel).get('Vale')).toBeGreaterThan(60);
  });
});

describe('what is said of it', () => {
  it.each([
    [{ why: 'resting', until: '2026-11-22T18:30:00.000Z', minutes: null }, 'rests until 18:30'],
    [{ why: 'too-far', until: null, minutes: 75 }, '75 min away, further than was agreed'],
    [{ why: 'on-another', until: null, minutes: null }, 'on another request'],
  ] as const)('%j', (obstacle, words) => {
    expect(obstacleSays(obstacle, NOW)).toBe(words);
  });
});

describe('rest after a night', () => {
  it.each([
    ['all in the evening', '2026-11-21T19:00:00Z', '2026-11-21T23:00:00Z', false],
    ['a minute into the night', '2026-11-21T19:00:00Z', '2026-11-21T23:01:00Z', true],
    ['begun just before morning', '2026-11-22T06:59:00Z', '2026-11-22T09:00:00Z', true],
    ['begun in the morning', '2026-11-22T07:00:00Z', '2026-11-22T09:00:00Z', false],
    ['by summer time', '2026-07-01T22:01:00Z', '2026-07-01T22:30:00Z', true],
    ['the same hour by winter time', '2026-11-21T22:01:00Z', '2026-11-21T22:30:00Z', false],
  ])('%s', (_what, from, to, earned) => {
    const attended = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    expect(restAfter(attended, night)).toBe(earned ? plusMinutes(attended.to, 660) : null);
  });

  it('is either none or exactly the hours agreed from the end, for any attendance', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 60 * 24 * 400 }), fc.integer({ min: 1, max: 3000 }));
    fc.assert(
      fc.property(span, ([start, minutes]) => {
        const from = plusMinutes('2026-01-01T00:00:00.000Z', start);
        const to = plusMinutes(from, minutes);
        const until = restAfter({ from, to }, night);
        if (minutes > 16 * 60) expect(until).not.toBeNull();
        if (until !== null) expect(msOf(until) - msOf(to)).toBe(11 * 3_600_000);
      }),
    );
  });
});

describe('what somebody says of themselves', () => {
  const area = { now: NOW, districts: ['Harrowdale', 'Vale'] };

  it('changes only what is given, and can be taken back', () => {
    const both = granted(
      sayAvailability(said({ district: 'Vale' }), { restingUntil: plusMinutes(NOW, 60) }, area),
    );
    expect(both).toMatchObject({ district: 'Vale', restingUntil: plusMinutes(NOW, 60) });
    expect(granted(sayAvailability(both, { restingUntil: null }, area))).toMatchObject({
      district: 'Vale',
      restingUntil: null,
    });
  });

  it('is a rest to come, of a day at most, and a district of the area', () => {
    const rest = (minutes: number) =>
      sayAvailability(said({}), { restingUntil: plusMinutes(NOW, minutes) }, area);
    expect(refusalOf(rest(0)).code).toBe('time-impossible');
    expect(granted(rest(24 * 60)).restingUntil).toBe(plusMinutes(NOW, 24 * 60));
    expect(refusalOf(rest(24 * 60 + 1)).code).toBe('time-impossible');
    expect(refusalOf(sayAvailability(said({}), { district: 'Elsewhere' }, area))).toMatchObject({
      code: 'not-found',
      details: { field: 'district' },
    });
  });
});
