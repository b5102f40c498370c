import type {
  AgeBasis,
  Ethnicity,
  Need,
  ObservedEthnicity,
  PersonOutline,
  PersonSaidOf,
  Sex,
} from '@concord/domain';

/** The outline of a person as a form holds it: text as typed. */
export interface PersonEntry {
  readonly age: string;
  readonly ageBasis: AgeBasis;
  readonly appearsUnder18: boolean;
  readonly sex: Sex;
  readonly gender: string;
  readonly ethnicity: Ethnicity | '';
  readonly observedEthnicity: ObservedEthnicity | '';
  readonly interpreter: string;
  readonly communicationNeeds: string;
  readonly needs: Need[];
}

export const nobodyKnown: PersonEntry = {
  age: '',
  ageBasis: 'unknown',
  appearsUnder18: false,
  sex: 'not-known',
  gender: '',
  ethnicity: '',
  observedEthnicity: '',
  interpreter: '',
  communicationNeeds: '',
  needs: [],
};

export const entryOf = (person: PersonOutline): PersonEntry => ({
  age: person.ageYears === null ? '' : String(person.ageYears),
  ageBasis: person.ageBasis,
  appearsUnder18: person.appearsUnder18,
  sex: person.sex,
  gender: person.gender ?? '',
  ethnicity: person.ethnicity ?? '',
  observedEthnicity: person.observedEthnicity ?? '',
  interpreter: person.interpreter ?? '',
  communicationNeeds: person.communicationNeeds,
  needs: [...person.needs],
});

/** Typing an age says that it is at least an estimate; wiping it out, that it is not known. */
export const withAge = (entry: PersonEntry, age: string): Pick<PersonEntry, 'age' | 'ageBasis'> => ({
  age,
  ageBasis: age === '' ? 'unknown' : entry.ageBasis === 'unknown' ? 'estimated' : entry.ageBasis,
});

export const withBasis = (entry: PersonEntry, ageBasis: AgeBasis): Pick<PersonEntry, 'age' | 'ageBasis'> => ({
  age: ageBasis === 'unknown' ? '' : entry.age,
  ageBasis,
});

const orNull = (text: string): string | null => text.trim() || null;

/** A description as it is sent. */
type Saying = PersonSaidOf & { readonly needs: Need[] };

/** The whole description that the form holds. */
export const saidIn = (entry: PersonEntry): Saying => {
  const ageYears = entry.age.trim() === '' ? null : Number(entry.age);
  return {
    ageYears,
    ageBasis: ageYears === null ? 'unknown' : entry.ageBasis,
    appearsUnder18: entry.appearsUnder18,
    sex: entry.sex,
    gender: orNull(entry.gender),
    ethnicity: entry.ethnicity || null,
    observedEthnicity: entry.observedEthnicity || null,
    interpreter: orNull(entry.interpreter),
    communicationNeeds: entry.communicationNeeds.trim(),
    needs: entry.needs,
  };
};

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** Only what differs from what is known: a later word changes nothing that it does not mention. */
export const changedIn = (entry: PersonEntry, person: PersonOutline): Partial<Saying> => {
  const said = saidIn(entry);
  const keys = (Object.keys(said) as (keyof PersonSaidOf)[]).filter((key) => differs(said[key], person[key]));
  // An age and where it comes from are one statement.
  const both = keys.some((key) => key === 'ageYears' || key === 'ageBasis');
  const wanted = new Set([...keys, ...(both ? (['ageYears', 'ageBasis'] as const) : [])]);
  return Object.fromEntries(Object.entries(said).filter(([key]) => wanted.has(key as keyof PersonSaidOf)));
};
