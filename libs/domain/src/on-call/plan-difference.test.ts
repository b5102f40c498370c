import { ada, ben, cai, dee, layer, london, rota } from './examples';
import { dateAfter, londonClock, londonInstants } from './london-time';
import { planDifference } from './plan-difference';

const daily = rota({ layers: [layer({ handoversAt: ['08:00'], from: '2026-11-23' })] });
const window = { from: london('2026-11-23T08:00'), to: london('2026-11-26T08:00') };

describe('what a change to a rota would change', () => {
  it('is each time in which somebody else would be on, and nothing else', () => {
    const overrides = [
      {
        id: 'o',
        kind: 'replace' as const,
        from: london('2026-11-23T20:00'),
        to: london('2026-11-24T20:00'),
        on: dee,
        off: ada,
        why: '',
        by: cai,
        madeAt: london('2026-11-22T00:00'),
      },
    ];
    expect(planDifference(daily, { ...daily, overrides }, window)).toEqual([
      { from: london('2026-11-23T20:00'), to: london('2026-11-24T08:00'), before: [ada], after: [dee] },
    ]);
    expect(planDifference(daily, daily, window)).toEqual([]);
  });

  it('is told as one time where the same people change places throughout', () => {
    const swapped = rota({
      layers: [layer({ handoversAt: ['08:00', '20:00'], members: [ben], from: '2026-11-23' })],
    });
    const alone = rota({ layers: [layer({ handoversAt: ['08:00'], members: [ada], from: '2026-11-23' })] });
    expect(planDifference(alone, swapped, window)).toEqual([{ ...window, before: [ada], after: [ben] }]);
  });
});

describe('a time on a London clock', () => {
  it('is one instant, but none in the jump forward and two when the clocks go back', () => {
    expect(londonInstants('2026-07-01', '09:00')).toEqual(['2026-07-01T08:00:00.000Z']);
    expect(londonInstants('2027-03-28', '01:30')).toEqual([]);
    expect(londonInstants('2026-10-25', '01:30')).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
    expect(londonInstants('2026-10-25', '02:00')).toEqual(['2026-10-25T02:00:00.000Z']);
  });

  it('is read off an instant, and its dates follow the calendar', () => {
    expect(londonClock('2026-10-25T00:30:00.000Z')).toEqual({ date: '2026-10-25', time: '01:30' });
    expect([dateAfter('2028-02-28', 1), dateAfter('2026-12-31', 1), dateAfter('2026-11-01', -1)]).toEqual([
      '2028-02-29',
      '2027-01-01',
      '2026-10-31',
    ]);
  });
});
