import * as fc from 'fast-check';
import type { Layer, Named, Override, Rota, Swap, Weekday } from '@concord/domain';
import { onCallAt } from '@concord/domain';
import { OwnRotas, whoIsOn } from './own-rotas';

fc.configureGlobal({ seed: 1983 });

const people: Named[] = ['Ada', 'Ben', 'Cai', 'Dee'].map((name) => ({ userId: name.toLowerCase(), name }));
const [ada, ben] = people as [Named, Named];
const anybody = fc.constantFrom(...people);
const START = Date.UTC(2026, 9, 18);
const DAYS = 20;
const instant = fc
  .integer({ min: 0, max: DAYS * 24 * 60 })
  .map((minute) => new Date(START + minute * 60_000).toISOString());
const spring = fc
  .integer({ min: 0, max: DAYS * 24 * 60 })
  .map((minute) => new Date(Date.UTC(2027, 2, 18) + minute * 60_000).toISOString());
const period = fc.tuple(instant, instant).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const time = fc.constantFrom('00:00', '01:00', '01:15', '01:30', '02:00', '08:00', '20:30');
const made = { why: '', by: ada, madeAt: '2026-10-01T00:00:00.000Z' };

const anyLayer: fc.Arbitrary<Layer> = fc
  .record({
    id: fc.uuid(),
    members: fc.array(anybody, { minLength: 1, maxLength: 4 }),
    width: fc.integer({ min: 1, max: 2 }),
    every: fc.constantFrom('hours', 'days', 'weeks', 'months'),
    count: fc.integer({ min: 1, max: 5 }),
    times: fc.uniqueArray(time, { minLength: 1, maxLength: 3 }),
    from: fc.constantFrom('2026-10-20', '2026-01-31', '2025-12-29', '2027-03-25'),
    since: fc.option(instant, { nil: undefined }),
    hours: fc.array(
      fc.record({
        days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>, { minLength: 1 }),
        from: time,
        to: time,
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ times, every, count, ...more }) => ({
    ...more,
    name: 'Turns',
    every,
    count: every === 'days' && times.length > 1 ? 1 : count,
    handoversAt: every === 'days' ? times.sort() : times.slice(0, 1),
    until: null,
  }));
/** Nobody takes their own place: the rules refuse it. */
const twoPeople = fc.shuffledSubarray(people, { minLength: 2, maxLength: 2 }) as fc.Arbitrary<[Named, Named]>;
const anyOverride: fc.Arbitrary<Override> = fc
  .tuple(fc.uuid(), fc.constantFrom('add', 'remove', 'replace'), twoPeople, period)
  .map(([id, kind, [on, off], when]) => ({
    id,
    kind,
    ...made,
    ...when,
    on: kind === 'remove' ? null : on,
    off: kind === 'add' ? null : off,
  }));
const anySwap: fc.Arbitrary<Swap> = fc
  .tuple(fc.uuid(), twoPeople, period, period)
  .map(([id, [offeredBy, to], gives, takes]) => ({
    id,
    offeredBy,
    to,
    gives,
    takes,
    why: '',
    state: 'accepted',
    offeredAt: made.madeAt,
    answeredAt: made.madeAt,
  }));

const rotaOf = (more: Partial<Rota>): Rota => ({
  id: 'rota',
  areaId: 'area',
  agencyId: 'agency',
  duty: 'on-call-manager',
  name: 'Managers',
  callOrder: 1,
  districts: [],
  placeIds: [],
  layers: [],
  temporary: [],
  overrides: [],
  swaps: [],
  agreedHours: { inARow: null, aWeek: null },
  until: null,
  revision: 1,
  ...more,
});

describe('who was on, read a second time', () => {
  it('is what the engine says, for any rota at any instant, on both clock-change nights too', () => {
    const rotas = fc.record({
      layers: fc.array(anyLayer, { maxLength: 3 }),
      overrides: fc.array(anyOverride, { maxLength: 3 }),
      swaps: fc.array(anySwap, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(rotas, fc.oneof(instant, spring), (more, at) => {
        const rota = rotaOf(more);
        expect([...whoIsOn(rota, at)].sort()).toEqual(
          onCallAt(rota, at)
            .map(({ userId }) => userId)
            .sort(),
        );
      }),
      { numRuns: 400 },
    );
  });
});

describe('a step', () => {
  const layer: Layer = {
    id: 'layer',
    name: 'Turns',
    members: [ada],
    width: 1,
    every: 'days',
    count: 1,
    handoversAt: ['08:00'],
    from: '2026-01-01',
    until: null,
    hours: [],
  };
  const own = new OwnRotas();
  own.told(rotaOf({ layers: [layer] }));
  const step = (more: object) => ({
    afterMinutes: 30,
    level: 'over' as const,
    dueAt: '2026-11-22T02:00:00.000Z',
    firedAt: '2026-11-22T02:00:00.000Z',
    lateBySeconds: 0,
    called: [],
    nobodyFor: [],
    ...more,
  });

  it('that called whoever was on is right; one that called another, or nobody, is not', () => {
    expect(own.miscalled(step({ called: [{ duty: 'on-call-manager', who: ada }] }))).toBe(false);
    expect(own.miscalled(step({ called: [{ duty: 'on-call-manager', who: ben }] }))).toBe(true);
    expect(own.miscalled(step({ nobodyFor: ['on-call-manager'] }))).toBe(true);
    expect(own.miscalled(step({ nobodyFor: ['superintendent'] }))).toBe(false);
  });

  it('of a journal whose rotas are in older words is not judged', () => {
    const older = new OwnRotas();
    older.told(undefined);
    expect(older.miscalled(step({ called: [{ duty: 'on-call-manager', who: ben }] }))).toBe(false);
  });
});
