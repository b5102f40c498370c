import type { DisputedTimes } from '../agreement/agreement';
import type { Instant } from '../instant';
import { minutesBetween } from '../instant';
import type { Fact, FactKind } from './fact';
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

/** Every arrival, handover and release that stands, with what the two sides say of it. */
export const twoSidedFacts = (facts: readonly Fact[]): TwoSided[] =>
  standing(facts)
    .filter(({ kind }) => isTwoSided(kind))
    .map((fact) => {
      const root = rootOf(facts, fact);
      const isAbout = ({ factId }: { factId: string }) => {
        const other = facts.find(({ id }) => id === factId);
        return other !== undefined && rootOf(facts, other) === root;
      };
      const says: Record<Side, Instant | null> = { police: null, health: null };
      if (fact.side) says[fact.side] = fact.happenedAt;
      for (const { side } of allOf(facts, 'confirmed').filter(isAbout))
        if (side) says[side] = fact.happenedAt;
      for (const { side, saysAt } of allOf(facts, 'disputed').filter(isAbout)) if (side) says[side] = saysAt;
      const times = [fact.happenedAt, says.police, says.health].filter((at) => at !== null).sort();
      const apartMinutes = minutesBetween(times[0] ?? '', times.at(-1) ?? '');
      return {
        fact,
        says,
        waitingFor: (['police', 'health'] as const).filter((side) => says[side] === null),
        apartMinutes,
        mismatch: apartMinutes > MISMATCH_MINUTES,
      };
    });

const timeBy = ({ fact, says }: TwoSided, rule: DisputedTimes): Instant => {
  if (rule === 'police' || rule === 'health') return says[rule] ?? fact.happenedAt;
  const times = [fact.happenedAt, says.police, says.health].filter((at) => at !== null).sort();
  return (rule === 'earliest' ? times[0] : times.at(-1)) ?? fact.happenedAt;
};

/** The facts that stand, those in dispute at the time that the agreement's rule gives them. */
export const asAgreed = (facts: readonly Fact[], rule: DisputedTimes): readonly Fact[] => {
  if (allOf(facts, 'disputed').length === 0) return standing(facts);
  const times = new Map(twoSidedFacts(facts).map((both) => [both.fact.id, timeBy(both, rule)]));
  return standing(facts).map((fact) => {
    const happenedAt = times.get(fact.id);
    return happenedAt === undefined || happenedAt === fact.happenedAt ? fact : { ...fact, happenedAt };
  });
};
