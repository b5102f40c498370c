import type { AgreedThreshold } from '@concord/domain';

const freeId = (stem: string, thresholds: readonly AgreedThreshold[]): string => {
  const taken = new Set(thresholds.flatMap(({ id, clock }) => [id, clock]));
  for (let nth = 2; ; nth += 1) if (!taken.has(`${stem}-${nth}`)) return `${stem}-${nth}`;
};

/** A wait to begin with: somebody is called when it is due and when it is over, and the rest is to be said. */
export const newWait = (thresholds: readonly AgreedThreshold[]): AgreedThreshold => {
  const id = freeId('wait', thresholds);
  return {
    ...{ id, clock: id, label: 'New wait' },
    ...{ startsOn: 'detained', stopsOn: ['arrived'], resumesOn: [] },
    ...{ placeKinds: [], ages: 'any-age', hours: null },
    ...{ soonAfterMinutes: 20, dueAfterMinutes: 30, overAfterMinutes: 60 },
    ladder: [
      { afterMinutes: 30, duties: ['control-room'] },
      { afterMinutes: 60, duties: ['on-call-manager'] },
    ],
  };
};

/** Another rule for the same wait, for children unless the first is: until it says whom it is for, both could govern. */
export const anotherRule = (
  rule: AgreedThreshold,
  thresholds: readonly AgreedThreshold[],
): AgreedThreshold => ({
  ...rule,
  id: freeId(rule.clock, thresholds),
  label: `${rule.label}, special case`,
  ages: rule.ages === 'any-age' ? 'under-18s' : 'any-age',
});
