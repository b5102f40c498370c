import type { PersonIdentity } from './person';

type Identity = Pick<PersonIdentity, 'name' | 'dateOfBirth' | 'nhsNumber'>;

/** A name as it is compared: its words without case, accents or punctuation, in whatever order they were written. */
const comparable = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ');

/**
 * Whether two records are of one person, as far as their identities say: the same NHS number, or the same
 * name and date of birth. Two different NHS numbers are two people whatever their names. Nothing is
 * concluded from what is not known.
 */
export const isSamePerson = (a: Identity, b: Identity): boolean => {
  if (a.nhsNumber !== null && b.nhsNumber !== null) return a.nhsNumber === b.nhsNumber;
  if (a.name === null || b.name === null || a.dateOfBirth === null) return false;
  const name = comparable(a.name);
  return a.dateOfBirth === b.dateOfBirth && name !== '' && name === comparable(b.name);
};
