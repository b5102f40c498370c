import * as fc from 'fast-check';
import { minutesBetween, plusMinutes } from '@concord/domain';
import { hourMinute } from './london';
import { readTimeAhead } from './time-ahead';

fc.configureGlobal({ seed: 1983 });

const now = '2026-11-22T02:14:08.000Z';
const at = (typed: string, from = now) => readTimeAhead(typed, from);

describe('a time to come', () => {
  it.each([
    ['+30', '2026-11-22T02:44:08.000Z'],
    ['+ 2h', '2026-11-22T04:14:08.000Z'],
    ['+1h30', '2026-11-22T03:44:08.000Z'],
    ['0300', '2026-11-22T03:00:00.000Z'],
    ['3:00', '2026-11-22T03:00:00.000Z'],
    ['0200', '2026-11-23T02:00:00.000Z'],
  ])('%s', (typed, expected) => {
    expect(at(typed)).toEqual({ at: expected });
  });

  it.each(['', 'soon', '-10', '+0', '+25h', '2460', '30', 'yesterday 2350'])('is not %p', (typed) => {
    expect(at(typed)).toHaveProperty('problem');
  });

  it.each([
    ['14-Dec 0900', '2026-12-14T09:00:00.000Z'],
    ['3 Jan 12:00', '2027-01-03T12:00:00.000Z'],
    ['+3d', '2026-11-25T02:14:08.000Z'],
    ['+2w', '2026-12-06T02:14:08.000Z'],
    ['0300', '2026-11-22T03:00:00.000Z'],
  ])('%s, where it may be weeks ahead', (typed, expected) => {
    expect(readTimeAhead(typed, now, 56)).toEqual({ at: expected });
    if (typed !== '0300') expect(at(typed)).toHaveProperty('problem');
  });

  it.each(['21-Nov-2026 0900', 'yesterday 2350', '+9w', '14-Dec', '1-Mar 0900'])(
    'is not %p, even weeks ahead',
    (typed) => {
      expect(readTimeAhead(typed, now, 56)).toHaveProperty('problem');
    },
  );

  it('is asked about on the night it comes twice, and says when it never comes', () => {
    const october = '2026-10-24T23:30:00.000Z';
    expect(at('0130', october)).toMatchObject({ problem: expect.stringContaining('BST or GMT') as string });
    expect(at('0130 BST', october)).toEqual({ at: '2026-10-25T00:30:00.000Z' });
    expect(at('0130 GMT', october)).toEqual({ at: '2026-10-25T01:30:00.000Z' });
    expect(at('0130', '2026-10-25T00:45:00.000Z')).toEqual({ at: '2026-10-25T01:30:00.000Z' });
    expect(at('0130', '2027-03-28T00:15:00.000Z')).toHaveProperty('problem');
  });

  it('is always ahead, within a day, and reads back as what was typed', () => {
    fc.assert(
      fc.property(fc.nat({ max: 23 }), fc.nat({ max: 59 }), fc.nat({ max: 60 * 24 }), (h, m, later) => {
        const from = plusMinutes(now, later);
        const typed = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
        const read = at(typed, from);
        if ('problem' in read) throw new Error(`${typed}: ${read.problem}`);
        expect(hourMinute(read.at)).toBe(typed);
        expect(minutesBetween(from, read.at)).toBeGreaterThan(0);
        expect(minutesBetween(from, read.at)).toBeLessThanOrEqual(24 * 60);
      }),
    );
  });
});
