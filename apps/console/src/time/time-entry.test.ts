import * as fc from 'fast-check';
import { instantFromMs, minutesBetween, plusMinutes } from '@concord/domain';
import { fullTime, hourMinute } from './london';
import { readBack } from './read-back';
import { readTimeEntry } from './time-entry';

fc.configureGlobal({ seed: 1983 });

const now = '2026-11-22T02:14:08.000Z';
const at = (typed: string, from = now) => readTimeEntry(typed, from);

describe('a typed time', () => {
  it('is now when nothing or "now" is typed', () => {
    expect(at('')).toEqual({ at: now });
    expect(at(' now ')).toEqual({ at: now });
  });

  it.each([
    ['-10', '2026-11-22T02:04:08.000Z'],
    ['-10m', '2026-11-22T02:04:08.000Z'],
    ['-10 min', '2026-11-22T02:04:08.000Z'],
    ['-2h', '2026-11-22T00:14:08.000Z'],
    ['-1h30', '2026-11-22T00:44:08.000Z'],
  ])('may be so long ago: %s', (typed, expected) => {
    expect(at(typed)).toEqual({ at: expected });
  });

  it.each(['0131', '01:31', '1.31', 'today 0131', '22-Nov 0131', '22-Nov-2026 01:31', '0131 22 nov'])(
    'may be a time of day, alone or with its date: %s',
    (typed) => {
      expect(at(typed)).toEqual({ at: '2026-11-22T01:31:00.000Z' });
    },
  );

  it.each(['2350', 'yesterday 2350', '2350 y', '21-Nov 2350', 'Sat 21-Nov-2026, 23:50', '21-Nov-26 2350'])(
    'may be the evening before: %s',
    (typed) => {
      expect(at(typed)).toEqual({ at: '2026-11-21T23:50:00.000Z' });
    },
  );

  it('that would be in the future means the last time it was that o’clock, and says which day', () => {
    expect(at('0312')).toEqual({ at: '2026-11-21T03:12:00.000Z' });
    expect(readBack('2026-11-21T03:12:00.000Z', now)).toEqual({
      day: 'Yesterday',
      time: 'Sat 21-Nov-2026 03:12',
      ago: '23:02 h ago',
    });
  });

  it('with a day is not moved to another: still to come is refused', () => {
    expect(at('today 0312')).toEqual({ problem: 'Sun 22-Nov-2026 03:12 is still to come.' });
    expect(at('23-Nov 0312')).toHaveProperty('problem', expect.stringContaining('write the year'));
    expect(at('+5')).toHaveProperty('problem');
  });

  it('takes a date without its year from last year only when that is not long ago', () => {
    expect(at('30-Dec 2200', '2027-01-03T10:00:00.000Z')).toEqual({ at: '2026-12-30T22:00:00.000Z' });
    expect(at('30-Dec 2200')).toHaveProperty('problem');
    expect(at('30-Dec-2025 2200')).toEqual({ at: '2025-12-30T22:00:00.000Z' });
  });

  it.each(['3', '31', '312'])('is refused when it could mean two things: %s', (typed) => {
    expect(at(typed)).toHaveProperty('problem', expect.stringContaining('could mean two things'));
  });

  it.each([
    '2460',
    '0399',
    'soon',
    '-',
    '3:1',
    'yesterday',
    '22-Nov',
    '31-Nov 0312',
    'Mon 22-Nov 0131',
    '22-Nov-0312',
  ])('is refused when it is no time: %s', (typed) => {
    expect(at(typed)).toHaveProperty('problem');
  });
});

describe('the night the clocks go back (25-Oct-2026)', () => {
  const night = '2026-10-25T02:10:00.000Z';
  const either = (typed: string) => [
    { at: '2026-10-25T00:30:00.000Z', words: '01:30 BST (first)', typed: `${typed} BST` },
    { at: '2026-10-25T01:30:00.000Z', words: '01:30 GMT (second)', typed: `${typed} GMT` },
  ];

  it.each([
    ['0130', night],
    ['25-Oct 0130', '2026-10-27T09:00:00.000Z'],
    ['yesterday 0130', '2026-10-26T09:00:00.000Z'],
    // The first has been, the second has not: whoever is up then may not have put their watch back.
    ['0130', '2026-10-25T00:50:00.000Z'],
  ])('asks which 01:30: %s', (typed, from) => {
    expect(at(typed, from)).toEqual({
      problem: '01:30 happened twice on Sun 25-Oct-2026, when the clocks went back. Which was it?',
      either: either(typed),
    });
  });

  it('takes the zone for an answer', () => {
    expect(at('0130 BST', night)).toEqual({ at: '2026-10-25T00:30:00.000Z' });
    expect(at('0130 gmt', night)).toEqual({ at: '2026-10-25T01:30:00.000Z' });
    expect(at('0330 BST', '2026-10-25T05:00:00.000Z')).toHaveProperty('problem');
  });

  it('counts minutes ago as elapsed ones, and reads every time back with its zone', () => {
    expect(at('-60', '2026-10-25T01:30:00.000Z')).toEqual({ at: '2026-10-25T00:30:00.000Z' });
    expect(readBack('2026-10-25T00:30:00.000Z', night)).toEqual({
      day: undefined,
      time: 'Sun 25-Oct-2026 01:30 BST',
      ago: '1:40 h ago',
    });
  });
});

describe('the night the clocks go forward (28-Mar-2027)', () => {
  it.each([
    ['0130', '2027-03-28T03:00:00.000Z'],
    ['28-Mar 0130', '2027-03-30T10:00:00.000Z'],
    ['0130', '2027-03-28T23:50:00.000Z'],
  ])('has no 01:30, and says what came next: %s', (typed, from) => {
    expect(at(typed, from)).toEqual({
      problem:
        'There was no 01:30 on Sun 28-Mar-2027: the clocks went forward from 01:00 to 02:00. The next real time is 02:00 BST.',
    });
  });

  it('still had one the day before, until the clocks go', () => {
    expect(at('0130', '2027-03-28T00:40:00.000Z')).toEqual({ at: '2027-03-27T01:30:00.000Z' });
    expect(at('0200', '2027-03-28T01:00:30.000Z')).toEqual({ at: '2027-03-28T01:00:00.000Z' });
  });
});

/** Any minute of two years, each change of clocks as likely as the rest of the year. */
const changes = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'];
const minutes = fc.oneof(
  fc.integer({ min: Date.UTC(2026, 0, 2) / 60_000, max: Date.UTC(2027, 11, 31) / 60_000 }),
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -36 * 60, max: 36 * 60 }))
    .map(([day, off]) => Date.parse(day) / 60_000 + off),
);
const instants = minutes.map((minute) => instantFromMs(minute * 60_000));
const timesOfDay = fc
  .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);

/** The latest instant by then at which London's clocks showed this, found by trying each that could be. */
const lastShown = (shown: string, until: string) =>
  [0, 1, 2]
    .flatMap((days) => {
      const utc = `${plusMinutes(until, 24 * 60 - days * 24 * 60).slice(0, 10)}T${shown}:00.000Z`;
      return [utc, plusMinutes(utc, -60)];
    })
    .filter((moment) => moment <= until && hourMinute(moment).startsWith(shown))
    .sort()
    .at(-1);

describe('whatever is typed, whenever', () => {
  it('what is read back means the same when it is typed', () => {
    fc.assert(
      fc.property(instants, fc.nat({ max: 500 * 24 * 60 }), (moment, later) => {
        expect(at(fullTime(moment), plusMinutes(moment, later))).toEqual({ at: moment });
      }),
    );
  });

  it('a bare time of day is the last such time, or a question, or one that the clocks left out', () => {
    fc.assert(
      fc.property(instants, timesOfDay, (from, typed) => {
        const entry = at(typed, from);
        if ('at' in entry) expect(entry.at).toBe(lastShown(typed, plusMinutes(from, 1)));
        else if (entry.either) {
          const zones = entry.either.map((choice) => hourMinute(choice.at));
          expect(zones).toEqual([`${typed} BST`, `${typed} GMT`]);
          expect(at(entry.either[0].typed, from)).toEqual({ at: entry.either[0].at });
        } else
          expect(entry.problem).toMatch(/^There was no 01:\d\d on .* The next real time is 02:00 BST\.$/);
      }),
      { numRuns: 500 },
    );
  });

  it('is never more than a minute ahead, and never breaks', () => {
    const words = fc.constantFrom(
      'now',
      'yesterday',
      '22-Nov',
      '-',
      '0312',
      '01:30',
      'BST',
      '2026',
      'h',
      ' ',
    );
    const anything = fc.oneof(
      fc.string(),
      fc.array(words).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(anything, instants, (typed, from) => {
        const entry = at(typed, from);
        if ('at' in entry) expect(minutesBetween(from, entry.at)).toBeLessThanOrEqual(1);
        else expect(entry.problem).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
