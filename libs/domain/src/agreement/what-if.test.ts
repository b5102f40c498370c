import * as fc from 'fast-check';
import { after, agreement, blankIncident, factAt, lived, told } from '../examples';
import { deadlinesOf } from '../escalation/deadline';
import { joinedRecords } from '../incident/merge';
import { stepsUnder } from './what-if';

fc.configureGlobal({ seed: 1983 });

const detained = lived(blankIncident, ['opened', 0], ['advice-sought', 2], ['detained', 5]);
const names = (): (() => string) => {
  let n = 0;
  return () => `joined-${(n += 1)}`;
};
const found = (facts: typeof detained, until: number) =>
  stepsUnder(facts, agreement, after(until))
    .filter(({ clock }) => clock === 'Place of safety found')
    .map(({ level, firedAt }) => [level, firedAt]);

describe('what an agreement would have fired', () => {
  it('is each step at its time, as long as its clock ran', () => {
    expect(found(detained, 200)).toEqual([
      ['due', after(25)],
      ['over', after(35)],
      ['over', after(65)],
    ]);
    const kept = lived(detained, ['conveyance-started', 30], ['arrived', 50]);
    expect(found(kept, 200)).toEqual([
      ['due', after(25)],
      ['over', after(35)],
    ]);
  });

  it('is nothing that has not come yet', () => {
    expect(found(detained, 25)).toEqual([]);
    expect(found(detained, 26)).toHaveLength(1);
  });

  it('fires late what was recorded late, when it was recorded', () => {
    const late = told(lived(blankIncident, ['opened', 0], ['advice-sought', 2]), 'detained', 5, {
      toldAt: 40,
    });
    expect(found(late, 60)).toEqual([
      ['due', after(40)],
      ['over', after(40)],
    ]);
  });

  it('fires what a merged record brought from the merge on, whenever it was told there', () => {
    const merging = {
      kind: 'merged-in',
      incidentId: 'incident-2',
      ref: 'HV-2',
      reason: 'One person',
    } as const;
    const kept = lived(blankIncident, ['opened', 4]);
    const merged = { ...kept, facts: [...kept.facts, factAt(merging, after(31))] };
    const whole = joinedRecords(merged, { ...detained, id: 'incident-2', ref: 'HV-2' }, names());
    expect(found(whole, 60)).toEqual([
      ['due', after(31)],
      ['over', after(35)],
    ]);
    expect(found(whole, 31)).toEqual([]);
  });

  it('fires at its time even if that very instant stops its clock', () => {
    const stopped = lived(detained, ['conveyance-started', 24], ['arrived', 25]);
    expect(found(stopped, 200)).toEqual([['due', after(25)]]);
  });

  it('fires nothing for a clock that was found to have stopped before anybody was called', () => {
    const both = lived(
      blankIncident,
      ['opened', 0],
      ['advice-sought', 2],
      ['detained', 5],
      ['conveyance-started', 6],
      ['arrived', 20],
    );
    expect(found(both, 200)).toEqual([]);
  });

  it('is no more with longer waits, and under any agreement each step at most once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 2000 }), (times, until) => {
        const longer = {
          ...agreement,
          thresholds: agreement.thresholds.map((one) => ({
            ...one,
            ladder: one.ladder.map((step) => ({ ...step, afterMinutes: step.afterMinutes * times })),
          })),
        };
        const steps = stepsUnder(detained, longer, after(until));
        expect(steps.length).toBeLessThanOrEqual(stepsUnder(detained, agreement, after(until)).length);
        const due = deadlinesOf(detained, longer).filter(({ dueAt }) => dueAt < after(until));
        expect(steps).toHaveLength(due.length);
        for (const { firedAt, dueAt } of steps) expect(firedAt >= dueAt && firedAt < after(until)).toBe(true);
      }),
    );
  });
});
