import { clockTime } from './wall-time';

describe('the time on the wall in London', () => {
  it.each([
    ['2026-11-22T21:05:00.000Z', '21:05'],
    ['2026-07-01T23:30:59.999Z', '00:30'],
    ['2026-11-22T00:00:00.000Z', '00:00'],
    // The night on which the clock goes back has half past one twice, and the one on which it goes on has none.
    ['2026-10-25T00:30:00.000Z', '01:30'],
    ['2026-10-25T01:30:00.000Z', '01:30'],
    ['2026-03-29T01:00:00.000Z', '02:00'],
  ])('%s is %s', (at, shown) => {
    expect(clockTime(at)).toBe(shown);
  });
});
