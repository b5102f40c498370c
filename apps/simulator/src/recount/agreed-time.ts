import type { DisputedTimes, Fact } from '@concord/domain';
import type { Account, Line } from './account';
import { ms } from './account';

type Word = Extract<Fact, { kind: 'confirmed' | 'disputed' }>;

/** The last word on a thing of each side but the one that told it. Whoever is of neither side is one more voice. */
const wordsOn = ({ lines, rootOf }: Account, { fact, root }: Line): Word[] => {
  const words = lines.flatMap(({ fact: word }) =>
    (word.kind === 'confirmed' || word.kind === 'disputed') &&
    rootOf(word.factId) === root &&
    (word.side === undefined || word.side !== fact.side)
      ? [word]
      : [],
  );
  return words.filter(
    ({ side }, i) => side === undefined || !words.slice(i + 1).some((later) => later.side === side),
  );
};

/** The words on a thing that give another time for it. */
export const disputesOn = (account: Account, line: Line): Line[] => {
  const disputes = wordsOn(account, line).filter(({ kind }) => kind === 'disputed');
  return account.lines.filter(({ fact }) => disputes.includes(fact as Word));
};

const twoSided = (fact: Fact): boolean =>
  fact.kind === 'arrived' || fact.kind === 'handed-over' || fact.kind === 'outcome';

/** When a thing was, by the agreement's rule for what police and health tell differently. */
export const agreedTime = (account: Account, line: Line, rule: DisputedTimes): number => {
  const own = ms(line.fact.happenedAt);
  if (!twoSided(line.fact)) return own;
  const said = new Map(
    wordsOn(account, line).flatMap((word) =>
      word.kind === 'disputed' && word.side ? [[word.side, ms(word.saysAt)] as const] : [],
    ),
  );
  switch (rule) {
    case 'earliest':
      return Math.min(own, ...said.values());
    case 'latest':
      return Math.max(own, ...said.values());
    case 'police':
    case 'health':
      return said.get(rule) ?? own;
  }
};
