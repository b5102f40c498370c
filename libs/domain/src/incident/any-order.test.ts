import * as fc from 'fast-check';
import { runsOf } from '../agreement/clock-run';
import { after, agreement, blankIncident } from '../examples';
import { statutoryClocks } from '../law/statutory-clocks';
import { plusMinutes } from '../instant';
import { refused } from '../refusal';
import { anyLife } from '../test-support/any-life';
import type { Fact } from './fact';
import { rootOf, standing, stateOf } from './history';
import { holdingAt } from './holding';
import type { Incident } from './incident';
import { describedBy } from './description';
import { recordFact } from './record-fact';
import { twoSidedFacts } from './two-agencies';

fc.configureGlobal({ seed: 1983 });

/** Told in the evening of the third day, from paper. */
const EVENING = after(3 * 24 * 60);

/**
 * The facts of a life, each at an instant of its own (a twentieth of a second apart): of two things that
 * happened at one instant the order of telling is all there is to go by.
 */
const apart = (facts: readonly Fact[]): Fact[] => {
  const places = new Map(standing(facts).map((fact, index) => [fact.id, index]));
  return facts.map((fact) => {
    const place = places.get(fact.id) ?? 0;
    return { ...fact, happenedAt: plusMinutes(fact.happenedAt, place / 1200) };
  });
};

/** The same facts in another order of telling, each correction after what it corrects. */
const retold = (facts: readonly Fact[], draws: readonly number[]): Fact[] => {
  const waiting = [...facts];
  const told: Fact[] = [];
  for (let i = 0; waiting.length > 0; i += 1) {
    const ready = waiting.filter(
      ({ corrects }) => !corrects || told.some(({ id }) => id === corrects.factId),
    );
    const next = ready[(draws[i % draws.length] ?? 0) % ready.length] as Fact;
    waiting.splice(waiting.indexOf(next), 1);
    told.push({ ...next, recordedAt: plusMinutes(EVENING, told.length) });
  }
  return told;
};

const inOrderOfHappening = (facts: readonly Fact[]): Fact[] => {
  const rank = new Map(
    [...facts].sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1)).map(({ id }, index) => [id, index]),
  );
  const order = [...facts].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  return retold(order, [0]);
};

/** All that anybody goes by: what is so, every clock, the person, who holds them, what the sides say. */
const picture = (facts: readonly Fact[]) => {
  const risks = ({ risks: all, ...person }: Incident['person']) => ({
    ...person,
    risks: all.map(({ recordedAt: _told, ...risk }) => risk),
  });
  return {
    standing: standing(facts).map(({ id }) => id),
    state: stateOf(facts),
    legal: statutoryClocks({ facts }),
    agreed: runsOf({ facts, person: describedBy(facts, blankIncident.person) }, agreement).map(
      ({ threshold, subject, startedAt, stoppedAt }) => [threshold.id, subject, startedAt, stoppedAt],
    ),
    person: risks(describedBy(facts, blankIncident.person)),
    holding: facts.map(({ happenedAt }) => holdingAt(facts, happenedAt)),
    sides: twoSidedFacts(facts).map(({ fact, says, mismatch }) => [rootOf(facts, fact), says, mismatch]),
  };
};

/** Merges are commands: they are told when they happen, and have tests of their own. */
const lives = anyLife().map((life) =>
  (life.at(-1)?.after.facts ?? []).filter(({ kind }) => !/^merged|^unmerged/.test(kind)),
);
const draws = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 50 });

describe('the order in which things are told', () => {
  it('makes no difference: corrections and all, the picture is that of telling them as they happened', () => {
    fc.assert(
      fc.property(lives, draws, (facts, order) => {
        const distinct = apart(facts);
        const { holding: _a, ...one } = picture(retold(distinct, order));
        const { holding: _b, ...other } = picture(inOrderOfHappening(distinct));
        expect(one).toEqual(other);
      }),
      { numRuns: 200 },
    );
  });

  it('makes no difference to who was holding the person at any instant', () => {
    fc.assert(
      fc.property(lives, draws, (facts, order) => {
        const distinct = apart(facts);
        const told = retold(distinct, order);
        for (const { happenedAt } of distinct)
          expect(holdingAt(told, happenedAt)).toEqual(holdingAt(inOrderOfHappening(distinct), happenedAt));
      }),
      { numRuns: 50 },
    );
  });

  it('makes no difference to the record that comes of it, once all of it has been taken', () => {
    let taken = 0;
    fc.assert(
      fc.property(lives, draws, (facts, order) => {
        const distinct = apart(facts);
        // What is refused for now is told again when more is known, as people do.
        let incident = blankIncident;
        let waiting = retold(distinct, order);
        for (let before = -1; before !== waiting.length;) {
          before = waiting.length;
          waiting = waiting.filter((fact) => {
            const next = recordFact(incident, fact);
            if (refused(next)) return true;
            incident = next;
            return false;
          });
        }
        // An order can be of no use: what one fact needs is refused because of another.
        if (waiting.length > 0) return;
        taken += 1;
        const asItHappened = inOrderOfHappening(distinct);
        expect([stateOf(incident.facts), statutoryClocks(incident)]).toEqual([
          stateOf(asItHappened),
          statutoryClocks({ facts: asItHappened }),
        ]);
      }),
      { numRuns: 150 },
    );
    expect(taken).toBeGreaterThan(75);
  });
});
