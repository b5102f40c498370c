import * as fc from 'fast-check';
import { instantFromMs, plusMinutes } from '../instant';
import { ada, ben, cai, dee, layer, london, rota } from './examples';
import { answerAt, holdersOf, onCallAt } from './on-call-at';
import type { Layer, Override, Rota, Swap } from './rota';
import { serves } from './rota';

fc.configureGlobal({ seed: 1983 });

const turns = (more: Partial<Layer> = {}): Rota => rota({ layers: [layer(more)] });
const names = (given: Rota, at: string): string[] => onCallAt(given, at).map(({ name }) => name);
const at = (given: Rota, wall: string): string[] => names(given, london(wall));

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
    expect(at(turns(), wall)).toEqual(expected);
  });

  it.each([
    ['the clocks go back: a shift of 13 hours', '2026-10-24T20:00', '2026-10-25T08:00', 13],
    ['the clocks go forward: a shift of 11 hours', '2027-03-27T20:00', '2027-03-28T08:00', 11],
    ['nothing happens: a shift of 12 hours', '2026-11-22T20:00', '2026-11-23T08:00', 12],
  ])('changes at 08:00 by the clock on the wall, on the night %s', (_night, from, to, hours) => {
    const [start, end] = [london(from), london(to)] as const;
    const onShift = names(turns(), start);
    expect(plusMinutes(start, hours * 60)).toBe(end);
    for (let minute = 0; minute < hours * 60; minute += 1) {
      expect(names(turns(), plusMinutes(start, minute))).toEqual(onShift);
    }
    expect(names(turns(), end)).not.toEqual(onShift);
  });

  it('is handed over once, not twice, at an hour that comes twice', () => {
    const oddHour = turns({ handoversAt: ['01:30'] });
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

  it('is handed over when the clocks jump, at an hour that does not come at all', () => {
    const oddHour = turns({ handoversAt: ['01:30'], from: '2027-03-20' });
    const jump = london('2027-03-28T02:00');
    expect(names(oddHour, plusMinutes(jump, -1))).not.toEqual(names(oddHour, jump));
    expect(names(oddHour, jump)).toEqual(at(oddHour, '2027-03-28T03:00'));
  });

  it('is as many at once as the layer says, wrapping round, and never anybody twice', () => {
    const pairs = turns({ width: 2 });
    expect(at(pairs, '2026-10-20T08:00')).toEqual(['Ada', 'Ben']);
    expect(at(pairs, '2026-10-20T20:00')).toEqual(['Cai', 'Ada']);
    expect(at(pairs, '2026-10-21T08:00')).toEqual(['Ben', 'Cai']);
    expect(at(turns({ width: 9 }), '2026-10-20T08:00')).toEqual(['Ada', 'Ben', 'Cai']);
    expect(at(turns({ members: [ada], width: 2 }), '2026-10-20T08:00')).toEqual(['Ada']);
    expect(at(turns({ members: [ada, ada, ben], width: 2 }), '2026-10-20T08:00')).toEqual(['Ada']);
  });

  it('is nobody when nobody is listed, and when the rota has ended', () => {
    expect(at(turns({ members: [] }), '2026-10-22T12:00')).toEqual([]);
    const ended = rota({ until: london('2026-10-22T12:00') });
    expect([at(ended, '2026-10-22T11:59'), at(ended, '2026-10-22T12:00')]).toEqual([['Ben'], []]);
  });

  it('is always somebody, at any instant after it began, and each as often as any other', () => {
    const instants = fc
      .integer({ min: Date.UTC(2026, 9, 21), max: Date.UTC(2028, 11, 31) })
      .map(instantFromMs);
    const anyTurns = fc.record({
      width: fc.integer({ min: 1, max: 3 }),
      handoversAt: fc.constantFrom(
        ['08:00'],
        ['08:00', '20:00'],
        ['01:30', '09:00', '17:30'],
        ['00:00', '23:59'],
      ),
    });
    fc.assert(
      fc.property(anyTurns, instants, (more, instant) => {
        expect(onCallAt(turns(more), instant)).toHaveLength(more.width);
      }),
    );
    const nights = Array.from({ length: 30 }, (_, shift) =>
      names(turns(), plusMinutes(london('2026-11-01T08:00'), shift * 720)),
    );
    for (const { name } of [ada, ben, cai])
      expect(nights.flat().filter((on) => on === name)).toHaveLength(10);
  });
});

describe('layers', () => {
  const hub = layer({
    id: 'hub',
    members: [ada],
    handoversAt: ['09:00'],
    hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  });
  const night = layer({ id: 'night', members: [ben, cai], handoversAt: ['17:00'] });
  const both = rota({ layers: [hub, night] });

  it.each([
    ['in the hub’s hours the hub', '2026-11-23T09:00', ['Ada']],
    ['to their last minute', '2026-11-23T16:59', ['Ada']],
    ['then whoever’s turn it is below', '2026-11-23T17:00', ['Ben']],
    ['through the night', '2026-11-24T08:59', ['Ben']],
    ['and at the weekend all day', '2026-11-29T12:00', ['Cai']],
  ])('%s', (_when, wall, expected) => {
    expect(at(both, wall)).toEqual(expected);
  });

  it('says which layer it is that puts somebody on', () => {
    const because = (wall: string) => answerAt(both, london(wall)).on.map((one) => one.because);
    expect(because('2026-11-23T12:00')).toEqual([{ kind: 'layer', id: 'hub' }]);
    expect(because('2026-11-23T20:00')).toEqual([{ kind: 'layer', id: 'night' }]);
  });

  it('with nobody on any layer says why', () => {
    const gap = (given: Rota, wall: string) => answerAt(given, london(wall)).gap;
    expect(gap(rota({ layers: [hub] }), '2026-11-23T18:00')).toBe('outside-hours');
    expect(gap(turns({ members: [] }), '2026-11-23T18:00')).toBe('nobody-listed');
    expect(gap(turns(), '2026-01-01T00:00')).toBe('not-begun');
    expect(gap(rota({ until: london('2026-11-01T00:00') }), '2026-11-23T18:00')).toBe('ended');
    expect(gap(rota({ layers: [] }), '2026-11-23T18:00')).toBe('nobody-listed');
  });
});

const made = { why: 'Unwell', by: dee, madeAt: london('2026-11-20T08:00') };
const override = (more: Pick<Override, 'kind'> & Partial<Override>): Override => ({
  id: `override-${more.kind}`,
  ...made,
  from: london('2026-11-23T10:00'),
  to: london('2026-11-23T14:00'),
  on: null,
  off: null,
  ...more,
});

describe('what is put over the layers', () => {
  const first = layer({ id: 'first', members: [ada], handoversAt: ['08:00'] });
  const second = layer({ id: 'second', members: [ben], handoversAt: ['08:00'] });
  const two = (more: Partial<Rota>) => rota({ layers: [first, second], ...more });
  const noon = '2026-11-23T12:00';

  it('adds somebody after those whose turn it is, for its time only', () => {
    const given = two({ overrides: [override({ kind: 'add', on: cai })] });
    expect([at(given, '2026-11-23T09:59'), at(given, noon), at(given, '2026-11-23T14:00')]).toEqual([
      ['Ada'],
      ['Ada', 'Cai'],
      ['Ada'],
    ]);
  });

  it('puts one in the place of another', () => {
    expect(at(two({ overrides: [override({ kind: 'replace', off: ada, on: cai })] }), noon)).toEqual(['Cai']);
    expect(at(two({ overrides: [override({ kind: 'replace', off: dee, on: cai })] }), noon)).toEqual(['Ada']);
  });

  it('takes somebody off, and the layer below fills what is left empty', () => {
    const off = override({ kind: 'remove', off: ada });
    expect(at(two({ overrides: [off] }), noon)).toEqual(['Ben']);
    const alone = rota({ layers: [first], overrides: [off] });
    expect(answerAt(alone, london(noon))).toEqual({ on: [], gap: 'taken-off' });
  });

  it('is followed in the order in which it was made', () => {
    const overrides = [
      override({ id: 'a', kind: 'replace', off: ada, on: cai }),
      override({ id: 'b', kind: 'replace', off: cai, on: dee }),
      override({ id: 'c', kind: 'add', on: ben }),
      override({ id: 'd', kind: 'remove', off: ben }),
    ];
    expect(at(two({ overrides }), noon)).toEqual(['Dee']);
  });

  it('never has anybody on twice', () => {
    const given = rota({
      layers: [layer({ members: [ada, ben], width: 2 })],
      overrides: [
        override({ id: 'a', kind: 'replace', off: ada, on: ben }),
        override({ id: 'b', kind: 'add', on: ben }),
      ],
    });
    expect(at(given, noon)).toEqual(['Ben']);
  });

  it('for the time of a temporary rota is that rota’s shifts and no layer, and overrides still hold', () => {
    const temporary = {
      id: 'strike',
      name: 'Strike',
      ...made,
      from: london('2026-11-23T08:00'),
      to: london('2026-11-24T08:00'),
      shifts: [{ from: london('2026-11-23T08:00'), to: london('2026-11-23T20:00'), who: cai }],
    };
    const given = two({ temporary: [temporary] });
    expect([at(given, noon), at(given, '2026-11-23T21:00'), at(given, '2026-11-24T08:00')]).toEqual([
      ['Cai'],
      [],
      ['Ada'],
    ]);
    expect(answerAt(given, london('2026-11-23T21:00')).gap).toBe('temporary-empty');
    const replaced = two({
      temporary: [temporary],
      overrides: [override({ kind: 'replace', off: cai, on: dee })],
    });
    expect(at(replaced, noon)).toEqual(['Dee']);
  });

  const swap: Swap = {
    id: 'swap-1',
    offeredBy: ada,
    to: ben,
    gives: { from: london('2026-11-23T08:00'), to: london('2026-11-24T08:00') },
    takes: { from: london('2026-11-24T08:00'), to: london('2026-11-25T08:00') },
    why: 'School play',
    state: 'offered',
    offeredAt: london('2026-11-20T08:00'),
    answeredAt: null,
  };
  const daily = layer({ members: [ada, ben], handoversAt: ['08:00'], from: '2026-11-23' });

  it('changes nothing by a swap that is only offered, and both days once it is accepted', () => {
    const days = ['2026-11-23T12:00', '2026-11-24T12:00', '2026-11-25T12:00'];
    const on = (given: Rota) => days.flatMap((day) => at(given, day));
    expect(on(rota({ layers: [daily], swaps: [swap] }))).toEqual(['Ada', 'Ben', 'Ada']);
    expect(on(rota({ layers: [daily], swaps: [{ ...swap, state: 'accepted' }] }))).toEqual([
      'Ben',
      'Ada',
      'Ada',
    ]);
  });
});

describe('who holds a duty', () => {
  const at = london('2026-10-20T12:00');
  const one = (id: string, who: typeof ada, more: Partial<Rota> = {}): Rota =>
    rota({ id, layers: [layer({ members: [who] })], ...more });

  it('is everybody on call for it on any rota, each once, in the order the rotas are asked', () => {
    const rotas = [
      one('a', ada, { callOrder: 2 }),
      one('b', ben, { callOrder: 1 }),
      one('c', ada, { callOrder: 3 }),
      one('d', cai, { duty: 'amhp' }),
    ];
    expect(holdersOf(rotas, 'on-call-manager', at)).toEqual([ben, ada]);
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
