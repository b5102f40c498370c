import * as fc from 'fast-check';
import { instant, longText, position, seenRevision, shortText, storedInstant } from './scalars';

fc.configureGlobal({ seed: 1983 });

describe('a time that somebody sends', () => {
  it.each([
    ['2026-11-22T02:00:00Z', '2026-11-22T02:00:00.000Z'],
    ['2026-11-22T02:00:00.5Z', '2026-11-22T02:00:00.500Z'],
    ['2026-10-24T20:00:00+01:00', '2026-10-24T19:00:00.000Z'],
    ['2026-10-25T01:30:00+01:00', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T01:30:00+00:00', '2026-10-25T01:30:00.000Z'],
    ['2026-11-22T02:00:00.123456789Z', '2026-11-22T02:00:00.123Z'],
  ])('%s is kept as %s', (sent, kept) => {
    expect(instant.parse(sent)).toBe(kept);
    expect(storedInstant.parse(kept)).toBe(kept);
  });

  it.each([
    ['has no offset: on the night the clocks go back it could be either of two', '2026-10-25T01:30:00'],
    ['is a date alone', '2026-11-22'],
    ['is no day of the calendar', '2026-02-30T02:00:00Z'],
    ['is no hour of the day', '2026-11-22T24:00:00Z'],
    ['has an offset that no place has', '2026-11-22T02:00:00+25:00'],
    ['is of another century', '1926-11-22T02:00:00Z'],
    ['is before the calendar', '0000-01-01T00:00:00+01:00'],
    ['is too far off to compare as text', '9999-12-31T23:59:59-01:00'],
    ['is a number', 1_764_000_000_000],
    ['is words', 'yesterday'],
    ['is nothing', ''],
    ['has something behind it', "2026-11-22T02:00:00Z'; drop table"],
  ])('is refused when it %s', (_why, sent) => {
    expect(instant.safeParse(sent).success).toBe(false);
  });

  it('is one text for one moment, whatever the offset it was sent with', () => {
    const moment = fc.integer({ min: Date.UTC(2001, 0, 1), max: Date.UTC(2098, 0, 1) });
    const offset = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(moment, offset, (ms, minutes) => {
        const wall = new Date(ms + minutes * 60_000).toISOString().slice(0, -1);
        const size = Math.abs(minutes);
        const hhmm = [Math.floor(size / 60), size % 60]
          .map((part) => String(part).padStart(2, '0'))
          .join(':');
        expect(instant.parse(`${wall}${minutes < 0 ? '-' : '+'}${hhmm}`)).toBe(new Date(ms).toISOString());
      }),
    );
  });

  it('is stored in one form only', () => {
    for (const other of [
      '2026-11-22T02:00:00Z',
      '2026-11-22T02:00:00.000+00:00',
      '2026-11-22 02:00:00.000Z',
    ]) {
      expect(storedInstant.safeParse(other).success).toBe(false);
    }
  });
});

describe('what somebody writes', () => {
  it('is kept without the space around it, and must be something', () => {
    expect(shortText.parse('  Elm Suite ')).toBe('Elm Suite');
    for (const empty of ['', '   ', '\n\t']) expect(longText.safeParse(empty).success).toBe(false);
  });

  it('has an end: 120 characters for a name, 2000 for a reason', () => {
    expect([120, 121].map((length) => shortText.safeParse('x'.repeat(length)).success)).toEqual([
      true,
      false,
    ]);
    expect([2000, 2001].map((length) => longText.safeParse('x'.repeat(length)).success)).toEqual([
      true,
      false,
    ]);
  });
});

describe('where something is', () => {
  it.each([
    [{ lat: 54, lon: -2 }, true],
    [{ lat: 90, lon: 180 }, true],
    [{ lat: 90.1, lon: 0 }, false],
    [{ lat: 0, lon: -180.1 }, false],
    [{ lat: Number.NaN, lon: 0 }, false],
    [{ lat: '54', lon: '-2' }, false],
    [{ lat: 54, lon: -2, what3words: 'a.b.c' }, false],
  ])('%j: %p', (sent, taken) => {
    expect(position.safeParse(sent).success).toBe(taken);
  });
});

describe('what the author of a command had seen', () => {
  it('is a revision, or is not said', () => {
    expect(seenRevision.parse(undefined)).toBeUndefined();
    expect(seenRevision.parse(0)).toBe(0);
    for (const bad of [-1, 1.5, '7', null]) expect(seenRevision.safeParse(bad).success).toBe(false);
  });
});
