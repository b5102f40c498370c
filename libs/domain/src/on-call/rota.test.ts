import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { called } from '../examples';
import { instantFromMs, plusMinutes } from '../instant';
import type { Rota } from './rota';
import { holdersOf, onCallAt, serves } from './rota';

fc.configureGlobal({ seed: 1983 });

const [ada, ben, cai] = [called('Ada'), called('Ben'), called('Cai')] as const;

const rota = (more: Partial<Rota> = {}): Rota => ({
  id: 'rota-1',
  areaId: 'area-1',
  agencyId: 'trust-1',
  duty: 'on-call-manager',
  name: 'On-call manager',
  members: [ada, ben, cai],
  width: 1,
  handoversAt: ['08:00', '20:00'],
  from: '2026-10-20',
  districts: [],
  placeIds: [],
  revision: 1,
  ...more,
});
const london = (wall: string, disambiguation: 'earlier' | 'later' = 'earlier'): string =>
  Temporal.PlainDateTime.from(wall)
    .toZonedDateTime('Europe/London', { disambiguation })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });
const names = (given: Rota, at: string): string[] => onCallAt(given, at).map(({ name }) => name);

describe('who is on call', () => {
  it.each([
    ['before it has begun: nobody', '2026-10-20T07:59', []],
    ['from the first handover', '2026-10-20T08:00', ['Ada']],
    ['to the last second of the shift', '2026-10-20T19:59', ['Ada']],
    ['the next from the next handover', '2026-10-20T20:00', ['Ben']],
    ['through the night', '2026-10-21T03:00', ['Ben']],
    ['the third', '2026-10-21T08:00', ['Cai']],
    ['and the first again', '2026-10-21T20:00', ['Ada']],
    ['a week later, turn by turn', '2026-10-27T08:00', ['Cai']],
    ['the day before it began', '2026-10-19T12:00', []],
  ])('%s', (_when, wall, expected) => {
    expect(names(rota(), london(wall))).toEqual(expected);
  });

  it.each([
    ['the clocks go back: a shift of 13 hours', '2026-10-24T20:00', '2026-10-25T08:00', 13],
    ['the clocks go forward: a shift of 11 hours', '2027-03-27T20:00', '2027-03-28T08:00', 11],
    ['nothing happens: a shift of 12 hours', '2026-11-22T20:00', '2026-11-23T08:00', 12],
  ])('changes at 08:00 by the clock on the wall, on the night %s', (_night, from, to, hours) => {
    const [start, end] = [london(from), london(to)] as const;
    const onShift = names(rota(), start);
    expect(plusMinutes(start, hours * 60)).toBe(end);
    for (let minute = 0; minute < hours * 60; minute += 1) {
      expect(names(rota(), plusMinutes(start, minute))).toEqual(onShift);
    }
    expect(names(rota(), end)).not.toEqual(onShift);
  });

  it('is handed over once, not twice, at an hour that comes twice', () => {
    const oddHour = rota({ handoversAt: ['01:30'] });
    const [first, again] = [
      london('2026-10-25T01:30', 'earlier'),
      london('2026-10-25T01:30', 'later'),
    ] as const;
    const before = names(oddHour, plusMinutes(first, -1));
    const on = names(oddHour, first);
    expect(on).not.toEqual(before);
    for (let minute = 0; minute <= 120; minute += 1)
      expect(names(oddHour, plusMinutes(first, minute))).toEqual(on);
    expect(again).toBe(plusMinutes(first, 60));
  });

  it('is handed over at an hour that does not come at all', () => {
    const oddHour = rota({ handoversAt: ['01:30'], from: '2027-03-20' });
    expect(names(oddHour, london('2027-03-28T00:59'))).not.toEqual(
      names(oddHour, london('2027-03-28T03:00')),
    );
  });

  it('is as many at once as the rota says, wrapping round, and never anybody twice', () => {
    const pairs = rota({ width: 2 });
    expect(names(pairs, london('2026-10-20T08:00'))).toEqual(['Ada', 'Ben']);
    expect(names(pairs, london('2026-10-20T20:00'))).toEqual(['Cai', 'Ada']);
    expect(names(pairs, london('2026-10-21T08:00'))).toEqual(['Ben', 'Cai']);
    expect(names(rota({ width: 9 }), london('2026-10-20T08:00'))).toEqual(['Ada', 'Ben', 'Cai']);
    expect(names(rota({ members: [ada], width: 2 }), london('2026-10-20T08:00'))).toEqual(['Ada']);
  });

  it('is nobody when nobody is on the rota', () => {
    expect(names(rota({ members: [] }), london('2026-10-22T12:00'))).toEqual([]);
  });

  it('is always somebody, at any instant after it began, and each as often as any other', () => {
    const rotas = fc
      .record({
        members: fc.integer({ min: 1, max: 6 }),
        width: fc.integer({ min: 1, max: 3 }),
        handoversAt: fc.constantFrom(
          ['08:00'],
          ['08:00', '20:00'],
          ['01:30', '09:00', '17:30'],
          ['00:00', '23:59'],
        ),
      })
      .map(({ members, width, handoversAt }) =>
        rota({
          members: Array.from({ length: members }, (_, i) => called(`Member ${i}`)),
          width,
          handoversAt,
        }),
      );
    const instants = fc
      .integer({ min: Date.UTC(2026, 9, 21), max: Date.UTC(2028, 11, 31) })
      .map(instantFromMs);
    fc.assert(
      fc.property(rotas, instants, (given, at) => {
        const on = onCallAt(given, at);
        expect(on).toHaveLength(Math.min(given.width, given.members.length));
        expect(new Set(on.map(({ userId }) => userId)).size).toBe(on.length);
      }),
    );
    const turns = Array.from({ length: 30 }, (_, shift) =>
      names(rota(), plusMinutes(london('2026-11-01T08:00'), shift * 720)),
    );
    for (const { name } of rota().members) expect(turns.flat().filter((on) => on === name)).toHaveLength(10);
  });
});

describe('who holds a duty', () => {
  const at = london('2026-10-20T12:00');

  it('is everybody on call for it on any rota, each once', () => {
    const rotas = [
      rota({ id: 'a', members: [ada] }),
      rota({ id: 'b', members: [ben] }),
      rota({ id: 'c', members: [ada] }),
      rota({ id: 'd', members: [cai], duty: 'amhp' }),
    ];
    expect(holdersOf(rotas, 'on-call-manager', at)).toEqual([ada, ben]);
    expect(holdersOf(rotas, 'amhp', at)).toEqual([cai]);
    expect(holdersOf(rotas, 'superintendent', at)).toEqual([]);
  });
});

describe('the districts that a rota serves', () => {
  it('are those it names, and the whole area where it names none', () => {
    expect(serves(rota(), 'The Vale')).toBe(true);
    const harrowdale = rota({ districts: ['Harrowdale'] });
    expect([serves(harrowdale, 'Harrowdale'), serves(harrowdale, 'The Vale')]).toEqual([true, false]);
  });
});
