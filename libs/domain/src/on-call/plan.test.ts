import * as fc from 'fast-check';
import type { Named } from '../duty';
import { instantFromMs, msOf } from '../instant';
import { ada, ben, cai, dee, layer, london, rota } from './examples';
import { onCallAt } from './on-call-at';
import { clockChangesIn, onCallPlan } from './plan';
import type { Layer, Override, Period, Rota, Swap, TemporaryRota, Weekday, WeeklyHours } from './rota';

fc.configureGlobal({ seed: 1983 });

const week = (from: string, to: string): Period => ({ from: london(from), to: london(to) });
const told = (given: Rota, window: Period): string[] =>
  onCallPlan(given, window).map(
    ({ from, to, on, gap }) =>
      `${from.slice(5, 16)} ${to.slice(5, 16)} ${on.map(({ who }) => who.name).join('+') || (gap ?? '?')}`,
  );

describe('the plan', () => {
  const only = (more: Partial<Layer>) => rota({ layers: [layer(more)] });

  it('of an hourly rota on the night the clocks go forward leaves out the hour that does not come', () => {
    const hourly = only({
      every: 'hours',
      handoversAt: ['00:00'],
      from: '2027-03-28',
      members: [ada, ben, cai, dee],
    });
    expect(told(hourly, week('2027-03-28T00:00', '2027-03-28T04:00'))).toEqual([
      '03-28T00:00 03-28T01:00 Ada',
      '03-28T01:00 03-28T02:00 Cai',
      '03-28T02:00 03-28T03:00 Dee',
    ]);
  });

  it('of an hourly rota on the night the clocks go back has one shift of two hours', () => {
    const hourly = only({ every: 'hours', handoversAt: ['00:00'], from: '2026-10-25' });
    expect(told(hourly, week('2026-10-25T00:00', '2026-10-25T03:00'))).toEqual([
      '10-24T23:00 10-25T00:00 Ada',
      '10-25T00:00 10-25T02:00 Ben',
      '10-25T02:00 10-25T03:00 Cai',
    ]);
  });

  it('of eight-hour shifts keeps to the clock on the wall across the year', () => {
    const eights = only({ every: 'hours', count: 8, handoversAt: ['06:00'], from: '2026-10-23' });
    expect(told(eights, week('2026-10-24T22:00', '2026-10-25T22:00'))).toEqual([
      '10-24T21:00 10-25T06:00 Cai',
      '10-25T06:00 10-25T14:00 Ada',
      '10-25T14:00 10-25T22:00 Ben',
    ]);
  });

  it('of weekly turns is handed over on the weekday of the first', () => {
    const weekly = only({ every: 'weeks', handoversAt: ['09:00'], from: '2026-10-19' });
    expect(told(weekly, week('2026-10-19T09:00', '2026-11-09T09:00'))).toEqual([
      '10-19T08:00 10-26T09:00 Ada',
      '10-26T09:00 11-02T09:00 Ben',
      '11-02T09:00 11-09T09:00 Cai',
    ]);
    const fortnightly = only({ every: 'weeks', count: 2, handoversAt: ['09:00'], from: '2026-11-02' });
    expect(told(fortnightly, week('2026-11-02T09:00', '2026-11-30T09:00'))).toHaveLength(2);
  });

  it('of monthly turns on the 31st is handed over on the last day of a shorter month', () => {
    const monthly = only({ every: 'months', handoversAt: ['08:00'], from: '2027-12-31' });
    expect(told(monthly, week('2027-12-31T08:00', '2028-05-31T08:00'))).toEqual([
      '12-31T08:00 01-31T08:00 Ada',
      '01-31T08:00 02-29T08:00 Ben',
      '02-29T08:00 03-31T07:00 Cai',
      '03-31T07:00 04-30T07:00 Ada',
      '04-30T07:00 05-31T07:00 Ben',
    ]);
  });

  it('has a leap day like any other', () => {
    const daily = only({ handoversAt: ['08:00'], from: '2028-02-28' });
    expect(told(daily, week('2028-02-28T08:00', '2028-03-02T08:00'))).toEqual([
      '02-28T08:00 02-29T08:00 Ada',
      '02-29T08:00 03-01T08:00 Ben',
      '03-01T08:00 03-02T08:00 Cai',
    ]);
  });

  it('of a day hub is its hours, and out of them says so', () => {
    const hub = only({
      members: [ada],
      handoversAt: ['09:00'],
      hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
    });
    expect(told(hub, week('2026-11-27T08:00', '2026-11-30T18:00'))).toEqual([
      '11-27T08:00 11-27T09:00 outside-hours',
      '11-27T09:00 11-27T17:00 Ada',
      '11-27T17:00 11-30T09:00 outside-hours',
      '11-30T09:00 11-30T17:00 Ada',
      '11-30T17:00 11-30T18:00 outside-hours',
    ]);
  });

  it('of hours through the night ends on the next day', () => {
    const nights = only({
      members: [ada],
      handoversAt: ['09:00'],
      hours: [{ days: [6], from: '22:00', to: '06:00' }],
    });
    expect(told(nights, week('2026-10-24T12:00', '2026-10-25T12:00'))).toEqual([
      '10-24T11:00 10-24T21:00 outside-hours',
      '10-24T21:00 10-25T06:00 Ada',
      '10-25T06:00 10-25T12:00 outside-hours',
    ]);
  });

  it('of no time at all is empty', () => {
    expect(onCallPlan(rota(), week('2026-11-22T12:00', '2026-11-22T12:00'))).toEqual([]);
  });
});

describe('the changes of the clocks', () => {
  it('are known, with the way they turn', () => {
    expect(clockChangesIn(week('2026-01-01T00:00', '2027-04-01T00:00'))).toEqual([
      { at: '2026-03-29T01:00:00.000Z', turn: 'forward' },
      { at: '2026-10-25T01:00:00.000Z', turn: 'back' },
      { at: '2027-03-28T01:00:00.000Z', turn: 'forward' },
    ]);
  });
});

const people = [ada, ben, cai, dee];
const anybody = fc.constantFrom<Named>(...people);
const minutes = fc.integer({ min: 0, max: 40 * 24 * 60 });
/** Around either clock change, a leap day or the ends of months. */
const anyStart = fc.constantFrom(
  Date.UTC(2026, 9, 10),
  Date.UTC(2027, 2, 10),
  Date.UTC(2028, 1, 10),
  Date.UTC(2026, 11, 20),
);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const oddTime = fc.oneof(time, fc.constantFrom('01:00', '01:15', '01:30', '02:00', '00:00'));
const anyHours: fc.Arbitrary<WeeklyHours> = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>, { minLength: 1 }),
  from: oddTime,
  to: oddTime,
});
const period = (start: number) =>
  fc.tuple(minutes, fc.integer({ min: 1, max: 4 * 24 * 60 })).map(([from, length]) => ({
    from: instantFromMs(start + from * 60_000),
    to: instantFromMs(start + (from + length) * 60_000),
  }));
const made = { why: 'Any', by: ada, madeAt: instantFromMs(0) };

const anyLayer = (start: number): fc.Arbitrary<Layer> =>
  fc
    .record({
      id: fc.uuid(),
      members: fc.array(anybody, { maxLength: 5 }),
      width: fc.integer({ min: 1, max: 3 }),
      every: fc.constantFrom('hours', 'days', 'weeks', 'months'),
      count: fc.integer({ min: 1, max: 13 }),
      times: fc.uniqueArray(oddTime, { minLength: 1, maxLength: 3 }),
      begins: fc.integer({ min: -400, max: 15 }),
      hours: fc.array(anyHours, { maxLength: 2 }),
      until: fc.option(minutes),
    })
    .map(({ times, begins, every, count, until, ...more }) => ({
      ...layer(),
      ...more,
      every,
      count: every === 'days' && times.length > 1 ? 1 : count,
      handoversAt: every === 'days' ? times.sort() : times.slice(0, 1),
      from: instantFromMs(start + begins * 86_400_000).slice(0, 10),
      until: until === null ? null : instantFromMs(start + until * 60_000),
    }));

const anyOverride = (start: number): fc.Arbitrary<Override> =>
  fc
    .tuple(fc.uuid(), fc.constantFrom('add', 'remove', 'replace'), anybody, anybody, period(start))
    .map(([id, kind, on, off, when]) => ({
      id,
      kind,
      ...made,
      ...when,
      on: kind === 'remove' ? null : on,
      off: kind === 'add' ? null : off,
    }));

const anySwap = (start: number): fc.Arbitrary<Swap> =>
  fc
    .tuple(fc.uuid(), anybody, anybody, period(start), period(start), fc.boolean())
    .map(([id, offeredBy, to, gives, takes, accepted]): Swap => ({
      id,
      offeredBy,
      to,
      gives,
      takes,
      why: 'Any',
      state: accepted ? 'accepted' : 'offered',
      offeredAt: instantFromMs(0),
      answeredAt: null,
    }));

const anyTemporary = (start: number): fc.Arbitrary<TemporaryRota> =>
  fc
    .tuple(fc.uuid(), period(start), fc.array(fc.tuple(period(start), anybody), { maxLength: 4 }))
    .map(([id, when, shifts]) => ({
      id,
      name: 'Any',
      ...made,
      ...when,
      shifts: shifts.map(([shift, who]) => ({ ...shift, who })),
    }));

const anyLife = anyStart.chain((start) =>
  fc.record({
    start: fc.constant(start),
    window: period(start),
    given: fc
      .record({
        layers: fc.array(anyLayer(start), { maxLength: 3 }),
        overrides: fc.array(anyOverride(start), { maxLength: 4 }),
        swaps: fc.array(anySwap(start), { maxLength: 2 }),
        temporary: fc.array(anyTemporary(start), { maxLength: 1 }),
        until: fc.option(minutes.map((minute) => instantFromMs(start + minute * 60_000))),
      })
      .map((more) => rota(more)),
    looks: fc.array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), { minLength: 30, maxLength: 30 }),
  }),
);

describe('whatever the rota', () => {
  it('the plan covers the window end to end, each span explained, and says at every instant what the instant answer says', () => {
    fc.assert(
      fc.property(anyLife, ({ window, given, looks }) => {
        const spans = onCallPlan(given, window);
        expect(spans[0]?.from).toBe(window.from);
        expect(spans.at(-1)?.to).toBe(window.to);
        spans.forEach((span, i) => {
          expect(span.from < span.to).toBe(true);
          expect(spans[i + 1]?.from ?? window.to).toBe(span.to);
          expect(span.on.length === 0).toBe(span.gap !== null);
          expect(new Set(span.on.map(({ who }) => who.userId)).size).toBe(span.on.length);
        });
        const [from, to] = [msOf(window.from), msOf(window.to)];
        const instants = [
          ...looks.map((part) => from + Math.floor((to - from) * part)),
          ...spans.flatMap((span) => [msOf(span.from), msOf(span.to) - 1]),
        ];
        for (const ms of instants) {
          const at = instantFromMs(ms);
          const span = spans.find((one) => one.from <= at && at < one.to);
          expect(onCallAt(given, at)).toEqual(span?.on.map(({ who }) => who));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a plan of part of a window is that part of the plan', () => {
    fc.assert(
      fc.property(anyLife, ({ window, given, looks: [share = 0] }) => {
        const at = instantFromMs(
          msOf(window.from) + Math.ceil((msOf(window.to) - msOf(window.from)) * share),
        );
        const whole = onCallPlan(given, window);
        const rest = onCallPlan(given, { from: at, to: window.to });
        const cut = whole
          .filter(({ to }) => to > at)
          .map((span) => (span.from < at ? { ...span, from: at } : span));
        expect(rest).toEqual(cut);
      }),
      { numRuns: 200 },
    );
  });
});
