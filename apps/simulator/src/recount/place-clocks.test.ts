import * as fc from 'fast-check';
import type { ClockCount } from './recount';
import { Recount } from './recount';
import { msAt } from './made-up-incident';
import type { Word } from './made-up-places';
import { journalOfPlace } from './made-up-places';

fc.configureGlobal({ seed: 1983 });

const counted = (words: readonly Word[], until: number, lose?: number): ClockCount => {
  const recount = new Recount();
  for (const entry of journalOfPlace(words, until, lose).entries) recount.take(entry);
  recount.finish(msAt(until + 1));
  return recount.total();
};
const faults = { missed: 0, late: 0, doubled: 0, uncalledFor: 0 };
const confirmed = (after: number, room: 0 | 1): Word => ({ after, room, state: 'available', ago: 0 });

describe('counting again what was owed for places', () => {
  it('owes a question at 30 minutes and word that nobody knows at 60, once for each wait', () => {
    expect(counted([], 300)).toEqual({ owed: 2, breached: 1, fired: 2, ...faults });
    const twice = [confirmed(90, 0), confirmed(1, 1)];
    expect(counted(twice, 300)).toEqual({ owed: 4, breached: 2, fired: 4, ...faults });
  });

  it('owes nothing of what the record itself knows, and begins anew when a room is given back', () => {
    const held: Word[] = [
      { after: 5, room: 0, state: 'taken', ago: 0 },
      { after: 5, room: 1, state: 'held', ago: 0 },
    ];
    expect(counted(held, 300).owed).toBe(0);
    expect(counted([...held, { after: 100, room: 1, state: 'available', ago: 0 }], 300)).toMatchObject({
      owed: 2,
      fired: 2,
      ...faults,
    });
  });

  const word = fc.record<Word>({
    after: fc.integer({ min: 1, max: 45 }),
    room: fc.constantFrom(0, 1),
    state: fc.constantFrom('available', 'held', 'occupied', 'taken'),
    ago: fc.constantFrom(0, 0, 0, 7, 40),
  });
  const words = fc.array(word, { maxLength: 14 });

  it('finds nothing amiss with an engine that does as it should, whatever was told and when', () => {
    fc.assert(
      fc.property(words, (told) => {
        const count = counted(told, 900);
        expect(count).toMatchObject({ owed: count.fired, ...faults });
      }),
      { numRuns: 300 },
    );
  });

  it('finds it when the last step was lost, whatever came before', () => {
    fc.assert(
      fc.property(words, (told) => {
        const { fired } = journalOfPlace(told, 900);
        fc.pre(fired > 0);
        expect(counted(told, 900, fired - 1)).toMatchObject({ ...faults, missed: 1 });
      }),
      { numRuns: 200 },
    );
  });
});
