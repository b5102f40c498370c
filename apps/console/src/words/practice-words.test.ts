import { healthReturnWords, moreLanguages, startInCode } from './practice-words';

describe('the practice of a nation, in words', () => {
  it('cites the Code by its paragraph where one was read, and otherwise by its name', () => {
    expect(startInCode('england')).toBe('Code of Practice (England, 2015), para 16.26');
    expect(startInCode('wales')).toBe('Code of Practice for Wales (2016)');
  });

  it('names the legal status that the health return counts, and no return that is not known', () => {
    expect(healthReturnWords('england', 's136-removed')).toMatch(/legal status 20 \(s136\)$/);
    expect(healthReturnWords('england', 's135-1-kept')).toMatch(/legal status 19 \(s135\)$/);
    expect(healthReturnWords('england', 's135-2')).not.toMatch(/legal status/);
    expect(healthReturnWords('england', undefined)).not.toMatch(/legal status/);
    expect(healthReturnWords('wales', 's136-kept')).toBe('not known for this nation');
  });

  it('offers Welsh in Wales, and says nothing of language in England', () => {
    expect(moreLanguages('wales')).toContain('English or Welsh');
    expect(moreLanguages('england')).toBeUndefined();
  });
});
