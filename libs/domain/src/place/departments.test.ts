import * as fc from 'fast-check';
import { adult, after, agreement, blankIncident, lived, nurse, wayTo } from '../examples';
import { place } from './examples';
import { placesOfSafetyRegulations2017 } from '../law/law-in-force';
import { stationRule } from '../law/police-station';
import { rankDepartments } from './departments';
import type { Place } from './place';
import type { PressureState } from './staffing';

const department = (id: string, lat: number, state?: PressureState, minute = 0): Place =>
  place({
    id,
    name: id,
    kind: 'emergency-department',
    position: { lat, lon: -2 },
    pressure: state ? { state, observed: { at: after(minute), by: nurse, source: 'telephone' } } : null,
  });

fc.configureGlobal({ seed: 1983 });

const ranked = (places: readonly Place[], minute = 10, incident = blankIncident) =>
  rankDepartments({ incident, places, agreement, now: after(minute) });

describe('emergency departments for a person', () => {
  it('the nearest that says it takes people first, then those of which nobody knows, those last said to be escalated last', () => {
    const places = [
      place(),
      department('far', 54.4),
      department('near', 54.05, 'escalated'),
      department('mid', 54.1, 'pressured'),
      department('old', 54.2, 'escalated', -90),
    ];
    expect(ranked(places).map((one) => [one.placeId, one.standing, one.rank, one.reasons[0]])).toEqual([
      ['mid', 'offer', 1, 'pressured: expect to wait, said 10 min ago'],
      ['far', 'ring', null, 'has not said how pressed it is: ring first'],
      ['near', 'ring', null, 'formally escalated: ring before setting off, said 10 min ago'],
      ['old', 'ring', null, 'pressure not confirmed for 100 min (last: escalated): ring first'],
    ]);
  });

  it('are reckoned from where the person is, and the one they are at is left out', () => {
    const there = lived(blankIncident, ...wayTo.arrived);
    const places = [department('suite-1', 54.5), department('by', 54.51), department('off', 54)];
    expect(ranked(places, 10, there).map(({ placeId }) => placeId)).toEqual(['by', 'off']);
  });

  it('no word that grows old raises the department that gave it: in standing, in rank, or above any other', () => {
    const anyDepartment = fc.record({
      lat: fc.double({ min: 53.8, max: 54.4, noNaN: true }),
      state: fc.constantFrom<PressureState | undefined>('taking', 'pressured', 'escalated', undefined),
      age: fc.nat({ max: 120 }),
    });
    fc.assert(
      fc.property(
        fc.array(anyDepartment, { minLength: 2, maxLength: 6 }),
        fc.nat({ max: 120 }),
        (drawn, more) => {
          const places = (extra: number) =>
            drawn.map(({ lat, state, age }, i) =>
              department(`ed-${i}`, lat, state, -age - (i === 0 ? extra : 0)),
            );
          const place0 = (list: ReturnType<typeof ranked>) =>
            list.findIndex(({ placeId }) => placeId === 'ed-0');
          const [young, old] = [ranked(places(0)), ranked(places(more))];
          expect(place0(old)).toBeGreaterThanOrEqual(place0(young));
          if (old[place0(old)]?.standing === 'offer') expect(young[place0(young)]?.standing).toBe('offer');
          for (const { standing, freshness, rank } of old) {
            if (standing === 'offer') expect(freshness).not.toBe('unknown');
            expect(rank === null).toBe(standing === 'ring');
          }
        },
      ),
    );
  });
});

describe('what is said of a police station before anybody sets off', () => {
  it.each([
    ['a child', { ...adult, ageYears: 16 }, placesOfSafetyRegulations2017, 'never', /s136A\(1\)/],
    ['an adult', adult, placesOfSafetyRegulations2017, 'conditions', /2017\/1036 reg 2/],
    [
      'an adult, once the law has changed',
      adult,
      { ...placesOfSafetyRegulations2017, adults: 'never' as const, source: 'MHA 2025 s49' },
      'never',
      /MHA 2025/,
    ],
  ])('%s', (_who, person, law, allowed, rule) => {
    expect(stationRule(person, law)).toMatchObject({ allowed, rule: expect.stringMatching(rule) as string });
  });
});
