import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { after, blankIncident, details, factAt, granted, lived, takenBack, told } from '../examples';
import type { Fact, FactDetail, FactKind } from '../incident/fact';
import type { PlaceKind } from '../place/place';
import type { Power } from '../incident/fact-codes';
import { instantFromMs, minutesBetween } from '../instant';
import { anyLife, grounds } from '../test-support/any-life';
import { PERMITTED_PERIOD_MINUTES } from './extension';
import type { StartBasis } from './statutory-limit';
import { statutoryLimit } from './statutory-limit';

fc.configureGlobal({ seed: 1983 });

const under = (power: Power): FactDetail => ({ ...details.detained, power });
const kept = under('s136-kept');
const at = (placeKind: PlaceKind, placeId = `${placeKind}-1`): FactDetail => ({
  ...details.arrived,
  placeKind,
  placeId,
  policeStation: grounds,
  dwelling: { personAgrees: true, occupier: null },
});
const warrant = (section: 's135-1' | 's135-2'): FactDetail => ({
  ...details['warrant-entered'],
  warrant: section,
});

type Course = readonly (readonly [FactKind | FactDetail, number])[];

const s136: Course = [
  ['opened', 0],
  ['advice-sought', 2],
];
const s135: Course = [
  ['opened', 0],
  [warrant('s135-1'), 7],
];

const onTheWall = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toString({ timeZoneName: 'never' });

describe('the 24 hours that the law permits (MHA 1983 s136(2A), s135(3ZA))', () => {
  it.each<[string, Course]>([
    ['before anybody is detained', s136],
    ['while a person who was removed is on the way', [...s136, ['detained', 10], ['conveyance-started', 12]]],
    ['under s135(1), while they are on the way', [...s135, [under('s135-1-removed'), 10]]],
    [
      'under s135(2), ever: it retakes a patient, and has no limit',
      [
        ['opened', 0],
        [warrant('s135-2'), 7],
        [under('s135-2'), 10],
        ['conveyance-started', 12],
        ['arrived', 40],
      ],
    ],
  ])('have not begun %s', (_when, course) => {
    expect(statutoryLimit(lived(blankIncident, ...course).facts)).toBeUndefined();
  });

  it.each<[string, Course, StartBasis, number]>([
    [
      's136, removed to a suite: on arrival there',
      [...s136, ['detained', 10], ['conveyance-started', 12], ['arrived', 35]],
      'arrived-at-first-place-of-safety',
      35,
    ],
    [
      's136, to the emergency department first: on arrival there, and the suite sees what is left',
      [
        ...s136,
        ['detained', 10],
        [at('emergency-department'), 40],
        ['conveyance-started', 300],
        [at('suite'), 330],
      ],
      'arrived-at-first-place-of-safety',
      40,
    ],
    [
      's136, to a police station first: on arrival there',
      [...s136, ['detained', 10], [at('police-station'), 31], ['conveyance-started', 90], [at('suite'), 120]],
      'arrived-at-first-place-of-safety',
      31,
    ],
    [
      's136, removed to a home by agreement: on arrival there',
      [...s136, ['detained', 10], [at('dwelling'), 25]],
      'arrived-at-first-place-of-safety',
      25,
    ],
    [
      's136, transferred twice: still the first arrival',
      [
        ...s136,
        ['detained', 10],
        [at('emergency-department'), 40],
        ['conveyance-started', 300],
        [at('suite'), 330],
        ['conveyance-started', 600],
        [at('suite', 'suite-2'), 640],
      ],
      'arrived-at-first-place-of-safety',
      40,
    ],
    [
      's136 used on somebody already in the emergency department: on the decision to keep them',
      [...s136, [kept, 70]],
      'decision-to-keep-at-a-place-of-safety',
      70,
    ],
    [
      's136, kept and then moved to a suite: still the decision',
      [
        ...s136,
        [kept, 70],
        [at('emergency-department'), 71],
        ['conveyance-started', 200],
        [at('suite'), 230],
      ],
      'decision-to-keep-at-a-place-of-safety',
      70,
    ],
    [
      's135(1), removed: on arrival, not on entry',
      [...s135, [under('s135-1-removed'), 20], ['conveyance-started', 25], ['arrived', 55]],
      'arrived-at-first-place-of-safety',
      55,
    ],
    [
      's135(1), kept at the premises: when the constable first entered',
      [...s135, [under('s135-1-kept'), 20]],
      'entry-under-warrant',
      7,
    ],
    [
      's135(1), kept at the premises and then moved to a suite: still the entry',
      [
        ...s135,
        [under('s135-1-kept'), 20],
        [at('dwelling'), 21],
        ['conveyance-started', 90],
        ['arrived', 120],
      ],
      'entry-under-warrant',
      7,
    ],
    [
      's136, escaped on the way and retaken: on the arrival that came of it',
      [
        ...s136,
        ['detained', 10],
        ['absconded', 20],
        ['retaken', 200],
        ['conveyance-started', 205],
        ['arrived', 240],
      ],
      'arrived-at-first-place-of-safety',
      240,
    ],
    [
      's136, escaped from the suite, retaken and brought back: still the first arrival',
      [...s136, ['detained', 10], ['arrived', 35], ['absconded', 100], ['retaken', 200], ['arrived', 240]],
      'arrived-at-first-place-of-safety',
      35,
    ],
  ])('begin %s', (_case, course, basis, minute) => {
    expect(statutoryLimit(lived(blankIncident, ...course).facts)).toMatchObject({
      basis,
      startedAt: after(minute),
      endsAt: after(minute + 24 * 60),
      extendedByMinutes: 0,
      endedAt: null,
      adoptedBy: null,
      readings: [{ startedAt: after(minute), basis }],
    });
  });

  it('begin for somebody kept where they had come an hour before on the decision, not when they came', () => {
    const decided = lived(blankIncident, ['opened', 60], ['advice-sought', 65], [kept, 70]);
    const there = told(decided, at('emergency-department'), 15, { toldAt: 80 });
    expect(statutoryLimit(there.facts)).toMatchObject({
      basis: 'decision-to-keep-at-a-place-of-safety',
      startedAt: after(70),
    });
  });

  it('are known by the fact that began them', () => {
    const { facts } = lived(blankIncident, ...s136, ['detained', 10], ['arrived', 35]);
    expect(statutoryLimit(facts)?.startedBy).toBe('fact-4');
  });

  it('stop at the outcome, and remember when; they run on if it is taken back', () => {
    const ended = lived(blankIncident, ...s136, ['detained', 10], ['arrived', 35], ['outcome', 400]);
    expect(statutoryLimit(ended.facts)?.endedAt).toBe(after(400));
    expect(statutoryLimit(granted(takenBack(ended, 'fact-5', 410)).facts)?.endedAt).toBeNull();
  });

  it('do not stop while somebody is absent', () => {
    const { facts } = lived(blankIncident, ...s136, ['detained', 10], ['arrived', 35], ['absconded', 60]);
    expect(statutoryLimit(facts)).toMatchObject({ startedAt: after(35), endedAt: null });
  });

  it('move with a correction of the arrival, known by the same fact', () => {
    const arrived = lived(blankIncident, ...s136, ['detained', 10], ['arrived', 35]);
    const corrected = told(arrived, 'arrived', 22, { toldAt: 90, corrects: 'fact-4', id: 'corrected' });
    expect(statutoryLimit(corrected.facts)).toMatchObject({
      startedBy: 'fact-4',
      startedAt: after(22),
      endsAt: after(22 + 1440),
    });
  });

  it.each<[string, Course, string, string]>([
    ['kept, put right as removed', [...s136, [kept, 10], ['arrived', 35]], 's136-removed', after(35)],
    ['removed, put right as kept', [...s136, ['detained', 10], ['arrived', 35]], 's136-kept', after(10)],
  ])('follow the power: %s', (_what, course, power, startedAt) => {
    const corrected = told(lived(blankIncident, ...course), under(power as Power), 10, {
      toldAt: 90,
      corrects: 'fact-3',
    });
    expect(statutoryLimit(corrected.facts)?.startedAt).toBe(startedAt);
  });
});

describe('the 24 hours on the nights the clocks change', () => {
  it.each([
    [
      'back, from an arrival',
      'detained',
      '2026-10-24T19:00:00.000Z',
      '20:00:00+01:00',
      '2026-10-25T19:00:00+00:00',
    ],
    [
      'forward, from an arrival',
      'detained',
      '2027-03-27T20:00:00.000Z',
      '20:00:00+00:00',
      '2027-03-28T21:00:00+01:00',
    ],
    [
      'back, from a decision to keep',
      kept,
      '2026-10-24T19:00:00.000Z',
      '20:00:00+01:00',
      '2026-10-25T19:00:00+00:00',
    ],
    [
      'forward, from a decision to keep',
      kept,
      '2027-03-27T20:00:00.000Z',
      '20:00:00+00:00',
      '2027-03-28T21:00:00+01:00',
    ],
    [
      'back, begun in the first 01:30',
      'detained',
      '2026-10-25T00:30:00.000Z',
      '01:30:00+01:00',
      '2026-10-26T00:30:00+00:00',
    ],
    [
      'back, begun in the second 01:30',
      'detained',
      '2026-10-25T01:30:00.000Z',
      '01:30:00+00:00',
      '2026-10-26T01:30:00+00:00',
    ],
    [
      'forward, begun a minute before',
      'detained',
      '2027-03-28T00:59:00.000Z',
      '00:59:00+00:00',
      '2027-03-29T01:59:00+01:00',
    ],
    [
      'on no night at all',
      'detained',
      '2026-11-22T02:00:00.000Z',
      '02:00:00+00:00',
      '2026-11-23T02:00:00+00:00',
    ],
  ] as const)('are 24 hours that have really passed: %s', (_night, power, start, wallStart, wallEnd) => {
    const detained = factAt(typeof power === 'string' ? details[power] : power, start);
    const limit = statutoryLimit([detained, factAt(details.arrived, start)]);
    expect(onTheWall(limit?.startedAt ?? '').slice(11)).toBe(wallStart);
    expect(onTheWall(limit?.endsAt ?? '')).toBe(wallEnd);
  });

  it('are 36 hours that have really passed when they are extended across one', () => {
    const start = '2026-10-24T12:00:00.000Z';
    const limit = statutoryLimit([
      factAt(details.detained, start),
      factAt(details.arrived, start),
      factAt({ ...details.extended, minutes: 720 }, '2026-10-25T09:00:00.000Z'),
    ]);
    expect(onTheWall(limit?.startedAt ?? '')).toBe('2026-10-24T13:00:00+01:00');
    expect(onTheWall(limit?.endsAt ?? '')).toBe('2026-10-26T00:00:00+00:00');
  });
});

describe('the 24 hours in any course of events', () => {
  it('are never lengthened or started again by anything that happens later', () => {
    const later = fc.array(
      fc.record({
        kind: fc.constantFrom(
          'arrived',
          'conveyance-started',
          'handed-over',
          'hold-expired',
          'assessment-started',
          'absconded',
          'retaken',
        ),
        ms: fc.integer({ min: 1, max: 3 * 24 * 3_600_000 }),
      }),
    );
    const starts = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });
    fc.assert(
      fc.property(starts, fc.boolean(), later, (start, isKept, events) => {
        const begun: Fact[] = [
          factAt(isKept ? kept : details.detained, instantFromMs(start)),
          factAt(details.arrived, instantFromMs(start + 1000)),
        ];
        const first = statutoryLimit(begun);
        const all = events
          .sort((a, b) => a.ms - b.ms)
          .map(({ kind, ms }) => factAt(details[kind as 'arrived'], instantFromMs(start + 1000 + ms)));
        expect(statutoryLimit([...begun, ...all])).toEqual(first);
        expect(minutesBetween(first?.startedAt ?? '', first?.endsAt ?? '')).toBe(PERMITTED_PERIOD_MINUTES);
      }),
    );
  });

  it('never end more than 36 hours after they began, whatever is recorded', () => {
    fc.assert(
      fc.property(anyLife(), (life) => {
        for (const { after: incident } of life) {
          for (const { startedAt, endsAt } of statutoryLimit(incident.facts)?.readings ?? []) {
            const minutes = minutesBetween(startedAt, endsAt);
            expect(minutes >= 24 * 60 && minutes <= 36 * 60).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
