import type { Fact, FactKind } from '@concord/domain';
import { allOf, firstOf, minutesBetween, standing, stateOf, twoSidedFacts } from '@concord/domain';
import { firedFor } from '../recount/made-up-engine';
import { counted, faultsIn, none } from '../recount/made-up-facts';
import { msAt } from '../recount/made-up-incident';
import { lifeOf } from './made-up-lives';

const lives = Array.from({ length: 600 }, (_, i) => lifeOf(7, `HV-${1000 + i}`));
const histories = lives.map(({ incident }) => incident.facts);
const share = (is: (facts: readonly Fact[]) => boolean): number =>
  histories.filter(is).length / histories.length;
const with_ =
  (kind: FactKind) =>
  (facts: readonly Fact[]): boolean =>
    firstOf(facts, kind) !== undefined;

describe('six hundred detentions, lived against the rules of the record', () => {
  it('come to an end, and nobody says what the record refuses', () => {
    expect(lives.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(new Set(histories.map(stateOf))).toEqual(new Set(['closed']));
  });

  it('are counted again as they should be: what the engine would fire is what the recount expects', () => {
    for (const { incident } of lives.slice(0, 200)) {
      const known = incident.facts.map(({ recordedAt }, i) => ({
        minute: (Date.parse(recordedAt) - msAt(0)) / 60_000,
        incident: { ...incident, facts: incident.facts.slice(0, i + 1) },
      }));
      const until = known.at(-1)?.minute ?? 0;
      const fired = firedFor(known, until, false);
      expect(faultsIn(counted(known, fired, until + 1))).toEqual(none);
      expect(counted(known, [], until + 1).missed).toBeGreaterThanOrEqual(fired.length > 0 ? 1 : 0);
    }
  });

  it('are the same again from the same seed', () => {
    expect(lifeOf(7, 'HV-1003')).toEqual(lives[3]);
  });

  it.each<[FactKind, number, number]>([
    ['ambulance-requested', 0.6, 0.95],
    ['searched', 0.15, 0.28],
    ['rights-given', 0.7, 0.95],
    ['restrained', 0.02, 0.08],
    ['confirmed', 0.6, 0.95],
    ['disputed', 0.03, 0.16],
    ['start-contested', 0.005, 0.06],
    ['reading-adopted', 0.001, 0.04],
    ['absconded', 0.004, 0.04],
    ['retaken', 0.003, 0.04],
    ['extended', 0.001, 0.02],
    ['warrant-entered', 0.005, 0.03],
    ['station-check', 0.002, 0.03],
    ['bed-sought', 0.25, 0.5],
    ['outside-accepted', 0.01, 0.1],
    ['outside-withdrew', 0.001, 0.02],
    ['police-left', 0.002, 0.02],
  ])('say %s about as often as they should', (kind, least, most) => {
    expect(share(with_(kind))).toBeGreaterThan(least);
    expect(share(with_(kind))).toBeLessThan(most);
  });

  it('put some arrivals right with a reason, and take some handovers back', () => {
    const corrections = histories.flat().filter(({ corrects }) => corrects);
    expect(corrections.filter(({ kind }) => kind === 'arrived').length).toBeGreaterThan(20);
    expect(corrections.filter(({ kind }) => kind === 'recorded-in-error').length).toBeGreaterThan(2);
    expect(corrections.every(({ corrects }) => (corrects?.reason ?? '') !== '')).toBe(true);
    expect(share((facts) => facts.some(({ late }) => late !== undefined))).toBeGreaterThan(0.05);
  });

  it('dispute times by seven to twenty minutes', () => {
    const disputes = histories.flatMap((facts) =>
      allOf(facts, 'disputed').map(({ factId, saysAt }) =>
        Math.abs(minutesBetween(facts.find(({ id }) => id === factId)?.happenedAt ?? '', saysAt)),
      ),
    );
    expect(disputes.length).toBeGreaterThan(30);
    expect(Math.min(...disputes)).toBeGreaterThanOrEqual(7);
    expect(Math.max(...disputes)).toBeLessThanOrEqual(20);
    expect(histories.some((facts) => twoSidedFacts(facts).some(({ mismatch }) => mismatch))).toBe(true);
  });

  it('leave the police station once the conditions have ceased, and go somewhere else', () => {
    const ceased = histories.filter((facts) =>
      allOf(facts, 'station-review').some(({ conditionsStillMet }) => !conditionsStillMet),
    );
    expect(ceased.length).toBeGreaterThan(1);
    for (const facts of ceased) {
      const [last] = allOf(facts, 'arrived').slice(-1);
      if (last?.placeKind === 'police-station')
        expect(firstOf(facts, 'assessment-started', 'outcome')).toBeDefined();
    }
  });

  it('keep to about thirty facts, so that a month is soon lived', () => {
    const told = histories.reduce((sum, facts) => sum + facts.length, 0) / histories.length;
    expect(told).toBeLessThan(30);
    expect(standing(histories[0] ?? []).length).toBeGreaterThan(8);
  });
});
