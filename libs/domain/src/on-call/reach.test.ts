import * as fc from 'fast-check';
import type { Channel } from '../escalation/channel';
import type { Duty } from '../duty';
import { callFirst, callLadder } from '../escalation/climb';
import { instantFromMs, msOf } from '../instant';
import { plansOf } from './coverage';
import { ada, ben, cai, dee, layer, london, rota } from './examples';
import { holdersOf } from './on-call-at';
import type { StepAhead } from './reach';
import { reachFault, reachGaps } from './reach';
import type { Override, Period, Rota } from './rota';

fc.configureGlobal({ seed: 1983 });

const window: Period = { from: london('2026-11-22T06:00'), to: london('2026-11-24T06:00') };

const step = (more: Partial<StepAhead['calls']> = {}, rest: Partial<StepAhead> = {}): StepAhead => ({
  name: { version: 1, kind: 'agreed', label: 'Place of safety found', afterMinutes: 30 },
  calls: { duties: ['on-call-manager'], ...more },
  asks: 'all',
  rotaIds: null,
  from: window.from,
  ...rest,
});
const off = (who: Override['off'], period: Period): Override => ({
  ...period,
  id: `off-${who?.userId ?? ''}-${period.from}`,
  kind: 'remove',
  on: null,
  off: who,
  why: 'Unwell',
  by: dee,
  madeAt: window.from,
});
const bySms =
  (...who: { userId: string }[]) =>
  (userId: string): Channel[] =>
    who.some((one) => one.userId === userId) ? ['sms'] : [];
const gaps = (steps: StepAhead[], rotas: Rota[], ways: (userId: string) => readonly Channel[]) =>
  reachGaps(steps, plansOf(rotas, window), ways, window);

describe('who would be reached', () => {
  const two = rota({ layers: [layer({ members: [ada, ben] })] });

  it('is nothing to put right when whoever is on at any time can be reached', () => {
    expect(gaps([step()], [two], bySms(ada, ben))).toEqual([]);
  });

  it('names the one who cannot be reached, with each of their turns and each step that they spoil', () => {
    const other = step(
      {},
      { name: { version: 1, kind: 'statutory', clock: 'retake', minutesBeforeEnd: 60 } },
    );
    const [gap, ...none] = gaps([step(), other], [two], bySms(ada));
    expect(none).toEqual([]);
    expect(gap).toMatchObject({ kind: 'nobody-reachable', who: [ben], rotaIds: ['rota-1'] });
    expect(gap?.steps.map(({ kind }) => kind)).toEqual(['agreed', 'statutory']);
    // Two shifts a day, turn about; the one that was under way at six counts from then.
    expect(gap?.times).toEqual([
      { from: window.from, to: london('2026-11-22T08:00') },
      { from: london('2026-11-22T20:00'), to: london('2026-11-23T08:00') },
      { from: london('2026-11-23T20:00'), to: window.to },
    ]);
  });

  it('puts a time with nobody on call first, however late it comes', () => {
    const away = { from: london('2026-11-23T09:00'), to: london('2026-11-23T10:00') };
    const holed = { ...two, overrides: [off(ada, away)] };
    const found = gaps([step()], [holed], bySms(ada));
    expect(found.map(({ kind, times }) => [kind, times.length])).toEqual([
      ['nobody-on-call', 1],
      ['nobody-reachable', 3],
    ]);
    expect(found[0]?.times).toEqual([away]);
  });

  it('says that a duty has no rota at all', () => {
    expect(gaps([step()], [], bySms(ada))).toMatchObject([
      { kind: 'nobody-on-call', rotaIds: [], times: [window] },
    ]);
  });

  it('is content with one of several who are called, but not where each must take it on', () => {
    const both = rota({ layers: [layer({ members: [ada, ben], width: 2 })] });
    expect(gaps([step()], [both], bySms(ada))).toEqual([]);
    expect(gaps([step({ each: true })], [both], bySms(ada))).toMatchObject([
      { kind: 'not-everyone', who: [ben], times: [window] },
    ]);
  });

  it('says where only other ways than those that the step names would reach them', () => {
    expect(gaps([step({ channels: ['webhook'] })], [two], bySms(ada, ben))).toMatchObject([
      { kind: 'other-ways-only', who: [expect.anything() as unknown], channels: ['webhook'] },
      { kind: 'other-ways-only', who: [expect.anything() as unknown], channels: ['webhook'] },
    ]);
  });

  it('looks at a step of one agency with that agency’s rotas only', () => {
    expect(gaps([step({ agencyId: 'trust-2' })], [two], bySms(ada, ben))).toMatchObject([
      { kind: 'nobody-on-call', agencyId: 'trust-2' },
    ]);
  });

  it('of a version that takes effect in it is looked at from then on', () => {
    const from = london('2026-11-23T00:00');
    const never: Duty[] = ['director-on-call'];
    expect(gaps([step({ duties: never }, { from })], [two], bySms(ada, ben))[0]?.times).toEqual([
      { from, to: window.to },
    ]);
  });

  it('that falls due in opening hours only is told of those hours', () => {
    const opens = [
      { from: london('2026-11-22T18:00'), to: london('2026-11-22T23:00') },
      { from: london('2026-11-23T18:00'), to: london('2026-11-23T23:00') },
    ];
    expect(gaps([step({}, { within: opens })], [two], bySms(ada))).toMatchObject([
      // Ada is on until eight each evening.
      {
        who: [ben],
        times: [
          { from: london('2026-11-22T20:00'), to: london('2026-11-22T23:00') },
          { from: london('2026-11-23T20:00'), to: london('2026-11-23T23:00') },
        ],
      },
    ]);
  });

  it('of a place’s status is about the first duty that anybody holds for that place', () => {
    const nurses = rota({ id: 'nurses', duty: 'suite-nurse', layers: [layer({ members: [cai] })] });
    const asked = (rotaIds: string[]) =>
      step(
        { duties: ['suite-nurse', 'on-call-manager'] },
        {
          asks: 'first',
          rotaIds,
          name: { version: 1, kind: 'place-status', placeId: 'p', placeName: 'Elm', afterMinutes: 30 },
        },
      );
    expect(gaps([asked(['nurses', 'rota-1'])], [two, nurses], bySms(ada, ben))).toMatchObject([
      { kind: 'nobody-reachable', who: [cai] },
    ]);
    expect(gaps([asked(['rota-1'])], [two, nurses], bySms(ada, ben))).toEqual([]);
  });
});

const duties: readonly Duty[] = ['on-call-manager', 'duty-inspector', 'director-on-call'];
const people = [ada, ben, cai, dee];
const anyone = fc.constantFrom(...people);
const hour = fc.integer({ min: -10, max: 60 });
const anyPeriod = fc.tuple(hour, fc.integer({ min: 1, max: 20 })).map(([from, length]): Period => ({
  from: instantFromMs(msOf(window.from) + from * 3_600_000),
  to: instantFromMs(msOf(window.from) + (from + length) * 3_600_000),
}));
const anyRota = (id: string): fc.Arbitrary<Rota> =>
  fc
    .record({
      duty: fc.constantFrom(...duties),
      agencyId: fc.constantFrom('trust-1', 'trust-2'),
      members: fc.array(anyone, { maxLength: 3 }),
      width: fc.integer({ min: 1, max: 2 }),
      hours: fc.constantFrom([], [{ days: [1 as const, 7 as const], from: '09:00', to: '17:00' }]),
      offs: fc.array(fc.tuple(anyone, anyPeriod), { maxLength: 3 }),
    })
    .map(({ duty, agencyId, members, width, hours, offs }) =>
      rota({
        id,
        duty,
        agencyId,
        layers: [layer({ id: `${id}-layer`, members, width, hours })],
        overrides: offs.map(([who, period]) => off(who, period)),
      }),
    );
/** In order and apart, some of them over the edges of the window. */
const anyPeriods = fc
  .uniqueArray(fc.integer({ min: -5, max: 55 }), { maxLength: 6 })
  .map((hours) => hours.sort((a, b) => a - b).map((at) => instantFromMs(msOf(window.from) + at * 3_600_000)))
  .map((edges) =>
    edges.flatMap((from, i) => (i % 2 === 0 && edges[i + 1] ? [{ from, to: edges[i + 1] ?? from }] : [])),
  );
const anyStep = fc
  .record({
    duties: fc.uniqueArray(fc.constantFrom(...duties), { minLength: 1, maxLength: 2 }),
    agencyId: fc.constantFrom(undefined, 'trust-2'),
    channels: fc.constantFrom<readonly Channel[] | undefined>(undefined, ['sms'], ['email', 'push']),
    each: fc.boolean(),
    asks: fc.constantFrom<StepAhead['asks']>('all', 'first'),
    fromHours: fc.integer({ min: 0, max: 40 }),
    within: fc.option(anyPeriods, { nil: undefined }),
  })
  .map(({ asks, fromHours, within, ...calls }) =>
    step(calls, {
      asks,
      ...(within && { within }),
      from: instantFromMs(msOf(window.from) + fromHours * 3_600_000),
    }),
  );
const anyWays = fc.array(fc.constantFrom<readonly Channel[]>([], ['sms'], ['email']), {
  minLength: people.length,
  maxLength: people.length,
});

it('says of any step at any instant what would happen if it were climbed then', () => {
  fc.assert(
    fc.property(
      fc.tuple(anyRota('one'), anyRota('two'), anyRota('three')),
      anyStep,
      anyWays,
      fc.array(fc.integer({ min: 0, max: 48 * 60 - 1 }), { minLength: 5, maxLength: 20 }),
      (rotas, asked, ways, minutes) => {
        const waysTo = (userId: string) => ways[people.findIndex((one) => one.userId === userId)] ?? [];
        const found = gaps([asked], rotas, waysTo);
        for (const { times } of found)
          for (const [i, { from, to }] of times.entries()) {
            expect(asked.from <= from && from < to && to <= window.to).toBe(true);
            expect((times[i - 1]?.to ?? '') < from).toBe(true);
          }
        for (const minute of minutes) {
          const at = instantFromMs(msOf(window.from) + minute * 60_000);
          const { calls, asks } = asked;
          const own = rotas.filter(({ agencyId }) => (calls.agencyId ?? agencyId) === agencyId);
          const holders = (duty: Duty) => holdersOf(own, duty, at);
          const { called } =
            asks === 'first' ? callFirst(calls.duties, holders) : callLadder([calls], holders);
          const who = [...new Map(called.map((one) => [one.who.userId, one.who])).values()];
          const falls =
            at >= asked.from && (asked.within?.some(({ from, to }) => from <= at && at < to) ?? true);
          const fault = !falls ? undefined : reachFault(calls, who, waysTo);
          const said = found.filter(({ times }) => times.some(({ from, to }) => from <= at && at < to));
          expect(said.map(({ kind }) => kind)).toEqual(fault ? [fault.kind] : []);
          if (fault)
            expect(said[0]?.who.map(({ userId }) => userId).sort()).toEqual(
              fault.who.map(({ userId }) => userId).sort(),
            );
        }
      },
    ),
    { numRuns: 300 },
  );
});
