import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { plusMinutes } from '../instant';
import type { Opening, OpeningHours } from './opening-hours';
import {
  endOfDaysWork,
  everyDay,
  hoursFaults,
  openStateAt,
  openWithin,
  roundTheClock,
  weekdays,
} from './opening-hours';

fc.configureGlobal({ seed: 1983 });

const cafe: OpeningHours = {
  week: {
    monday: [],
    tuesday: [{ opens: '18:00', closes: '23:00' }],
    wednesday: [{ opens: '18:00', closes: '23:00' }],
    thursday: [{ opens: '18:00', closes: '23:00' }],
    friday: [{ opens: '18:00', closes: '02:00' }],
    saturday: [
      { opens: '10:00', closes: '13:00' },
      { opens: '18:00', closes: '02:00' },
    ],
    sunday: [{ opens: '10:00', closes: '22:00' }],
  },
  exceptions: [
    { date: '2026-12-25', openings: [{ opens: '12:00', closes: '16:00' }], why: 'Christmas Day' },
    { date: '2026-12-26', openings: [], why: 'Boxing Day' },
  ],
};

describe('opening hours by the clock on the wall in London', () => {
  it.each([
    ['an evening', '2026-11-24T19:00:00.000Z', { open: true, until: '2026-11-24T23:00:00.000Z' }],
    ['the minute it opens', '2026-11-24T18:00:00.000Z', { open: true, until: '2026-11-24T23:00:00.000Z' }],
    [
      'the minute it closes',
      '2026-11-24T23:00:00.000Z',
      { open: false, opensAt: '2026-11-25T18:00:00.000Z' },
    ],
    ['over midnight', '2026-11-28T01:59:00.000Z', { open: true, until: '2026-11-28T02:00:00.000Z' }],
    [
      'between two of a day',
      '2026-11-28T14:00:00.000Z',
      { open: false, opensAt: '2026-11-28T18:00:00.000Z' },
    ],
    ['a day with none', '2026-11-23T12:00:00.000Z', { open: false, opensAt: '2026-11-24T18:00:00.000Z' }],
    ['summer', '2026-07-07T17:00:00.000Z', { open: true, until: '2026-07-07T22:00:00.000Z' }],
    ['a bank holiday', '2026-12-25T18:30:00.000Z', { open: false, opensAt: '2026-12-27T10:00:00.000Z' }],
    [
      'a bank holiday, its own hours',
      '2026-12-25T13:00:00.000Z',
      { open: true, until: '2026-12-25T16:00:00.000Z' },
    ],
  ])('%s', (_when, at, state) => {
    expect(openStateAt(cafe, at)).toEqual(state);
  });

  it('round the clock never closes, and never opening says so', () => {
    expect(openStateAt(roundTheClock, '2026-10-25T01:30:00.000Z')).toEqual({ open: true, until: null });
    const never = { week: { ...cafe.week }, exceptions: [] };
    for (const day of weekdays) never.week[day] = [];
    expect(openStateAt(never, '2026-10-25T01:30:00.000Z')).toEqual({ open: false, opensAt: null });
  });

  it('within a window: each opening that it touches, cut to it, over midnight in one piece', () => {
    expect(openWithin(cafe, { from: '2026-11-27T20:00:00.000Z', to: '2026-11-28T19:00:00.000Z' })).toEqual([
      { from: '2026-11-27T20:00:00.000Z', to: '2026-11-28T02:00:00.000Z' },
      { from: '2026-11-28T10:00:00.000Z', to: '2026-11-28T13:00:00.000Z' },
      { from: '2026-11-28T18:00:00.000Z', to: '2026-11-28T19:00:00.000Z' },
    ]);
  });

  it('the night the clocks go back: open an hour longer by the sun, closed at the first 01:30', () => {
    const hours = everyDay('18:00', '01:30');
    expect(openStateAt(hours, '2026-10-25T00:29:00.000Z')).toEqual({
      open: true,
      until: '2026-10-25T00:30:00.000Z',
    });
    expect(openStateAt(hours, '2026-10-25T01:15:00.000Z')).toMatchObject({ open: false });
    expect(openStateAt(everyDay('18:00', '02:00'), '2026-10-25T01:59:00.000Z')).toMatchObject({ open: true });
  });

  it('the night the clocks go forward: a closing time that never comes means the moment they are moved', () => {
    const hours = everyDay('18:00', '01:30');
    expect(openStateAt(hours, '2026-03-29T00:59:00.000Z')).toEqual({
      open: true,
      until: '2026-03-29T01:00:00.000Z',
    });
    expect(openStateAt(hours, '2026-03-29T01:00:00.000Z')).toEqual({
      open: false,
      opensAt: '2026-03-29T17:00:00.000Z',
    });
    expect(openStateAt(everyDay('01:10', '01:50'), '2026-03-29T01:00:00.000Z')).toEqual({
      open: false,
      opensAt: '2026-03-30T00:10:00.000Z',
    });
  });

  it.each([
    ['while open', '2026-11-28T20:00:00.000Z', '2026-11-29T02:00:00.000Z'],
    ['before it opens', '2026-11-24T09:00:00.000Z', '2026-11-24T23:00:00.000Z'],
    ['after midnight', '2026-11-28T01:00:00.000Z', '2026-11-28T02:00:00.000Z'],
    ['in the first of two openings', '2026-11-28T11:00:00.000Z', '2026-11-29T02:00:00.000Z'],
    ['when the last has closed', '2026-11-24T23:30:00.000Z', '2026-11-25T00:00:00.000Z'],
    ['a day with none', '2026-11-23T12:00:00.000Z', '2026-11-24T00:00:00.000Z'],
  ])('called off for the day, %s, ends when the day would have', (_when, at, until) => {
    expect(endOfDaysWork(cafe, at)).toBe(until);
  });

  it('called off, one whose doors never close has no day that ends: no midnight opens it again', () => {
    expect(endOfDaysWork(roundTheClock, '2026-11-21T23:50:00.000Z')).toBeNull();
    const inShifts = everyDay('08:00', '20:00');
    const week = { ...inShifts.week };
    for (const day of weekdays) week[day] = [...week[day], { opens: '20:00', closes: '08:00' }];
    expect(endOfDaysWork({ week, exceptions: [] }, '2026-11-21T23:50:00.000Z')).toBeNull();
  });

  it('called off over midnight, one whose evening and small hours meet is off until it closes', () => {
    const week = { ...cafe.week, monday: [{ opens: '18:00', closes: '00:00' }] };
    const hours = { week: { ...week, tuesday: [{ opens: '00:00', closes: '04:00' }] }, exceptions: [] };
    expect(endOfDaysWork(hours, '2026-11-23T23:00:00.000Z')).toBe('2026-11-24T04:00:00.000Z');
    expect(endOfDaysWork(hours, '2026-11-24T01:00:00.000Z')).toBe('2026-11-24T04:00:00.000Z');
  });

  it.each<[string, OpeningHours, RegExp]>([
    ['a time that is none', everyDay('18:00', '25:00'), /"25:00" is not a time/],
    [
      'a date that is none',
      { ...cafe, exceptions: [{ date: '2026-02-30', openings: [], why: '' }] },
      /not a date/,
    ],
    [
      'one date twice',
      { ...cafe, exceptions: [...cafe.exceptions, ...cafe.exceptions] },
      /two sets of hours/,
    ],
    [
      'two at once',
      {
        ...cafe,
        week: {
          ...cafe.week,
          monday: [...everyDay('09:00', '12:00').week.monday, { opens: '11:00', closes: '15:00' }],
        },
      },
      /monday overlap/,
    ],
    [
      'one that runs into the next day',
      { ...cafe, week: { ...cafe.week, saturday: [{ opens: '18:00', closes: '11:00' }] } },
      /saturday overlap/,
    ],
    [
      'a date that the evening before runs into',
      {
        ...cafe,
        exceptions: [{ date: '2026-11-28', openings: [{ opens: '01:00', closes: '05:00' }], why: 'vigil' }],
      },
      /2026-11-27 overlap/,
    ],
  ])('cannot be kept with %s', (_what, hours, fault) => {
    expect(hoursFaults(hours).join('; ')).toMatch(fault);
  });
});

const clock = fc
  .integer({ min: 0, max: 47 })
  .map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
const opening: fc.Arbitrary<Opening> = fc.record({ opens: clock, closes: clock });
const anyHours: fc.Arbitrary<OpeningHours> = fc
  .record({
    week: fc.record(
      Object.fromEntries(weekdays.map((day) => [day, fc.array(opening, { maxLength: 2 })])) as Record<
        (typeof weekdays)[number],
        fc.Arbitrary<Opening[]>
      >,
    ),
    exceptions: fc.uniqueArray(
      fc.record({
        date: fc.constantFrom('2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2026-12-25'),
        openings: fc.array(opening, { maxLength: 2 }),
        why: fc.constant('Bank holiday'),
      }),
      { selector: ({ date }) => date, maxLength: 2 },
    ),
  })
  .filter((hours) => hoursFaults(hours).length === 0);

/** Round both clock-change nights and Christmas, to the quarter of an hour. */
const anyInstant = fc
  .tuple(fc.constantFrom('2026-03-28', '2026-10-24', '2026-12-24'), fc.nat({ max: 3 * 24 * 4 }))
  .map(([day, quarters]) => plusMinutes(`${day}T12:00:00.000Z`, quarters * 15));

/** Whether the wall clock alone says open, where it does not say the same time twice. */
const byTheWall = (hours: OpeningHours, at: string): boolean => {
  const now = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London');
  const on = (date: Temporal.PlainDate) =>
    hours.exceptions.find((exception) => exception.date === date.toString())?.openings ??
    hours.week[weekdays[date.dayOfWeek - 1] ?? 'monday'];
  const wall = now.toPlainTime().toString({ smallestUnit: 'minute' });
  const today = now.toPlainDate();
  return (
    on(today).some(({ opens, closes }) => opens <= wall && (wall < closes || closes <= opens)) ||
    on(today.subtract({ days: 1 })).some(({ opens, closes }) => closes <= opens && wall < closes)
  );
};

describe('whatever the hours and whatever the night', () => {
  it('what it says will be so is so: open until then and closed at it, closed until then and open at it', () => {
    fc.assert(
      fc.property(
        anyHours,
        anyInstant,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (hours, at, share) => {
          const state = openStateAt(hours, at);
          const change = state.open ? state.until : state.opensAt;
          if (change === null) return;
          expect(change > at).toBe(true);
          const between = new Date(
            Date.parse(at) + Math.floor((Date.parse(change) - Date.parse(at)) * share),
          ).toISOString();
          expect(openStateAt(hours, between).open).toBe(state.open);
          expect(openStateAt(hours, change).open).toBe(!state.open);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('a window is open at exactly the instants at which the doors are', () => {
    fc.assert(
      fc.property(anyHours, anyInstant, fc.integer({ min: 1, max: 8 * 24 * 60 }), (hours, from, minutes) => {
        const to = plusMinutes(from, minutes);
        const open = openWithin(hours, { from, to });
        for (const [i, one] of open.entries()) {
          expect((open[i - 1]?.to ?? '') < one.from || i === 0).toBe(true);
          expect(from <= one.from && one.from < one.to && one.to <= to).toBe(true);
        }
        for (let at = from; at < to; at = plusMinutes(at, 15))
          expect(open.some((one) => one.from <= at && at < one.to)).toBe(openStateAt(hours, at).open);
      }),
      { numRuns: 30 },
    );
  });

  it('agrees with the clock on the wall, except in the hour that comes twice', () => {
    fc.assert(
      fc.property(anyHours, anyInstant, (hours, at) => {
        if (at >= '2026-10-25T00:00' && at < '2026-10-25T02:00') return;
        expect(openStateAt(hours, at).open).toBe(byTheWall(hours, at));
      }),
      { numRuns: 600 },
    );
  });
});
