import { runsOf } from '../agreement/clock-run';
import { after, agreement, blankIncident, lived, told } from '../examples';
import { statutoryLimit } from '../law/statutory-limit';
import { stillAt } from './holding';
import { currentPlaceId, endOfDetention, isDetained, isOpen } from './incident';

describe.each(['outcome', 'incident-in-error', 'merged-into'] as const)(
  'a detention ended by "%s"',
  (kind) => {
    const there = lived(
      blankIncident,
      ['opened', 0],
      ['advice-sought', 5],
      ['detained', 10],
      ['arrived', 40],
    );
    const ended = told(there, kind, 90);
    const { facts } = ended;

    it('is over at that minute, for the law and for every agreed wait', () => {
      expect(endOfDetention(there.facts)).toBeUndefined();
      expect(endOfDetention(facts)).toMatchObject({ kind, happenedAt: after(90) });
      expect(isDetained(facts)).toBe(false);
      expect(statutoryLimit(facts)?.endedAt).toBe(after(90));
      const runs = runsOf(ended, agreement);
      expect(runs.filter(({ stoppedAt }) => stoppedAt === null)).toEqual([]);
    });

    it('leaves nobody at the place', () => {
      expect(currentPlaceId(there.facts)).toBe('suite-1');
      expect(currentPlaceId(facts)).toBeNull();
      expect(stillAt(facts, 'suite-1')).toBe(false);
    });

    it('closes the record only if the record itself ended', () => {
      expect(isOpen({ ...there, facts })).toBe(kind === 'outcome');
    });
  },
);
