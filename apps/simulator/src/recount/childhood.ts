import type { Fact } from '@concord/domain';
import type { Account, Line } from './account';
import { ms } from './account';

interface Age {
  readonly ageYears: number | null;
  readonly ageBasis: string;
  readonly appearsUnder18: boolean;
}

type Described = Extract<Fact, { kind: 'person-described' }>;

const nothingKnown: Age = { ageYears: null, ageBasis: 'unknown', appearsUnder18: false };

const isProven = ({ ageYears, ageBasis }: Age): boolean => ageYears !== null && ageBasis === 'known';

/** Said to be a child: a proven age outweighs how young somebody looks. */
const saidChild = (age: Age): boolean =>
  (age.ageYears !== null && age.ageYears < 18) || (!isProven(age) && age.appearsUnder18);

const maybeChild = (age: Age): boolean => age.ageYears === null || saidChild(age);

/** Who was said to be a child stays one until their age is proven. */
const told = (before: Age, { said }: Described): Age => {
  const ageBasis = said.ageBasis ?? (said.ageYears === undefined ? before.ageBasis : 'unknown');
  const { ageYears = before.ageYears, appearsUnder18 = before.appearsUnder18 } = said;
  const after = { ageYears, ageBasis, appearsUnder18 };
  return saidChild(before) && !saidChild(after) && !isProven(after) ? before : after;
};

const all =
  'ageYears ageBasis appearsUnder18 sex gender ethnicity observedEthnicity interpreter communicationNeeds';

/** Two merged records both begin with a whole description: what one did not know takes nothing from the other. */
const asOneOfTwo = (line: Described): Described => {
  if (all.split(' ').some((trait) => !(trait in line.said))) return line;
  const { ageYears, ageBasis, appearsUnder18 } = line.said;
  return {
    ...line,
    said: {
      ...(ageYears === null ? {} : { ageYears }),
      ...(ageBasis === 'unknown' ? {} : { ageBasis }),
      ...(appearsUnder18 ? { appearsUnder18 } : {}),
    },
  };
};

/** Whether somebody is to be treated as a child by all that was said: of no known age, they are. */
export const isTreatedAsChild = ({ lines }: Account): boolean => {
  const described = lines.flatMap(({ fact }) => (fact.kind === 'person-described' ? [fact] : []));
  const merged = described.some(({ mergedFrom }) => mergedFrom);
  return maybeChild(
    described.reduce((age, fact) => told(age, merged ? asOneOfTwo(fact) : fact), nothingKnown),
  );
};

/** The word that made a child of somebody detained, if one did and they still are one. */
export const childAfterAll = (
  account: Account,
  facts: readonly Fact[],
  detainedAt: number,
): Line | undefined => {
  const lines = account.lines.filter(({ fact }) => fact.kind === 'person-described');
  let age = nothingKnown;
  let fromAdult: Line | undefined;
  let fromUnknown: Line | undefined;
  const merged = lines.some(({ fact }) => fact.mergedFrom);
  for (const line of lines) {
    const before = age;
    const fact = line.fact as Described;
    age = told(before, merged ? asOneOfTwo(fact) : fact);
    if (!maybeChild(age)) [fromAdult, fromUnknown] = [undefined, undefined];
    else if (!maybeChild(before)) fromAdult = line;
    else if (line !== lines[0] && saidChild(age) && !saidChild(before)) fromUnknown = line;
  }
  if (!maybeChild(age)) return undefined;
  const standing = new Set(lines.map(({ fact }) => fact));
  const [withdrawn] = facts
    .filter(
      (fact): fact is Described =>
        fact.kind === 'person-described' &&
        !fact.mergedFrom &&
        !standing.has(fact) &&
        [nothingKnown, age].some((before) => !maybeChild({ ...before, ...fact.said })),
    )
    .sort((a, b) => ms(a.happenedAt) - ms(b.happenedAt));
  const late = fromUnknown && ms(fromUnknown.fact.happenedAt) >= detainedAt ? fromUnknown : undefined;
  const withdrawal = withdrawn && {
    fact: withdrawn,
    root: account.rootOf(withdrawn.id),
    at: ms(withdrawn.happenedAt),
  };
  return fromAdult ?? withdrawal ?? late;
};
