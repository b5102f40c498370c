import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { seededChance } from '../chance';
import { dateCalls } from './date-calls';
import type { Call } from './read-calls';

const call = (line: number, month: number, weekday: number, hour: number, apprehended = false): Call => ({
  line,
  year: 2014,
  month,
  weekday,
  hour,
  type: 'Person in Crisis',
  apprehended,
});

const chance = seededChance(7);
const local = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Europe/London');
const dates = (calls: readonly Call[]) =>
  dateCalls(calls, chance).map(({ at }) => local(at).toPlainDate().toString());

describe('calls given a date', () => {
  it('follow the file: one weekday is one day, the next weekday the next such day', () => {
    expect(
      dates([call(2, 1, 3, 4), call(3, 1, 3, 10), call(4, 1, 4, 1), call(5, 1, 3, 9), call(6, 2, 6, 0)]),
    ).toEqual(['2014-01-01', '2014-01-01', '2014-01-02', '2014-01-08', '2014-02-01']);
  });

  it('come in order of time whatever the order of the file, each with its own luck', () => {
    const arrivals = dateCalls([call(2, 1, 3, 23, true), call(3, 1, 3, 4)], chance);
    expect(arrivals.map(({ name, detained }) => [name, detained])).toEqual([
      ['line 3', false],
      ['line 2', true],
    ]);
  });

  it('always fall in their month, on their weekday and in their hour, the same for the same seed', () => {
    const calls = fc.array(
      fc.record({
        month: fc.integer({ min: 1, max: 12 }),
        weekday: fc.integer({ min: 1, max: 7 }),
        hour: fc.nat(23),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(calls, (rows) => {
        const given = rows.map(({ month, weekday, hour }, i) => call(i + 2, month, weekday, hour));
        const byLine = new Map(given.map((one) => [`line ${one.line}`, one]));
        const arrivals = dateCalls(given, chance);
        expect(arrivals).toEqual(dateCalls(given, seededChance(7)));
        expect(arrivals).toHaveLength(given.length);
        for (const { name, at } of arrivals) {
          const wanted = byLine.get(name);
          const { month, dayOfWeek, hour } = local(at);
          // 30 March 2014 had no hour from one to two in London: those calls are an hour later.
          const skipped = wanted?.month === 3 && wanted.weekday === 7 && wanted.hour === 1 && hour === 2;
          expect({ month, weekday: dayOfWeek, hour: skipped ? 1 : hour }).toEqual({
            month: wanted?.month,
            weekday: wanted?.weekday,
            hour: wanted?.hour,
          });
        }
      }),
    );
  });
});
