import type { Fact, Instant } from '@concord/domain';
import { minutesBetween } from '@concord/domain';
import { timeSeenFrom } from '../time/london';
import { age } from '../time/span';
import { lateEntryWords } from '../words/law-codes';

/** A fact told later than this after it happened says so. */
const LATE_MINUTES = 3;

/** "entered 42 min later, from paper"; nothing of a fact that was told as it happened. */
export const lateWords = ({ happenedAt, recordedAt, late }: Fact): string | undefined => {
  const how = late && lateEntryWords[late];
  if (minutesBetween(happenedAt, recordedAt) <= LATE_MINUTES) return how && `entered late, ${how}`;
  return [`entered ${age(happenedAt, recordedAt)} later`, how].filter(Boolean).join(', ');
};

/** Whose word it is, and how it came to be told. */
export const toldWords = (fact: Fact): string =>
  [fact.by.name, fact.source && `on the word of ${fact.source}`, lateWords(fact)].filter(Boolean).join(' · ');

/** Who put something right or took it back, when and why. */
export const putRightWords = (fact: Fact, verb: string, now: Instant): string =>
  `${verb} ${timeSeenFrom(fact.recordedAt, now)} by ${fact.by.name}${fact.corrects ? `: ${fact.corrects.reason}` : ''}`;
