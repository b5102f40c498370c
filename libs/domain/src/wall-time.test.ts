import { clockTime, dayAndTime } from './wall-time';

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

describe('a time, with its day where that is not today', () => {
  const now = '2026-11-22T02:00:00.000Z';
  it.each([
    ['2026-11-22T21:05:00.000Z', '21:05'],
    ['2026-11-23T00:30:00.000Z', 'Mon 00:30'],
    ['2026-11-28T10:00:00.000Z', 'Sat 10:00'],
    ['2026-11-29T10:00:00.000Z', '29-Nov 10:00'],
    ['2026-11-21T23:00:00.000Z', 'Sat 23:00'],
  ])('%s is %s', (at, words) => {
    expect(dayAndTime(at, now)).toBe(words);
  });

  it('goes by the day in London: late on a summer evening the next has begun there', () => {
    expect(dayAndTime('2026-07-01T23:30:00.000Z', '2026-07-01T20:00:00.000Z')).toBe('Thu 00:30');
  });
});
