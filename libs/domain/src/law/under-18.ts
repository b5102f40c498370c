import type { Fact, FactOf } from '../incident/fact';
import { standing } from '../incident/history';
import { descriptionsIn } from '../incident/description';
import type { PersonSaidOf } from '../incident/person';
import { isSaidToBeUnder18, mustTreatAsUnder18, personAfter, unknownPerson } from '../incident/person';
import type { Instant } from '../instant';

type Description = FactOf<'person-described'>;

/** The words after which the person, so far an adult or of no known age, was somebody under 18. */
const turnsIn = (facts: readonly Fact[]) => {
  const descriptions = descriptionsIn(facts);
  let person: PersonSaidOf = unknownPerson;
  let fromAdult: Description | undefined;
  let fromUnknown: Description | undefined;
  for (const { fact, said } of descriptions) {
    const before = person;
    person = personAfter(before, said);
    if (!mustTreatAsUnder18(person)) [fromAdult, fromUnknown] = [undefined, undefined];
    else if (!mustTreatAsUnder18(before)) fromAdult = fact;
    else if (isSaidToBeUnder18(person) && !isSaidToBeUnder18(before) && fact !== descriptions[0]?.fact)
      fromUnknown = fact;
  }
  return { person, fromAdult, fromUnknown };
};

/**
 * A word of this record that was taken back or put right, and with which they were an adult while it stood:
 * of several the earliest, whichever of them was told or taken back first.
 */
const withdrawnIn = (facts: readonly Fact[], person: PersonSaidOf): Description | undefined => {
  const stand = new Set(standing(facts));
  const madeAdult = ({ said }: Description) =>
    !mustTreatAsUnder18({ ...unknownPerson, ...said }) || !mustTreatAsUnder18({ ...person, ...said });
  return facts
    .filter(
      (fact): fact is Description =>
        fact.kind === 'person-described' && !fact.mergedFrom && !stand.has(fact) && madeAdult(fact),
    )
    .reduce<Description | undefined>(
      (first, fact) => (first && first.happenedAt <= fact.happenedAt ? first : fact),
      undefined,
    );
};

/**
 * The word by which somebody detained turned out to be, or to have to be treated as, under 18, if they
 * did. An adult may have been taken where no child may be (MHA 1983 s136A(1)), so it matters whenever
 * that word was spoken, and also when it lies in taking back that they were an adult. Of somebody whose
 * age nobody knew, only a word spoken once they were detained is news. Somebody who was under 18 from the
 * first word on has been treated so throughout: undefined.
 */
export const under18Evidence = (facts: readonly Fact[], detainedAt: Instant): Description | undefined => {
  const { person, fromAdult, fromUnknown } = turnsIn(facts);
  if (!mustTreatAsUnder18(person)) return undefined;
  const late = fromUnknown && fromUnknown.happenedAt >= detainedAt ? fromUnknown : undefined;
  return fromAdult ?? withdrawnIn(facts, person) ?? late;
};
