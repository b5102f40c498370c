import type { Fact, FactOf } from './fact';
import { allOf } from './history';
import type { PersonOutline, PersonSaidOf, RiskMarker } from './person';
import { personAfter, unknownPerson } from './person';

/** A standing description, and what of it adds to what was known. */
export interface Description {
  readonly fact: FactOf<'person-described'>;
  readonly said: Partial<PersonSaidOf>;
}

const traits = Object.keys(unknownPerson) as (keyof PersonSaidOf)[];

const isWhole = (said: Partial<PersonSaidOf>): boolean => traits.every((trait) => trait in said);

const whatIsKnown = (said: Partial<PersonSaidOf>): Partial<PersonSaidOf> =>
  Object.fromEntries(
    traits.filter((trait) => said[trait] !== unknownPerson[trait]).map((trait) => [trait, said[trait]]),
  );

/**
 * Every standing description, in the order in which it was found out. A record opens with a whole one:
 * where two records were merged, what one of them did not know takes nothing from what the other knew.
 */
export const descriptionsIn = (facts: readonly Fact[]): readonly Description[] => {
  const told = allOf(facts, 'person-described');
  const merged = told.some(({ mergedFrom }) => mergedFrom);
  return told.map((fact) => ({
    fact,
    said: merged && isWhole(fact.said) ? whatIsKnown(fact.said) : fact.said,
  }));
};

const isAboutThePerson = ({ kind }: Fact): boolean => kind === 'person-described' || kind === 'risk-noted';

const riskOf = ({ risk, recordedAt }: FactOf<'risk-noted'>): RiskMarker => ({ ...risk, recordedAt });

/**
 * The person as everything told of them adds up, in the order in which it was found out, and every risk
 * noted; as they were known `before` while nothing has been told. An incident opens with a whole
 * description, so what is taken back leaves nothing behind.
 */
export const describedBy = (facts: readonly Fact[], before: PersonOutline): PersonOutline => {
  if (!facts.some(isAboutThePerson)) return before;
  const base = facts.some(({ kind }) => kind === 'person-described') ? unknownPerson : before;
  const said = descriptionsIn(facts).reduce<PersonSaidOf>(
    (person, description) => personAfter(person, description.said),
    base,
  );
  return { ...said, risks: allOf(facts, 'risk-noted').map(riskOf) };
};
