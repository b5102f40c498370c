import type { Fact, Incident, PersonOutline } from '@concord/domain';
import { askedLines } from './asked-lines';

const now = '2026-11-22T02:14:00.000Z';
const person = {
  needs: [],
  risks: [],
  interpreter: null,
  communicationNeeds: '',
} as unknown as PersonOutline;
const incident = (more: object, facts: readonly object[] = []): Incident =>
  ({ person: { ...person, ...more }, facts: facts as Fact[] }) as unknown as Incident;
const says = (given: Incident) =>
  Object.fromEntries(askedLines(given, now).map(({ label, says: words }) => [label, words]));

describe('what a suite is told before it answers', () => {
  it('is the same four things, and that nothing was said of one is said', () => {
    expect(askedLines(incident({}), now).map(({ label, unsaid }) => [label, unsaid])).toEqual([
      ['Needs', true],
      ['Restraint', true],
      ['Intoxication', true],
      ['Medical', true],
    ]);
  });

  it('comes from needs and from what has happened; a risk that is noted is not said twice', () => {
    const risk = (kind: string, note: string, expiresAt = '2026-11-23T02:00:00.000Z') => ({
      kind,
      note,
      source: 'PC 4411',
      confidence: 'witnessed',
      recordedAt: '2026-11-22T01:40:00.000Z',
      expiresAt,
    });
    const given = incident(
      {
        needs: ['step-free', 'in-restraint'],
        interpreter: 'Polish',
        risks: [
          risk('drugs-or-alcohol', 'Smells of drink, walks steadily'),
          risk('physical-health', 'Diabetic'),
          risk('medication', 'Old note', '2026-11-22T02:00:00.000Z'),
        ],
      },
      [
        {
          id: 'a',
          kind: 'restrained',
          restraint: 'handcuffs',
          minutes: 12,
          happenedAt: '2026-11-22T01:30:00.000Z',
          recordedAt: '2026-11-22T01:31:00.000Z',
        },
      ],
    );
    expect(says(given)).toEqual({
      Needs: 'Step-free access; Interpreter: Polish',
      Restraint: 'in restraint now; handcuffs, 12 min',
    });
  });
});
