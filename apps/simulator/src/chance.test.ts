import fc from 'fast-check';
import { countFor, oneOf, pick, seededChance, within } from './chance';

const names = Array.from({ length: 20_000 }, (_, i) => `HV-${1000 + i}`);
const share = (hits: number) => hits / names.length;

describe('chance', () => {
  it('answers the same question the same way, and another seed otherwise', () => {
    const answers = (seed: number) => names.slice(0, 50).map((name) => seededChance(seed)(name, 'outcome'));
    expect(answers(7)).toEqual(answers(7));
    expect(answers(8)).not.toEqual(answers(7));
  });

  it('does not change its answers because another question was asked first', () => {
    const chance = seededChance(7);
    const alone = chance('HV-1001', 'handover');
    chance('HV-1000', 'detained');
    expect(chance('HV-1001', 'handover')).toBe(alone);
  });

  it('spreads evenly over names that differ in one digit', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const name of names) {
      const tenth = Math.floor(seededChance(7)(name, 'car') * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const hits of tenths) expect(share(hits)).toBeCloseTo(0.1, 1.7);
  });

  it('picks by weight, and never what weighs nothing', () => {
    const picked = names.map((name) => pick({ suite: 3, ed: 1, station: 0 }, seededChance(7)(name, 'where')));
    expect(share(picked.filter((where) => where === 'suite').length)).toBeCloseTo(0.75, 1.7);
    expect(picked).not.toContain('station');
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (u) => {
        expect(pick({ never: 0, always: 2 }, u)).toBe('always');
      }),
    );
  });

  it('keeps a range between its least and most, with the median in the middle', () => {
    expect(within([1, 5, 9, 20], 0)).toBe(1);
    expect(within([1, 5, 9, 20], 0.5)).toBe(5);
    expect(within([1, 5, 9, 20], 0.9)).toBe(9);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (u) => {
        expect(within([1, 5, 9, 20], u)).toBeGreaterThanOrEqual(1);
        expect(within([1, 5, 9, 20], u)).toBeLessThanOrEqual(20);
      }),
    );
  });

  it('counts on average what is expected', () => {
    const total = names.reduce((sum, name) => sum + countFor(9.4, seededChance(7)(name, 'calls')), 0);
    expect(total / names.length).toBeGreaterThan(9.3);
    expect(total / names.length).toBeLessThan(9.5);
  });

  it('refuses to choose from nothing', () => {
    expect(() => oneOf([], 0.5)).toThrow('nothing to choose from');
    expect(() => pick({}, 0.5)).toThrow('nothing to choose from');
  });
});
