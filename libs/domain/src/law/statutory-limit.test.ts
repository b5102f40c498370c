import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { details, factAt, history } from '../examples';
import type { Fact } from '../incident/fact';
import { instantFromMs, minutesBetween } from '../instant';
import { PERMITTED_PERIOD_MINUTES } from './extension';
import { statutoryLimit } from './statutory-limit';

fc.configureGlobal({ seed: 1983 });

const kept = { ...details.detained, power: 's136-kept' } as const;
const at = (placeKind: 'suite' | 'emergency-department', placeId: string) =>
  ({ ...details.arrived, placeKind, placeId }) as const;

const onTheWall = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toString({ timeZoneName: 'never' });

describe('the 24 hours that the law permits (MHA 1983 s136(2A), s135(3ZA))', () => {
  it.each([
    ['before anybody is detained', history('opened', 'advice-sought')],
    [
      'while a person who was removed is still on the way',
      history('opened', 'detained', 'conveyance-started'),
    ],
  ])('have not begun %s', (_when, facts) => {
    expect(statutoryLimit(facts)).toBeUndefined();
  });

  it('begin for a person removed when they arrive at the first place of safety', () => {
    const limit = statutoryLimit(history(['detained', 0], ['conveyance-started', 10], ['arrived', 35]));
    expect(limit).toMatchObject({
      basis: 'arrived-at-first-place-of-safety',
      startedAt: '2026-11-22T02:35:00.000Z',
      endsAt: '2026-11-23T02:35:00.000Z',
      startedBy: 'fact-3',
      endedAt: null,
    });
  });

  it('begin for a person kept where they are when the constable decides, not when they came or moved', () => {
    const limit = statutoryLimit(
      history([kept, 0], ['arrived', 5], ['conveyance-started', 60], ['arrived', 90]),
    );
    expect(limit).toMatchObject({
      basis: 'decision-to-keep-at-a-place-of-safety',
      startedAt: '2026-11-22T02:00:00.000Z',
      startedBy: 'fact-1',
    });
  });

  it('run once: an emergency department first, then a suite, is one clock from the emergency department', () => {
    const facts = history(
      ['detained', 0],
      [at('emergency-department', 'ed-1'), 40],
      ['conveyance-started', 300],
      [at('suite', 'suite-1'), 330],
      ['conveyance-started', 600],
      [at('suite', 'suite-2'), 640],
    );
    expect(statutoryLimit(facts)).toMatchObject({
      startedAt: '2026-11-22T02:40:00.000Z',
      endsAt: '2026-11-23T02:40:00.000Z',
      startedBy: 'fact-2',
    });
  });

  it('stop at the outcome, and remember when', () => {
    const facts = history(['detained', 0], ['arrived', 30], ['outcome', 400], ['closed', 500]);
    expect(statutoryLimit(facts)).toMatchObject({ endedAt: '2026-11-22T08:40:00.000Z' });
  });

  it.each([
    [
      'the clocks go back',
      '2026-10-24T19:00:00.000Z',
      '2026-10-24T20:00:00+01:00',
      '2026-10-25T19:00:00+00:00',
    ],
    [
      'the clocks go forward',
      '2027-03-27T20:00:00.000Z',
      '2027-03-27T20:00:00+00:00',
      '2027-03-28T21:00:00+01:00',
    ],
    ['nothing happens', '2026-11-22T02:00:00.000Z', '2026-11-22T02:00:00+00:00', '2026-11-23T02:00:00+00:00'],
  ])('are 24 hours that have really passed on the night %s', (_night, arrived, wallStart, wallEnd) => {
    const limit = statutoryLimit([factAt(details.detained, arrived), factAt(details.arrived, arrived)]);
    expect(onTheWall(limit?.startedAt ?? '')).toBe(wallStart);
    expect(onTheWall(limit?.endsAt ?? '')).toBe(wallEnd);
  });

  it('are never lengthened or started again by anything that happens later', () => {
    const later = fc.array(
      fc.record({
        kind: fc.constantFrom(
          'arrived',
          'conveyance-started',
          'handed-over',
          'hold-expired',
          'assessment-started',
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
});
