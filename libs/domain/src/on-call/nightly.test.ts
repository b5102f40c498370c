import * as fc from 'fast-check';
import { instantFromMs, minutesBetween, msOf } from '../instant';
import { london } from './examples';
import { londonClock } from './london-time';
import { nightlyAfter, nightlyBefore } from './nightly';

fc.configureGlobal({ seed: 1983 });

describe('the nightly look', () => {
  it.each([
    ['the clocks go back', '2026-10-24', '2026-10-25', 25],
    ['the clocks go forward', '2027-03-27', '2027-03-28', 23],
    ['nothing is special', '2026-11-21', '2026-11-22', 24],
  ])('on the night that %s comes once, at six by the wall', (_what, day, next, hours) => {
    const [before, due] = [london(`${day}T06:00`), london(`${next}T06:00`)];
    expect(nightlyAfter(before)).toBe(due);
    expect(nightlyBefore(london(`${next}T05:59:59`))).toBe(before);
    expect(nightlyBefore(due)).toBe(due);
    expect(minutesBetween(before, due)).toBe(hours * 60);
  });

  it('is always at six in London, and every instant lies between two of them', () => {
    const from = msOf('2026-01-01T00:00:00.000Z');
    fc.assert(
      fc.property(fc.integer({ min: from, max: from + 3 * 366 * 86_400_000 }), (ms) => {
        const at = instantFromMs(ms);
        const [before, after] = [nightlyBefore(at), nightlyAfter(at)];
        expect([londonClock(before).time, londonClock(after).time]).toEqual(['06:00', '06:00']);
        expect(before <= at && at < after).toBe(true);
        expect(nightlyAfter(before)).toBe(after);
        expect(nightlyBefore(after)).toBe(after);
      }),
    );
  });
});
