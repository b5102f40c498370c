import * as fc from 'fast-check';
import { adult, after, agreement, details, factAt, factKinds, history } from '../examples';
import type { Fact, FactDetail, FactKind } from '../incident/fact';
import { isOpen } from '../incident/incident';
import type { AgreedThreshold } from './agreement';
import { clockState, runsOf } from './clock-run';

fc.configureGlobal({ seed: 1983 });

const threshold = (id: string): AgreedThreshold => {
  const found = agreement.thresholds.find((one) => one.id === id);
  if (!found) throw new Error(`no threshold ${id}`);
  return found;
};
const about = (
  kind: 'hold-requested' | 'hold-refused' | 'hold-accepted' | 'hold-expired' | 'hold-released',
  holdId: string,
) => ({
  ...details[kind],
  holdId,
});
const runsUnder = (facts: readonly Fact[], ...thresholds: readonly AgreedThreshold[]) =>
  runsOf({ facts, person: adult }, { thresholds, disputedTimes: 'earliest' });
const runs = (id: string, facts: readonly Fact[]) =>
  runsUnder(facts, threshold(id)).map(({ subject, startedAt, stoppedAt }) => ({
    subject,
    startedAt,
    stoppedAt,
  }));

type Told = FactKind | FactDetail | readonly [FactKind | FactDetail, number];

describe('an agreed clock', () => {
  it.each<[string, string, readonly Told[], number | null]>([
    ['"place found" runs from the detention', 'place-found', [['detained', 3]], null],
    [
      '"place found" stops when a suite accepts',
      'place-found',
      [
        ['detained', 3],
        ['hold-accepted', 12],
      ],
      12,
    ],
    [
      '"place found" stops when they arrive anywhere',
      'place-found',
      [
        ['detained', 3],
        ['arrived', 25],
      ],
      25,
    ],
    [
      '"place found" does not stop for a refusal',
      'place-found',
      [
        ['detained', 3],
        ['hold-refused', 12],
      ],
      null,
    ],
    [
      '"suite answers" stops for a refusal',
      'hold-answer',
      [
        ['hold-requested', 3],
        ['hold-refused', 9],
      ],
      9,
    ],
    [
      '"AMHP accepts" stops when one accepts',
      'amhp-accepted',
      [
        ['amhp-requested', 3],
        ['amhp-offered', 3],
        ['amhp-accepted', 8],
      ],
      8,
    ],
    [
      '"assessment starts" does not stop for an acceptance',
      'assessment',
      [
        ['amhp-requested', 3],
        ['amhp-accepted', 8],
      ],
      null,
    ],
    [
      '"handover" stops when the police are released',
      'handover',
      [
        ['arrived', 3],
        ['handed-over', 50],
      ],
      50,
    ],
    [
      '"handover" stops when the person is moved on',
      'handover',
      [
        ['arrived', 3],
        ['conveyance-started', 50],
      ],
      50,
    ],
    [
      'every clock stops at the outcome',
      'assessment',
      [
        ['amhp-requested', 3],
        ['outcome', 90],
      ],
      90,
    ],
    [
      'every clock stops at a diversion',
      'hold-answer',
      [
        ['hold-requested', 3],
        ['diverted', 9],
      ],
      9,
    ],
  ])('%s', (_what, id, told, stoppedAt) => {
    const [run, ...others] = runs(id, history(...told));
    expect(others).toEqual([]);
    expect(run).toEqual({
      subject: 'fact-1',
      startedAt: after(3),
      stoppedAt: stoppedAt === null ? null : after(stoppedAt),
    });
  });

  it('runs again from its first start when the stop did not last', () => {
    const lapsed = history(['detained', 0], ['hold-accepted', 10], ['hold-expired', 130]);
    expect(runs('place-found', lapsed)).toEqual([
      { subject: 'fact-1', startedAt: after(0), stoppedAt: null },
    ]);
    const withdrew = history(['amhp-requested', 0], ['amhp-accepted', 10], ['amhp-withdrew', 40]);
    expect(runs('amhp-accepted', withdrew)).toMatchObject([{ startedAt: after(0), stoppedAt: null }]);
  });

  it('runs again when the suite takes back its acceptance, and not when another refuses', () => {
    const before: Told[] = [
      ['detained', 0],
      [about('hold-accepted', 'a'), 10],
    ];
    const other = history(...before, [about('hold-refused', 'b'), 20]);
    expect(runs('place-found', other)).toMatchObject([{ stoppedAt: after(10) }]);
    const taken = history(...before, [about('hold-refused', 'a'), 20]);
    expect(runs('place-found', taken)).toMatchObject([{ startedAt: after(0), stoppedAt: null }]);
  });

  it('stops again, at the new time, when the next one holds', () => {
    const found = history(
      ['detained', 0],
      [about('hold-accepted', 'a'), 10],
      [about('hold-expired', 'a'), 130],
      [about('hold-accepted', 'b'), 140],
    );
    expect(runs('place-found', found)).toMatchObject([{ stoppedAt: after(140) }]);
  });

  it.each<[string, string, readonly Told[], number]>([
    [
      'a room elsewhere is given back after they have arrived',
      'place-found',
      [
        ['detained', 0],
        [about('hold-accepted', 'a'), 10],
        ['arrived', 40],
        [about('hold-released', 'a'), 41],
      ],
      40,
    ],
    [
      'the room is given back after the outcome',
      'place-found',
      [
        ['detained', 0],
        ['hold-accepted', 10],
        ['outcome', 90],
        ['hold-released', 91],
      ],
      90,
    ],
    [
      'the AMHP withdraws once the assessment has begun',
      'amhp-accepted',
      [
        ['amhp-requested', 0],
        ['amhp-accepted', 10],
        ['assessment-started', 60],
        ['amhp-withdrew', 70],
      ],
      60,
    ],
    [
      'another hold, never accepted, is given back',
      'place-found',
      [
        ['detained', 0],
        [about('hold-accepted', 'a'), 10],
        [about('hold-released', 'b'), 20],
      ],
      10,
    ],
  ])('does not start again because %s', (_what, id, told, stoppedAt) => {
    expect(runs(id, history(...told))).toMatchObject([{ stoppedAt: after(stoppedAt) }]);
  });

  it.each<[string, readonly Told[], number | null]>([
    [
      'has stopped as it starts',
      [
        [about('hold-accepted', 'a'), 0],
        ['detained', 10],
      ],
      10,
    ],
    [
      'runs, if that room was given back before',
      [
        [about('hold-accepted', 'a'), 0],
        [about('hold-released', 'a'), 5],
        ['detained', 10],
      ],
      null,
    ],
    [
      'runs, if that room is lost after',
      [
        [about('hold-accepted', 'a'), 0],
        ['detained', 10],
        [about('hold-expired', 'a'), 40],
      ],
      null,
    ],
  ])('of finding a place, when a room was accepted before the detention, %s', (_what, told, stoppedAt) => {
    expect(runs('place-found', history(...told))).toMatchObject([
      { startedAt: after(10), stoppedAt: stoppedAt === null ? null : after(stoppedAt) },
    ]);
  });

  it('of a handover is not stopped by a journey made before the arrival', () => {
    expect(runs('handover', history(['conveyance-started', 0], ['arrived', 20]))).toMatchObject([
      { stoppedAt: null },
    ]);
  });

  it('of a handover stops when the person absconds: there is nobody to hand over', () => {
    expect(runs('handover', history(['arrived', 0], ['absconded', 20]))).toMatchObject([
      { stoppedAt: after(20) },
    ]);
  });

  it('may by agreement be started again by anything, but never after the end', () => {
    const own: AgreedThreshold = { ...threshold('assessment'), resumesOn: ['conveyance-started'] };
    const stopped = history(['amhp-requested', 0], ['assessment-started', 60], ['conveyance-started', 80]);
    const ended = history(['amhp-requested', 0], ['outcome', 60], ['conveyance-started', 80]);
    expect(runsUnder(stopped, own)).toMatchObject([{ stoppedAt: null }]);
    expect(runsUnder(ended, own)).toMatchObject([{ stoppedAt: after(60) }]);
  });

  describe('of a record that is shut', () => {
    const shut = history(
      'opened',
      'advice-sought',
      'detained',
      'arrived',
      'assessment-started',
      ['outcome', 60],
      ['closed', 70],
    );
    const sought = (minute: number): Fact => ({
      ...factAt(details['bed-sought'], after(minute), { id: 'theirs', recordedAt: after(200) }),
      mergedFrom: { incidentId: 'incident-2', ref: 'HV-1002' },
    });

    it.each([
      [50, 60, 'outcome', 'stops at the outcome, if it had started by then'],
      [65, 70, 'closed', 'stops at the closing, if it started after the outcome'],
      [120, 120, 'closed', 'has stopped as it starts, if it was brought from after the closing'],
    ])('which started at minute %p has stopped at %p by "%s": it %s', (started, stopped, by) => {
      expect(runsUnder([...shut, sought(started)], threshold('bed-found'))).toMatchObject([
        { subject: 'theirs', startedAt: after(started), stoppedAt: after(stopped), stoppedBy: { kind: by } },
      ]);
    });

    it('runs after all, from its own start, once the closing is taken back', () => {
      const back = factAt(details['recorded-in-error'], after(210));
      const corrects = { factId: shut.at(-1)?.id ?? '', reason: 'Closed too soon' };
      expect(runsUnder([...shut, sought(120), { ...back, corrects }], threshold('bed-found'))).toMatchObject([
        { startedAt: after(120), stoppedAt: null, stoppedBy: null },
      ]);
    });
  });

  it("of one hold is not stopped by another hold's answer", () => {
    const facts = history(
      [about('hold-requested', 'a'), 0],
      [about('hold-expired', 'a'), 30],
      [about('hold-requested', 'b'), 31],
      [about('hold-accepted', 'b'), 35],
    );
    expect(runs('hold-answer', facts)).toEqual([
      { subject: 'fact-1', startedAt: after(0), stoppedAt: after(30) },
      { subject: 'fact-3', startedAt: after(31), stoppedAt: after(35) },
    ]);
    const crossed = history([about('hold-requested', 'a'), 0], [about('hold-accepted', 'b'), 5]);
    expect(runs('hold-answer', crossed)).toMatchObject([{ stoppedAt: null }]);
  });

  it('of a police handover starts at a suite only: the agreement names the kinds of place', () => {
    const inEd = factAt({ ...details.arrived, placeKind: 'emergency-department' }, after(0));
    expect(runsUnder([inEd], threshold('handover'))).toEqual([]);
    expect(runsUnder([inEd], { ...threshold('handover'), placeKinds: [] })).toHaveLength(1);
  });

  it('starts afresh at each arrival on a transfer, each run known by its own arrival', () => {
    const facts = history(['arrived', 0], ['conveyance-started', 90], ['arrived', 120], ['handed-over', 150]);
    expect(runs('handover', facts)).toEqual([
      { subject: 'fact-1', startedAt: after(0), stoppedAt: after(90) },
      { subject: 'fact-3', startedAt: after(120), stoppedAt: after(150) },
    ]);
  });

  it('counts from when it happened, although it was told later', () => {
    const late = factAt(details.detained, after(0), { recordedAt: after(200) });
    expect(runs('place-found', [late])).toMatchObject([{ startedAt: after(0) }]);
  });

  it('is started by its own kind of fact alone, and once ended never runs again, in any history', () => {
    const anyHistory = fc
      .array(fc.constantFrom(...factKinds), { maxLength: 25 })
      .map((kinds) => history(...kinds));
    fc.assert(
      fc.property(fc.constantFrom(...agreement.thresholds), anyHistory, (one, facts) => {
        const all = runsUnder(facts, one);
        const starts = facts.filter(
          (fact) =>
            fact.kind === one.startsOn &&
            (fact.kind !== 'arrived' ||
              one.placeKinds.length === 0 ||
              one.placeKinds.includes(fact.placeKind)),
        );
        expect(all.map(({ subject }) => subject)).toEqual(starts.map(({ id }) => id));
        const ended = facts.findLastIndex(({ kind }) => ['outcome', 'diverted', 'closed'].includes(kind));
        for (const run of all) {
          if (!isOpen({ facts })) expect(run.stoppedAt).not.toBeNull();
          const startedAtIndex = facts.findIndex(({ id }) => id === run.subject);
          if (ended > startedAtIndex) expect(run.stoppedAt).not.toBeNull();
          if (run.stoppedAt !== null) expect(run.stoppedAt >= run.startedAt).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a console shows of an agreed clock', () => {
  const run = {
    threshold: threshold('handover'),
    subject: 'fact-1',
    startedAt: after(0),
    stoppedAt: null,
    stoppedBy: null,
  };

  it.each([
    [0, 'running'],
    [44.99, 'running'],
    [45, 'soon'],
    [54.99, 'soon'],
    [55, 'due'],
    [59.99, 'due'],
    [60, 'over'],
    [10_000, 'over'],
  ])('handover agreed at 45, 55 and 60: after %p minutes it is %s', (minutes, expected) => {
    expect(clockState(run, after(minutes))).toBe(expected);
  });

  it('is "stopped" once it has stopped, however late that was', () => {
    expect(clockState({ ...run, stoppedAt: after(200) }, after(300))).toBe('stopped');
  });
});
