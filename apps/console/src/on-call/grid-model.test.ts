import type { Named, Rota } from '@concord/domain';
import { daysFrom, gridOf, isHole } from './grid-model';
import { instantOfMoment, momentOf } from '../time/moment';
import { turnsOfPerson } from './my-turns';

const ada: Named = { userId: 'ada', name: 'Ada' };
const ben: Named = { userId: 'ben', name: 'Ben' };
const turns = {
  width: 1,
  every: 'days' as const,
  count: 1,
  from: '2026-10-01',
  until: null,
  hours: [],
};
const rota: Rota = {
  id: 'rota',
  areaId: 'area',
  agencyId: 'trust',
  duty: 'amhp',
  name: 'AMHPs',
  callOrder: 1,
  districts: [],
  placeIds: [],
  layers: [
    {
      ...turns,
      id: 'hub',
      name: 'Hub',
      members: [ada],
      handoversAt: ['09:00'],
      hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
    },
    { ...turns, id: 'nights', name: 'Nights', members: [ben], handoversAt: ['17:00'] },
  ],
  temporary: [],
  overrides: [],
  swaps: [],
  agreedHours: { inARow: null, aWeek: null },
  until: null,
  revision: 1,
};
const told = (cell: ReturnType<typeof gridOf>[number]['cells'][number] | undefined): string[] =>
  cell?.spans.map(({ from, on, gap }) => `${from.slice(11, 16)} ${on[0]?.who.name ?? gap ?? ''}`) ?? [];

describe('the grid of a rota', () => {
  const days = daysFrom('2026-10-23T12:00:00.000Z', 7);

  it('is a London day a column, the day the clocks go back marked and 25 hours long', () => {
    expect(days.map(({ date, clocks }) => [date.slice(5), clocks])).toEqual([
      ['10-23', null],
      ['10-24', null],
      ['10-25', 'back'],
      ['10-26', null],
      ['10-27', null],
      ['10-28', null],
      ['10-29', null],
    ]);
    const sunday = days[2];
    expect(Date.parse(sunday?.to ?? '') - Date.parse(sunday?.from ?? '')).toBe(25 * 3_600_000);
  });

  it('has who is on above, and each layer by itself beneath, the highest first', () => {
    const rows = gridOf(rota, days);
    expect(rows.map(({ label }) => label)).toEqual(['On call', 'Hub', 'Nights']);
    expect(told(rows[0]?.cells[0])).toEqual(['23:00 Ben', '08:00 Ada', '16:00 Ben']);
    expect(told(rows[1]?.cells[0])).toEqual(['23:00 outside-hours', '08:00 Ada', '16:00 outside-hours']);
    expect(told(rows[2]?.cells[0])).toEqual(['23:00 Ben']);
  });

  it('calls a hole what nobody meant, and not a rota that has not begun', () => {
    const [first] = gridOf({ ...rota, layers: [] }, days)[0]?.cells[0]?.spans ?? [];
    expect(first && isHole(first)).toBe(true);
    const early = daysFrom('2026-09-01T12:00:00.000Z', 1);
    const [span] = gridOf({ ...rota, layers: rota.layers.slice(1) }, early)[0]?.cells[0]?.spans ?? [];
    expect(span && isHole(span)).toBe(false);
  });
});

describe('my turns', () => {
  it('are the times one person is on, the soonest first', () => {
    const window = { from: '2026-11-23T00:00:00.000Z', to: '2026-11-25T00:00:00.000Z' };
    expect(turnsOfPerson([rota], 'ada', window).map(({ from, to }) => [from, to])).toEqual([
      ['2026-11-23T09:00:00.000Z', '2026-11-23T17:00:00.000Z'],
      ['2026-11-24T09:00:00.000Z', '2026-11-24T17:00:00.000Z'],
    ]);
  });
});

describe('a time typed into a form', () => {
  it('is London’s; of an hour that comes twice a beginning means the first and an end the second', () => {
    const half = { date: '2026-10-25', time: '01:30' };
    expect(instantOfMoment(half, 'beginning')).toBe('2026-10-25T00:30:00.000Z');
    expect(instantOfMoment(half, 'end')).toBe('2026-10-25T01:30:00.000Z');
    expect(momentOf('2026-10-25T00:30:00.000Z')).toEqual(half);
  });

  it('that does not come, or is not whole, is told of', () => {
    expect(instantOfMoment({ date: '2027-03-28', time: '01:30' }, 'end')).toMatchObject({
      problem: expect.stringContaining('does not come') as unknown,
    });
    expect(instantOfMoment({ date: '', time: '01:30' }, 'end')).toMatchObject({
      problem: 'Say a date and a time.',
    });
  });
});
