import type { Fact } from '@concord/domain';
import { minutesBetween } from '@concord/domain';
import { fullTimeWithZone } from '../time/london';
import { lateEntryWords, sideWords } from '../words/law-codes';
import { spanWords } from '../words/line';

/** Told later than this after it happened, a fact says when it was told. */
const TOLD_LATER_MINUTES = 3;

/** Who said it, for which side, on whose word, and when it was written down if that was not at once. */
export const attribution = (fact: Fact): string => {
  const laterBy = minutesBetween(fact.happenedAt, fact.recordedAt);
  return [
    fact.side ? `${fact.by.name} (${sideWords[fact.side].toLowerCase()})` : fact.by.name,
    fact.source && `on the word of ${fact.source}`,
    laterBy > TOLD_LATER_MINUTES &&
      `recorded ${fullTimeWithZone(fact.recordedAt)}, ${spanWords(Math.round(laterBy))} later`,
    fact.late && `entered late: ${lateEntryWords[fact.late]}`,
    fact.mergedFrom && `from record ${fact.mergedFrom.ref}`,
  ]
    .filter(Boolean)
    .join('; ');
};
