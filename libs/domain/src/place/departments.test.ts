import { adult, after, agreement, blankIncident, lived, nurse, wayTo } from '../examples';
import { place } from './examples';
import { placesOfSafetyRegulations2017 } from '../law/law-in-force';
import { stationRule } from '../law/police-station';
import { listDepartments } from './departments';
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

describe('emergency departments for a person', () => {
  it('nearest first, those formally escalated last, each with how pressed it said it is and how long ago', () => {
    const places = [
      place(),
      department('far', 54.4),
      department('near', 54.05, 'escalated'),
      department('mid', 54.1, 'pressured'),
      department('old', 54.2, 'escalated', -90),
    ];
    expect(
      listDepartments(blankIncident, places, agreement, after(10)).map(({ place: at, reasons }) => [
        at.id,
        reasons[0],
      ]),
    ).toEqual([
      ['mid', 'pressured: expect to wait, said 10 min ago'],
      ['old', 'pressure not confirmed for 100 min (last: escalated): ring first'],
      ['far', 'has not said how pressed it is: ring first'],
      ['near', 'formally escalated: ring before setting off, said 10 min ago'],
    ]);
  });

  it('are reckoned from where the person is, and the one they are at is left out', () => {
    const there = lived(blankIncident, ...wayTo.arrived);
    const places = [department('suite-1', 54.5), department('by', 54.51), department('off', 54)];
    expect(listDepartments(there, places, agreement, after(10)).map(({ place: at }) => at.id)).toEqual([
      'by',
      'off',
    ]);
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
