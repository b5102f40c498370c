import type { AgreedFreshness, Agreement, LadderStep } from './agreement';
import type { StatutoryKind } from '../law/statutory-clocks';
import { statutoryNames } from '../law/statutory-clocks';
import { clockName } from '../escalation/deadline';
import { STATUS_CLOCK } from '../place/status-clock';

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

const freshnessFaults = (rule: AgreedFreshness): string[] => {
  const { confirmAfterMinutes, unknownAfterMinutes, confirmDuties, unknownDuties } = rule;
  return [
    ...(confirmAfterMinutes > 0 && unknownAfterMinutes > 0
      ? []
      : ['freshness: a value is believed for no time at all']),
    ...(confirmAfterMinutes <= unknownAfterMinutes
      ? []
      : ['freshness: a value cannot become unknown before it is due to be confirmed']),
    ...(confirmDuties.length > 0 ? [] : ['freshness: nobody is asked to confirm a status']),
    ...(unknownDuties.length > 0 ? [] : ['freshness: nobody is told that a status is unknown']),
  ];
};

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
  if (ids.includes(clockName(STATUS_CLOCK))) faults.push('a threshold has the name of the clock on places');
  for (const [kind, { label }] of Object.entries(statutoryNames)) {
    const ladder = agreement.statutoryLadders[kind as StatutoryKind];
    if (!ladder.some(({ minutesBeforeEnd, duties }) => minutesBeforeEnd === 0 && duties.length > 0))
      faults.push(`${label}: nobody is called when it ends`);
    faults.push(
      ...ladderFaults(
        label,
        ladder.map(({ minutesBeforeEnd, duties }) => ({ afterMinutes: -minutesBeforeEnd, duties })),
      ),
    );
  }
  return [...faults, ...freshnessFaults(agreement.freshness)];
};
