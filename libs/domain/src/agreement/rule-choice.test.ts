import * as fc from 'fast-check';
import { adult, after, details, factAt } from '../examples';
import type { AgreedThreshold, Hours } from './agreement';
import { sampleAgreement } from './sample-agreement';
import { compete, inHours, rulesFor, specificity } from './rule-choice';

fc.configureGlobal({ seed: 1983 });

const sound = sampleAgreement('area', 'agreement', after(0)).thresholds.find(({ id }) => id === 'handover');
if (!sound) throw new Error('the sample has no handover');
const rule: AgreedThreshold = { ...sound, placeKinds: [], id: 'any' };
const nights: Hours = { days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', to: '08:00' };
const atSuite: AgreedThreshold = { ...rule, id: 'suite', placeKinds: ['suite'] };
const child = { ...adult, ageYears: 15 };
const childrens: AgreedThreshold = { ...rule, id: 'under-18s', ages: 'under-18s' };
const atNight: AgreedThreshold = { ...rule, id: 'night', hours: nights };
const every = [rule, atSuite, childrens, atNight];
/** 02:00 in London on a Sunday. */
const arrived = factAt(details.arrived, after(0));
const governing = (rules: readonly AgreedThreshold[], person = adult, start = arrived) =>
  rulesFor(rules, start, person).map(({ id }) => id);

describe('of several rules for one wait, the most specific governs', () => {
  it.each([
    ['a kind of place before everything else', every, child, ['suite']],
    ['an age before an hour', [rule, childrens, atNight], child, ['under-18s']],
    ['an hour before none', [rule, atNight], adult, ['night']],
    ['the rule for everybody when no other holds', [rule, childrens], adult, ['any']],
    [
      'two conditions before either alone',
      [atSuite, { ...atSuite, id: 'both', hours: nights }],
      adult,
      ['both'],
    ],
  ])('%s', (_what, rules, person, expected) => {
    expect(governing(rules, person)).toEqual(expected);
    expect(governing([...rules].reverse(), person)).toEqual(expected);
  });

  it('and rules for another wait go on beside it', () => {
    expect(governing([rule, { ...atSuite, clock: 'paperwork' }])).toEqual(['any', 'suite']);
  });

  it('and none governs where none holds', () => {
    expect(governing([childrens])).toEqual([]);
    expect(governing([{ ...atNight, hours: { ...nights, from: '09:00', to: '17:00' } }])).toEqual([]);
  });

  it('whoever appears under 18 is governed as under 18 until their age is known', () => {
    const appears = { ...adult, ageYears: null, ageBasis: 'unknown', appearsUnder18: true } as const;
    expect(governing([rule, childrens], appears)).toEqual(['under-18s']);
  });
});

describe('hours of the week, by the clock in London', () => {
  const on = (hours: Partial<Hours>, at: string) => inHours({ ...nights, ...hours }, at);

  it.each<[string, Partial<Hours>, string, boolean]>([
    ['before they begin', {}, '2026-11-22T19:59:00.000Z', false],
    ['from the minute they begin', {}, '2026-11-22T20:00:00.000Z', true],
    ['over midnight', {}, '2026-11-23T07:59:00.000Z', true],
    ['to the minute they end', {}, '2026-11-23T08:00:00.000Z', false],
    [
      'by the day they begin on: Saturday night runs into Sunday',
      { days: [6] },
      '2026-11-22T03:00:00.000Z',
      true,
    ],
    ['and Sunday night does not yet', { days: [7] }, '2026-11-22T03:00:00.000Z', false],
    [
      'in summer an hour earlier by the world clock',
      { from: '09:00', to: '17:00' },
      '2026-07-01T08:00:00.000Z',
      true,
    ],
    ['twice over on the night the clocks go back', {}, '2026-10-25T01:30:00.000Z', true],
    ['up to the first 01:30 of that night', { to: '01:30' }, '2026-10-25T00:29:00.000Z', true],
    ['and not again up to the second', { to: '01:30' }, '2026-10-25T01:15:00.000Z', false],
    ['through both where they end later', { to: '02:00' }, '2026-10-25T01:59:00.000Z', true],
    [
      'from the jump, where the clocks jump over their start',
      { from: '01:30', to: '02:30' },
      '2027-03-28T01:00:00.000Z',
      true,
    ],
    ['and not before it', { from: '01:30', to: '02:30' }, '2027-03-28T00:59:00.000Z', false],
  ])('%s', (_when, hours, at, expected) => {
    expect(on(hours, at)).toBe(expected);
  });
});

describe('rules that could both govern', () => {
  const wall = fc
    .integer({ min: 0, max: 24 * 60 - 1 })
    .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
  const hours = fc.record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    from: wall,
    to: wall,
  });
  const anyRule = fc.record({
    placeKinds: fc.constantFrom([], ['suite'], ['suite', 'emergency-department'], ['emergency-department']),
    ages: fc.constantFrom('any-age', 'adults', 'under-18s'),
    hours: fc.option(hours),
  });
  const minute = fc.integer({ min: 0, max: 7 * 24 * 60 });

  it('are always found: where none compete, every start in the week has at most one most specific rule', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 5 }), minute, fc.boolean(), (drawn, at, young) => {
        const rules = drawn.map((one, i): AgreedThreshold => ({ ...rule, ...one, id: `rule-${i}` }));
        const rivals = rules.some((one, i) => rules.slice(0, i).some((other) => compete(one, other)));
        const start = factAt(details.arrived, after(at));
        const holding = rules.filter((one) => governing([one], young ? child : adult, start).length > 0);
        const most = Math.max(0, ...holding.map(specificity));
        const first = holding.filter((one) => specificity(one) === most);
        if (first.length > 1) expect(rivals).toBe(true);
        expect(governing(rules, young ? child : adult, start)).toEqual(first.slice(0, 1).map(({ id }) => id));
      }),
      { numRuns: 1000 },
    );
  });
});
