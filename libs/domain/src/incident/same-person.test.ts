import * as fc from 'fast-check';
import { isSamePerson } from './same-person';

fc.configureGlobal({ seed: 1983 });

const nobody = { name: null, dateOfBirth: null, nhsNumber: null };
const ivy = { ...nobody, name: 'Ivy Lark', dateOfBirth: '1990-02-03' };

describe('two records are of one person', () => {
  it.each([
    [
      'the NHS number is the same, whatever name was given',
      { nhsNumber: '4010232137' },
      { nhsNumber: '4010232137', name: 'Somebody' },
    ],
    ['name and date of birth are the same', ivy, ivy],
    ['the name differs in case, accents and spaces only', { ...ivy, name: ' ÍVY  LÁRK ' }, ivy],
    ['the names are written the other way round', { ...ivy, name: 'Lark, Ivy' }, ivy],
    ['one NHS number is not known, and name and birth agree', { ...ivy, nhsNumber: '4010232137' }, ivy],
  ])('when %s', (_when, a, b) => {
    expect(isSamePerson({ ...nobody, ...a }, { ...nobody, ...b })).toBe(true);
  });

  it.each([
    [
      'their NHS numbers differ, whatever else agrees',
      { ...ivy, nhsNumber: '4010232137' },
      { ...ivy, nhsNumber: '9434765919' },
    ],
    ['they were born on different days', ivy, { ...ivy, dateOfBirth: '1990-02-04' }],
    ['only the name is known', { name: 'Ivy Lark' }, { name: 'Ivy Lark' }],
    ['only the date of birth is known', { dateOfBirth: '1990-02-03' }, { dateOfBirth: '1990-02-03' }],
    ['nothing is known of either', {}, {}],
    ['the name is nothing but punctuation', { ...ivy, name: '–' }, { ...ivy, name: '?' }],
  ])('not when %s', (_when, a, b) => {
    expect(isSamePerson({ ...nobody, ...a }, { ...nobody, ...b })).toBe(false);
  });

  it('whichever is named first', () => {
    const some = <Value>(of: fc.Arbitrary<Value>) => fc.option(of);
    const identity = fc.record({
      name: some(fc.constantFrom('Ivy Lark', 'lark ivy', 'Bo Ash')),
      dateOfBirth: some(fc.constantFrom('1990-02-03', '1990-02-04')),
      nhsNumber: some(fc.constantFrom('4010232137', '9434765919')),
    });
    fc.assert(fc.property(identity, identity, (a, b) => isSamePerson(a, b) === isSamePerson(b, a)));
  });
});
