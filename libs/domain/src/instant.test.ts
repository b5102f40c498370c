import * as fc from 'fast-check';
import { instantFromMs, later, minutesBetween, msOf, plusMinutes, secondsBetween } from './instant';

fc.configureGlobal({ seed: 1983 });

const ms = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) });
const instants = ms.map(instantFromMs);

describe('instants', () => {
  it('sort as text in the order in which they happened', () => {
    fc.assert(fc.property(ms, ms, (a, b) => instantFromMs(a) < instantFromMs(b) === a < b));
  });

  it('lose nothing on the way to milliseconds and back', () => {
    fc.assert(fc.property(instants, (at) => instantFromMs(msOf(at)) === at));
  });

  it('count elapsed minutes there and back, whatever the clocks on the wall do', () => {
    const minutes = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(fc.property(instants, minutes, (at, n) => minutesBetween(at, plusMinutes(at, n)) === n));
  });

  it('are an hour apart when the wall clock says two, and when it says none', () => {
    // 25 October 2026: 01:30 BST and 01:30 GMT. 28 March 2027: 00:30 GMT and 02:30 BST.
    expect(minutesBetween('2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z')).toBe(60);
    expect(minutesBetween('2027-03-28T00:30:00.000Z', '2027-03-28T01:30:00.000Z')).toBe(60);
  });

  it('tell lateness in seconds, and which of two came later', () => {
    const [early, late] = ['2026-11-22T02:00:00.000Z', '2026-11-22T02:01:30.000Z'] as const;
    expect(secondsBetween(early, late)).toBe(90);
    expect([later(early, late), later(late, early), later(late, late)]).toEqual([late, late, late]);
  });
});
