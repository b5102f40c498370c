import type { PoliceStationRule } from '@concord/domain';
import { rulesToDate } from '@concord/domain';
import { ruleRows } from './rule-rows';

const now = '2026-11-22T02:00:00.000Z';
const never = (nation: PoliceStationRule['nation'], from: string): PoliceStationRule => ({
  nation,
  from,
  adults: 'never',
  source: 'An order',
});
const rows = (...more: PoliceStationRule[]) =>
  ruleRows({ policeStationRules: [...rulesToDate, ...more] }, now).map(({ rule, standing }) => [
    rule.nation,
    standing,
    rule.from.slice(0, 4),
  ]);

describe('the rules of an area', () => {
  it('are those in force in each nation', () => {
    expect(rows()).toEqual([
      ['england', 'in-force', '2017'],
      ['wales', 'in-force', '2017'],
    ]);
  });

  it('and those to come, and those that were, nation by nation', () => {
    const [later, sooner, since] = ['2028', '2027', '2025'].map((year) => `${year}-04-01T00:00:00.000Z`);
    expect(
      rows(never('wales', since ?? ''), never('england', later ?? ''), never('england', sooner ?? '')),
    ).toEqual([
      ['england', 'in-force', '2017'],
      ['england', 'to-come', '2027'],
      ['england', 'to-come', '2028'],
      ['wales', 'in-force', '2025'],
      ['wales', 'past', '2017'],
    ]);
  });
});
