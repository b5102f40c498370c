import type { PersonOutline } from '@concord/domain';
import { unknownPerson } from '@concord/domain';
import { changedIn, entryOf, nobodyKnown, saidIn, withAge, withBasis } from './person-entry';
import { childsAge, identityIn, nobodyNamed } from './person-identity-entry';

const now = '2026-11-22T02:14:08.000Z';
const person: PersonOutline = {
  ...unknownPerson,
  ageYears: 34,
  ageBasis: 'estimated',
  sex: 'female',
  interpreter: 'Polish',
  risks: [],
};

describe('what a form says of a person', () => {
  it('is nobody known until something is typed', () => {
    expect(saidIn(nobodyKnown)).toEqual(unknownPerson);
    expect(saidIn(entryOf(person))).toEqual({ ...person, risks: undefined });
  });

  it('is only what has changed', () => {
    expect(changedIn(entryOf(person), person)).toEqual({});
    expect(changedIn({ ...entryOf(person), gender: 'non-binary' }, person)).toEqual({ gender: 'non-binary' });
    expect(changedIn({ ...entryOf(person), interpreter: ' ' }, person)).toEqual({ interpreter: null });
  });

  it('never parts an age from where it comes from', () => {
    expect(changedIn({ ...entryOf(person), ageBasis: 'known' }, person)).toEqual({
      ageYears: 34,
      ageBasis: 'known',
    });
    expect(withAge(nobodyKnown, '17')).toEqual({ age: '17', ageBasis: 'estimated' });
    expect(withAge(entryOf(person), '')).toEqual({ age: '', ageBasis: 'unknown' });
    expect(withBasis(entryOf(person), 'unknown')).toEqual({ age: '', ageBasis: 'unknown' });
  });
});

describe('who a form says somebody is', () => {
  it('is only what is given', () => {
    expect(identityIn(nobodyNamed, now)).toEqual({ given: {} });
    expect(
      identityIn({ name: ' Robin Ashdown ', born: '14-Mar-1988', nhsNumber: '999 999 9468' }, now),
    ).toEqual({ given: { name: 'Robin Ashdown', dateOfBirth: '1988-03-14', nhsNumber: '9999999468' } });
  });

  it('names each thing that is wrong', () => {
    expect(identityIn({ name: '', born: '14-Mar', nhsNumber: '12' }, now)).toEqual({
      problems: {
        born: expect.stringContaining('year in full') as string,
        nhsNumber: 'Ten figures, or nothing.',
      },
    });
  });

  it('says so when it is a child', () => {
    expect(childsAge({ ...nobodyNamed, born: '14/03/2009' }, now)).toBe(17);
    expect(childsAge({ ...nobodyNamed, born: '14/03/1999' }, now)).toBeUndefined();
    expect(childsAge(nobodyNamed, now)).toBeUndefined();
  });
});
