import type { BodyOf } from '@concord/contracts';
import type { Instant } from '@concord/domain';
import { readBirthEntry } from '../time/birth-entry';
import { nhsDigits, nhsProblem } from './nhs-number';

/** Who somebody is, as typed. */
export interface IdentityEntry {
  readonly name: string;
  readonly born: string;
  readonly nhsNumber: string;
}

export const nobodyNamed: IdentityEntry = { name: '', born: '', nhsNumber: '' };

export type Identity = Pick<BodyOf<'identifyPerson'>, 'name' | 'dateOfBirth' | 'nhsNumber'>;

/** What was given, or what is wrong with it, by field. What is left blank is not said, and stays as it was. */
export const identityIn = (
  entry: IdentityEntry,
  now: Instant,
): { readonly given: Identity } | { readonly problems: Readonly<Record<string, string>> } => {
  const birth = readBirthEntry(entry.born, now);
  const born = birth && 'problem' in birth ? birth.problem : undefined;
  const number = nhsProblem(entry.nhsNumber);
  if (born || number) return { problems: { ...(born && { born }), ...(number && { nhsNumber: number }) } };
  const digits = nhsDigits(entry.nhsNumber);
  return {
    given: {
      ...(entry.name.trim() && { name: entry.name.trim() }),
      ...(birth && 'date' in birth && { dateOfBirth: birth.date }),
      ...(digits && { nhsNumber: digits }),
    },
  };
};

/** The age of a child, where the date of birth shows one. */
export const childsAge = (entry: IdentityEntry, now: Instant): number | undefined => {
  const birth = readBirthEntry(entry.born, now);
  return birth && 'ageYears' in birth && birth.ageYears < 18 ? birth.ageYears : undefined;
};
