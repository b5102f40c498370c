import type { FactOf, PersonSaidOf } from '@concord/domain';
import { ageBasisWords, riskWords, sexWords } from './codes';
import { searchPowerWords } from './law-codes';
import type { LinesFor } from './line';
import { withMore } from './line';
import { confidenceWords, ethnicityWords, observedEthnicityWords, restraintWords } from './person-codes';

type Kinds =
  | 'person-described'
  | 'risk-noted'
  | 'searched'
  | 'interpreter-arranged'
  | 'fitness-told'
  | 'rights-given'
  | 'property-listed'
  | 'restrained'
  | 'noted';

type Said = { readonly [Key in keyof PersonSaidOf]: (value: PersonSaidOf[Key]) => string };

const orNot = (label: string, value: string | null): string =>
  value === null || value === '' ? '' : `${label} ${value}`;

/** Each thing said of the person, in words; what is blank says nothing. */
const said: Said = {
  ageYears: (years) => (years === null ? 'age not known' : `aged ${years}`),
  ageBasis: (basis) => `age ${ageBasisWords[basis].toLowerCase()}`,
  appearsUnder18: (appears) => (appears ? 'appears under 18' : ''),
  sex: (sex) => (sex === 'not-known' ? '' : sexWords[sex].toLowerCase()),
  gender: (gender) => orNot('gender', gender),
  ethnicity: (code) => (code ? `says of themselves: ${ethnicityWords[code]}` : ''),
  observedEthnicity: (code) => (code ? `officer saw ${observedEthnicityWords[code]}` : ''),
  interpreter: (language) => orNot('interpreter:', language),
  communicationNeeds: (needs) => orNot('communication:', needs),
  needs: (needs) => orNot('needs:', needs.join(', ').replaceAll('-', ' ')),
};

const described = (fact: FactOf<'person-described'>): string => {
  const parts = Object.entries(fact.said).map(([key, value]) =>
    (said[key as keyof Said] as (value: unknown) => string)(value),
  );
  const words = parts.filter(Boolean);
  return withMore('Person', words.length > 0 ? words.join(', ') : 'identity given, kept apart');
};

export const linesOfPerson: LinesFor<Kinds> = {
  'person-described': described,
  'risk-noted': ({ risk }) =>
    `Risk (${riskWords[risk.kind].toLowerCase()}): ${risk.note}. ${confidenceWords[risk.confidence]}: ${risk.source}`,
  searched: ({ power, officer, grounds, found }) =>
    `Searched by ${officer} (${searchPowerWords[power]}). Grounds: ${grounds}. Found: ${found}`,
  'interpreter-arranged': ({ interpreter, how }) => `Interpreter: ${interpreter}, ${how}`,
  'fitness-told': ({ fit, saidBy, note }) =>
    withMore(`${fit ? 'Fit' : 'Not fit'} to be assessed, says ${saidBy}`, note),
  'rights-given': ({ givenBy, how, understood }) =>
    `Rights given by ${givenBy}, ${how}: ${understood ? 'understood' : 'not understood'}`,
  'property-listed': ({ items, heldBy }) => `Property, held by ${heldBy}: ${items}`,
  restrained: ({ restraint, minutes, reason, injuries }) =>
    withMore(
      `Restraint (${restraintWords[restraint].toLowerCase()}), ${minutes} min`,
      reason,
      injuries ? `Injuries: ${injuries}` : 'No injury recorded',
    ),
  noted: ({ text }) => text,
};
