import type { Fact } from '@concord/domain';
import { detentionLines } from './detention-lines';
import { journeyLines } from './journey-lines';
import type { LinesFor } from './line';
import { linesOfPerson } from './person-lines';
import { recordLines } from './record-lines';

/** A kind of fact without a line does not compile. */
const lines: LinesFor<Fact['kind']> = {
  ...journeyLines,
  ...detentionLines,
  ...linesOfPerson,
  ...recordLines,
};

/** One fact as a line of the timeline. */
export const factLine = (fact: Fact): string => (lines[fact.kind] as (fact: Fact) => string)(fact);
