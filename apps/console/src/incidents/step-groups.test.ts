import { mayPutRight } from './may-put-right';
import { historyEntries } from './history-entries';
import { grouped } from './step-groups';
import { factForms, formKinds } from './fact-forms/forms';
import { advised, detained, fact, opened } from '../record/test-facts';

describe('what else can be recorded', () => {
  it('is folded by what it is about; the usual course stays in sight', () => {
    const { course, groups } = grouped([
      { kind: 'record', fact: 'handed-over' },
      { kind: 'amhp' },
      { kind: 'record', fact: 'searched' },
      { kind: 'merge' },
      { kind: 'record', fact: 'extended' },
    ]);
    expect(course).toHaveLength(2);
    expect(groups.map(({ name }) => name)).toEqual(['law', 'care', 'record']);
  });

  it.each(formKinds)('%s has a form whose fields have names of their own', (kind) => {
    const names = factForms[kind].fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what may be put right', () => {
  const held = fact(5, { kind: 'hold-accepted', holdId: 'h', placeId: 'elm' });
  const entries = historyEntries([opened, advised, detained, held]);
  const of = (kind: string) => entries.find((entry) => entry.fact.kind === kind) ?? entries[0];
  const may = (kind: string, state: 'detained' | 'merged' = 'detained', mine = true) => {
    const entry = of(kind);
    return entry && mayPutRight(entry, state, mine);
  };

  it('is what people said, by those whose word it may be', () => {
    expect(may('detained')).toEqual({ correct: true, takeBack: true });
    expect(may('detained', 'detained', false)).toEqual({ correct: false, takeBack: false });
  });

  it('is never what a command did, nor anything of a merged record; and an opening is only corrected', () => {
    expect(may('hold-accepted')).toEqual({ correct: false, takeBack: false });
    expect(may('detained', 'merged')).toEqual({ correct: false, takeBack: false });
    expect(may('opened')).toEqual({ correct: true, takeBack: false });
  });
});
