import type { DisputedTimes } from '../agreement/agreement';
import type { Instant } from '../instant';
import { minutesBetween } from '../instant';
import type { Fact, FactKind, FactOf } from './fact';
import type { Side } from './fact-codes';
import { allOf, rootOf, standing } from './history';

/** What both sides must agree on: when the person came, was handed over and was released. */
export const isTwoSided = (kind: FactKind): boolean =>
  kind === 'arrived' || kind === 'handed-over' || kind === 'outcome';

/** Two times for one thing that are further apart than this are not the same time written twice. */
export const MISMATCH_MINUTES = 5;

/** What each side says of one arrival, handover or release. */
export interface TwoSided {
  readonly fact: Fact;
  readonly says: Readonly<Record<Side, Instant | null>>;
  /** The sides that have not yet said that it is so. */
  readonly waitingFor: readonly Side[];
  readonly apartMinutes: number;
  /** The two times differ by more than `MISMATCH_MINUTES`: shown until one side is corrected. */
  readonly mismatch: boolean;
}

type Attestation = FactOf<'confirmed' | 'disputed'>;

const isAttestation = (fact: Fact): fact is Attestation =>
  fact.kind === 'confirmed' || fact.kind === 'disputed';

/**
 * The latest word of each side on a fact that stands; what names no side counts each for itself. A side
 * that has put the fact right since says what the fact says.
 */
const latestWords = (facts: readonly Fact[], about: Fact): Attestation[] => {
  const root = rootOf(facts, about);
  const words = standing(facts)
    .filter(isAttestation)
    .filter(({ factId, side }) => rootOf(facts, { id: factId }) === root && (!side || side !== about.side));
  return words.filter(
    ({ side }, index) => !side || !words.slice(index + 1).some((later) => later.side === side),
  );
};

/** The disputes of a fact that stands which no later word of the same side has replaced. */
export const disputesOf = (facts: readonly Fact[], about: Fact): FactOf<'disputed'>[] =>
  latestWords(facts, about).filter((word) => word.kind === 'disputed');

const saidBy = (facts: readonly Fact[], fact: Fact): TwoSided['says'] => {
  const says: Record<Side, Instant | null> = { police: null, health: null };
  if (fact.side) says[fact.side] = fact.happenedAt;
  for (const word of latestWords(facts, fact)) {
    if (!word.side) continue;
    if (word.kind === 'disputed') says[word.side] = word.saysAt;
    else if (stillConfirms(facts, word, fact)) says[word.side] = fact.happenedAt;
  }
  return says;
};

/** A confirmation is of the time that it was given for: of a corrected one it is asked for again. */
const stillConfirms = (facts: readonly Fact[], { factId }: Attestation, fact: Fact): boolean =>
  facts.find(({ id }) => id === factId)?.happenedAt === fact.happenedAt;

/** Whether a confirmation has been overtaken by a correction of the time that it confirmed. */
export const isOvertaken = (facts: readonly Fact[], word: Fact): boolean => {
  if (word.kind !== 'confirmed') return false;
  const root = rootOf(facts, { id: word.factId });
  const about = standing(facts).find((fact) => rootOf(facts, fact) === root);
  return about !== undefined && !stillConfirms(facts, word, about);
};

const timesOf = ({ fact, says }: Pick<TwoSided, 'fact' | 'says'>): Instant[] =>
  [fact.happenedAt, says.police, says.health].filter((at) => at !== null).sort();

/** Every arrival, handover and release that stands, with the latest word of each side on it. */
export const twoSidedFacts = (facts: readonly Fact[]): TwoSided[] =>
  standing(facts)
    .filter(({ kind }) => isTwoSided(kind))
    .map((fact) => {
      const says = saidBy(facts, fact);
      const times = timesOf({ fact, says });
      const apartMinutes = minutesBetween(times[0] ?? fact.happenedAt, times.at(-1) ?? fact.happenedAt);
      return {
        fact,
        says,
        waitingFor: (['police', 'health'] as const).filter((side) => says[side] === null),
        apartMinutes,
        mismatch: apartMinutes > MISMATCH_MINUTES,
      };
    });

const timeBy = (both: TwoSided, rule: DisputedTimes): Instant | undefined => {
  if (rule === 'police' || rule === 'health') return both.says[rule] ?? undefined;
  return rule === 'earliest' ? timesOf(both)[0] : timesOf(both).at(-1);
};

/**
 * The facts that stand, those in dispute at the time that the agreement's rule gives them. They keep the
 * order in which the record has them: a time in dispute is no reason to tell the steps in another order.
 */
export const asAgreed = (facts: readonly Fact[], rule: DisputedTimes): readonly Fact[] => {
  if (allOf(facts, 'disputed').length === 0) return standing(facts);
  const times = new Map(twoSidedFacts(facts).map((both) => [both.fact.id, timeBy(both, rule)]));
  return standing(facts).map((fact) => {
    const happenedAt = times.get(fact.id);
    return happenedAt === undefined || happenedAt === fact.happenedAt ? fact : { ...fact, happenedAt };
  });
};
