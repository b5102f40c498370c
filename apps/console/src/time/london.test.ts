import {
  hourMinute,
  hourMinuteSecond,
  timeInList,
  timeSeenFrom,
  weekdayDate,
  withLondonTimes,
} from './london';
import { age, hoursMinutes, hoursMinutesSeconds } from './span';

describe('times on the screen', () => {
  it('are London wall times', () => {
    expect(hourMinuteSecond('2026-07-01T12:00:05.000Z')).toBe('13:00:05');
    expect(weekdayDate('2026-11-22T02:14:00.000Z')).toBe('Sun 22-Nov');
  });

  it('name their zone only where a wall time may be read twice', () => {
    expect(hourMinute('2026-11-22T01:30:00.000Z')).toBe('01:30');
    expect(hourMinute('2026-10-25T00:30:00.000Z')).toBe('01:30 BST');
    expect(hourMinute('2026-10-25T01:30:00.000Z')).toBe('01:30 GMT');
  });

  it('name the day when it is not today', () => {
    expect(timeSeenFrom('2026-11-23T03:12:00.000Z', '2026-11-22T03:12:00.000Z')).toBe('03:12 Mon 23-Nov');
    expect(timeSeenFrom('2026-11-22T03:12:00.000Z', '2026-11-22T02:00:00.000Z')).toBe('03:12');
  });

  it('in a list name the weekday while it can mean one day only, then the date', () => {
    const now = '2026-11-22T17:15:00.000Z';
    expect(timeInList('2026-11-22T18:00:00.000Z', now)).toBe('18:00');
    expect(timeInList('2026-11-25T17:15:00.000Z', now)).toBe('17:15 Wed');
    expect(timeInList('2026-12-23T17:15:00.000Z', now)).toBe('17:15 23-Dec');
    expect(timeInList('2026-11-29T17:15:00.000Z', now)).toBe('17:15 29-Nov');
  });

  it('replace instants inside a sentence of the server', () => {
    expect(withLondonTimes('until 2026-11-22T03:12:00.000Z.', '2026-11-22T02:00:00.000Z')).toBe(
      'until 03:12.',
    );
  });
});

describe('spans', () => {
  it('are hours and minutes, cut down, never below nothing', () => {
    expect(hoursMinutes(9 * 60_000 + 59_000)).toBe('0:09');
    expect(hoursMinutes(23.8 * 3_600_000)).toBe('23:48');
    expect(hoursMinutes(-5)).toBe('0:00');
    expect(hoursMinutesSeconds(372_000)).toBe('0:06:12');
  });

  it('age in words', () => {
    const now = '2026-11-22T02:00:00.000Z';
    expect(age('2026-11-22T01:59:30.000Z', now)).toBe('just now');
    expect(age('2026-11-22T01:56:00.000Z', now)).toBe('4 min');
    expect(age('2026-11-22T00:48:00.000Z', now)).toBe('1:12 h');
    expect(age('2026-11-19T00:48:00.000Z', now)).toBe('3 days');
  });
});
