import type { Agreement, LadderStep } from './agreement';
import { PERMITTED_PERIOD_MINUTES } from '../law/statutory-limit';

const inOrder = (minutes: readonly number[]): boolean =>
  minutes.every((m, i) => i === 0 || (minutes[i - 1] ?? 0) <= m);

const hasStepAt = (ladder: readonly LadderStep[], minutes: number): boolean =>
  ladder.some((step) => step.afterMinutes === minutes && step.duties.length > 0);

/**
 * What is impossible about an agreement, in words; empty when nothing is. The breach of every
 * threshold, and the end of the statutory limit, must call somebody at that very minute.
 */
export const agreementFaults = (agreement: Agreement): string[] => {
  const faults: string[] = [];
  for (const threshold of agreement.thresholds) {
    const { id, soonAfterMinutes, dueAfterMinutes, overAfterMinutes, ladder } = threshold;
    if (!inOrder([soonAfterMinutes, dueAfterMinutes, overAfterMinutes]))
      faults.push(`${id}: soon, due and over must rise`);
    if (!hasStepAt(ladder, dueAfterMinutes)) faults.push(`${id}: nobody is called when it is due`);
    if (!hasStepAt(ladder, overAfterMinutes)) faults.push(`${id}: nobody is called when it is over`);
    if (!inOrder(ladder.map((step) => step.afterMinutes))) faults.push(`${id}: the ladder must rise`);
    if (new Set(ladder.map((step) => step.afterMinutes)).size !== ladder.length)
      faults.push(`${id}: two steps at one minute`);
  }
  if (!hasStepAt(agreement.statutoryLadder, PERMITTED_PERIOD_MINUTES)) {
    faults.push('statutory limit: nobody is called when the 24 hours end');
  }
  if (agreement.freshness.unknownAfterMinutes < agreement.freshness.confirmAfterMinutes) {
    faults.push('freshness: a value cannot become unknown before it is due to be confirmed');
  }
  return faults;
};
