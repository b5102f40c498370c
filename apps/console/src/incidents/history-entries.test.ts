import type { Fact } from '@concord/domain';
import { advised, after, detained, fact, opened, suite } from '../record/test-facts';
import { historyEntries } from './history-entries';

const before = [opened, advised, detained];
const arrived = fact(40, suite, { side: 'police' });
const put = (old: Fact, minute: number, reason: string): Fact => ({
  ...old,
  id: `${old.id}-again`,
  happenedAt: after(minute),
  recordedAt: after(60),
  corrects: { factId: old.id, reason },
});
const takeBack = (old: Fact): Fact =>
  fact(70, { kind: 'recorded-in-error' }, { corrects: { factId: old.id, reason: 'another person' } });

const entryOf = (facts: Fact[], kind: Fact['kind']) =>
  historyEntries(facts).find((entry) => entry.fact.kind === kind);

describe('the history of an incident', () => {
  it('tells each thing once, in the order in which it happened', () => {
    const late = fact(20, { kind: 'noted', text: 'entered from paper' }, { recordedAt: after(90) });
    const kinds = historyEntries([...before, arrived, late]).map((entry) => entry.fact.kind);
    expect(kinds).toEqual(['opened', 'advice-sought', 'detained', 'noted', 'arrived']);
  });

  it('keeps what was corrected, twice over, beside what stands', () => {
    const once = put(arrived, 10, 'slow clock');
    const twice = put(once, 12, 'read from the log');
    const entry = entryOf([...before, arrived, once, twice], 'arrived');
    expect(entry).toMatchObject({ state: 'stands', fact: { happenedAt: after(12) } });
    expect(
      entry?.before.map(({ fact: old, correction }) => [old.happenedAt, correction.corrects?.reason]),
    ).toEqual([
      [after(10), 'read from the log'],
      [after(40), 'slow clock'],
    ]);
  });

  it('keeps what was taken back where it was said to have happened', () => {
    const note = fact(20, { kind: 'noted', text: 'wrong person' });
    const entries = historyEntries([...before, note, arrived, takeBack(note)]);
    expect(entries.map(({ state }) => state)).toEqual(['stands', 'stands', 'stands', 'taken-back', 'stands']);
    expect(entries[3]?.takenBack?.corrects?.reason).toBe('another person');
    expect(entries.some((entry) => entry.fact.kind === 'recorded-in-error')).toBe(false);
  });

  it('shows what the other side says at the fact that it is about, also once that was corrected', () => {
    const corrected = put(arrived, 10, 'slow clock');
    const disputed = fact(
      65,
      { kind: 'disputed', factId: arrived.id, saysAt: after(22), reason: 'door log' },
      { side: 'health' },
    );
    const facts = [...before, arrived, corrected, disputed];
    const entry = entryOf(facts, 'arrived');
    expect(entry?.words.map((word) => word.fact.kind)).toEqual(['disputed']);
    expect(entry?.both).toMatchObject({ mismatch: true, apartMinutes: 12 });
    expect(historyEntries(facts).some((one) => one.fact.kind === 'disputed')).toBe(false);
  });

  it('names the record that a merged fact came from, and strikes it out once they are parted', () => {
    const mergedFrom = { incidentId: 'other', ref: 'HV-2' };
    const about = { incidentId: 'other', ref: 'HV-2', reason: 'same man' };
    const merged = fact(50, { kind: 'merged-in', ...about });
    const theirs = fact(30, suite, { mergedFrom, recordedAt: after(31) });
    const together = [...before, arrived, merged, theirs];
    const arrivals = (facts: Fact[]) =>
      historyEntries(facts)
        .filter((entry) => entry.fact.kind === 'arrived')
        .map(({ state, from }) => [state, from]);
    expect(arrivals(together)).toEqual([
      ['stands', 'HV-2'],
      ['repeated', undefined],
    ]);
    expect(arrivals([...together, fact(80, { kind: 'unmerged', ...about })])).toEqual([
      ['parted', 'HV-2'],
      ['stands', undefined],
    ]);
  });
});
