import type { Agreement, LadderStep } from './agreement';
import { PERMITTED_PERIOD_MINUTES } from '../law/statutory-limit';

const inOrder = (minutes: readonly number[]): boolean =>
  minutes.every((m, i) => i === 0 || (minutes[i - 1] ?? 0) <= m);

const ladderFaults = (id: string, ladder: readonly LadderStep[]): string[] => {
  const minutes = ladder.map((step) => step.afterMinutes);
  return [
    ...(inOrder(minutes) ? [] : [`${id}: the ladder must rise`]),
    ...(new Set(minutes).size === minutes.length ? [] : [`${id}: two steps at one minute`]),
    ...(ladder.every((step) => step.duties.length > 0) ? [] : [`${id}: a step that calls nobody`]),
  ];
};

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
    if (threshold.stopsOn.length === 0) faults.push(`${id}: nothing stops it`);
    faults.push(...ladderFaults(id, ladder));
  }
  const ids = agreement.thresholds.map((threshold) => threshold.id);
  if (new Set(ids).size !== ids.length) faults.push('two thresholds have one id');
  faults.push(...ladderFaults('statutory limit', agreement.statutoryLadder));
  if (!hasStepAt(agreement.statutoryLadder, PERMITTED_PERIOD_MINUTES)) {
    faults.push('statutory limit: nobody is called when the 24 hours end');
  }
  if (agreement.freshness.unknownAfterMinutes < agreement.freshness.confirmAfterMinutes) {
    faults.push('freshness: a value cannot become unknown before it is due to be confirmed');
  }
  return faults;
};
