import { emptyRule, ruleBody } from './rule-entry';

const now = '2026-11-22T02:14:08.000Z';
const rule = {
  nation: 'england',
  adults: 'never',
  from: '1-Apr-2027',
  source: ' Mental Health Act 2025, appointed day ',
} as const;

describe('a rule as it is typed', () => {
  it('comes into force as its day begins in London, summer time or not', () => {
    expect(ruleBody(rule, now)).toEqual({
      body: { ...rule, from: '2027-03-31T23:00:00.000Z', source: 'Mental Health Act 2025, appointed day' },
    });
    expect(ruleBody({ ...rule, from: '15/01/2027' }, now)).toMatchObject({
      body: { from: '2027-01-15T00:00:00.000Z' },
    });
  });

  it.each([
    ['', 'Say from which day.'],
    ['April', 'Write the day, the month and the year in full: 1-Apr-2027 or 01/04/2027.'],
    ['31-Jun-2027', 'There is no such date.'],
    ['22-Nov-2026', 'A rule is dated before it comes into force: give a day to come.'],
    ['1-Apr-2019', 'A rule is dated before it comes into force: give a day to come.'],
  ])('is refused beside its day: %p', (from, problem) => {
    expect(ruleBody({ ...rule, from }, now)).toEqual({ problems: { from: problem } });
  });

  it('names everything that is missing', () => {
    expect(ruleBody(emptyRule, now)).toHaveProperty('problems', {
      nation: 'Say in which nation.',
      adults: 'Say what the rule is.',
      from: 'Say from which day.',
      source: 'Name the Act or regulations that bring it into force.',
    });
  });
});
