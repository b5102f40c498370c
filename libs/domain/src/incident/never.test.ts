import * as fc from 'fast-check';
import { blankIncident } from '../examples';
import { LONGEST_EXTENSION_MINUTES } from '../law/extension';
import { statutoryClocks } from '../law/statutory-clocks';
import { statutoryLimit } from '../law/statutory-limit';
import { plusMinutes } from '../instant';
import { refused } from '../refusal';
import type { Told } from '../test-support/any-life';
import { anAttempt, anyLife, factFor } from '../test-support/any-life';
import type { Fact, FactOf } from './fact';
import { standing, stateOf } from './history';
import type { Incident } from './incident';
import { isDetained, presentArrival } from './incident';
import { allowedFrom, leadsSomewhere, stateAfter } from './incident-moves';
import type { IncidentState } from './incident-moves';
import { mustTreatAsUnder18 } from './person';
import { recordFact } from './record-fact';

fc.configureGlobal({ seed: 1983 });

/** Each step of any life, and each life as a whole: what its first steps make of it is a life too. */
const inEveryStep = (holds: (step: Told) => void, numRuns = 120): void =>
  fc.assert(
    fc.property(anyLife(), (life) => life.forEach(holds)),
    { numRuns },
  );
const inEveryLife = (holds: (incident: Incident) => void): void =>
  fc.assert(
    fc.property(anyLife(), (life) => holds(life.at(-1)?.after ?? blankIncident)),
    { numRuns: 150 },
  );

const isA =
  <Kind extends Fact['kind']>(kind: Kind) =>
  (fact: Fact): fact is FactOf<Kind> =>
    fact.kind === kind;

describe('whatever people record, there is never', () => {
  it('a state or a step outside the table', () => {
    inEveryLife((after) => {
      let state: IncidentState = 'advice';
      for (const { kind } of standing(after.facts).filter((fact) => leadsSomewhere(fact.kind))) {
        expect([kind, allowedFrom(kind).includes(state)]).toEqual([kind, true]);
        state = stateAfter(state, kind);
      }
      expect(stateOf(after.facts)).toBe(state);
    });
  });

  it('a detention that nobody was consulted about, or that no warrant carries', () => {
    inEveryLife((after) => {
      const facts = standing(after.facts);
      const detained = facts.find(isA('detained'));
      if (!detained) return;
      const by = ({ happenedAt }: Fact) => happenedAt <= detained.happenedAt;
      const entered = facts.filter(isA('warrant-entered')).filter(by);
      const carried = {
        s136: facts.some(isA('advice-not-practicable')) || facts.filter(isA('advice-sought')).some(by),
        's135-1': entered.some(({ warrant }) => warrant === 's135-1'),
        's135-2': entered.some(({ warrant }) => warrant === 's135-2'),
      };
      const [power = 's136'] = (['s136', 's135-1', 's135-2'] as const).filter((one) =>
        detained.power.startsWith(one),
      );
      expect([power, carried[power]]).toEqual([power, true]);
    });
  });

  it('anybody taken to a police station under 18 or without grounds, unless it is recorded as unlawful and alarms', () => {
    let stations = 0;
    inEveryStep(({ before, fact, after }) => {
      if (fact.kind !== 'arrived' || fact.placeKind !== 'police-station') return;
      stations += 1;
      if (fact.unlawfulBecause) {
        if (presentArrival(after.facts) === fact)
          expect(statutoryClocks(after).map(({ kind }) => kind)).toContain('station-conditions-ceased');
        return;
      }
      expect(fact.policeStation?.authorisedBy.name).toBeTruthy();
      const old = before.facts.find(({ id }) => id === fact.corrects?.factId);
      const wasThere = old?.kind === 'arrived' && old.placeKind === 'police-station';
      if (!wasThere) expect(mustTreatAsUnder18(before.person)).toBe(false);
    }, 300);
    expect(stations).toBeGreaterThan(30);
  });

  it('a fact removed, or changed, or told in place of another: the record only grows', () => {
    inEveryStep(({ before, fact, after }) => {
      expect(after.facts).toHaveLength(before.facts.length + 1);
      expect(after.facts.at(-1)).toBe(fact);
      expect(before.facts.every((one, index) => after.facts[index] === one)).toBe(true);
    });
  });

  it('anything but the facts and the person changed, nor anything at all by what is refused', () => {
    fc.assert(
      fc.property(anyLife(), anAttempt, (life, attempt) => {
        const { after: incident = blankIncident, now = 10 } = life.at(-1) ?? {};
        const was = structuredClone(incident);
        const next = recordFact(incident, factFor(incident, attempt, now + 1, 'one-more'));
        expect(incident).toEqual(was);
        if (!refused(next))
          expect({ ...next, facts: [], person: null }).toEqual({ ...was, facts: [], person: null });
      }),
      { numRuns: 200 },
    );
  });

  it('a move, a retaking or an extension when the power for it had ended by what was then on record', () => {
    inEveryStep(({ before, fact }) => {
      if (fact.corrects) return;
      const limit = statutoryLimit(before.facts);
      if (!limit || limit.endedAt !== null || fact.happenedAt < limit.startedAt) return;
      if (fact.kind === 'conveyance-started' || fact.kind === 'retaken')
        expect(fact.happenedAt < limit.endsAt).toBe(true);
      if (fact.kind === 'extended') {
        expect(fact.happenedAt < plusMinutes(limit.startedAt, 24 * 60)).toBe(true);
        expect(limit.extendedByMinutes + fact.minutes <= LONGEST_EXTENSION_MINUTES).toBe(true);
      }
    });
  });

  it('a fact of the future', () => {
    inEveryStep(({ fact }) => {
      expect(fact.happenedAt <= fact.recordedAt).toBe(true);
    });
  });

  it('a clock still running for somebody whom nobody detains', () => {
    inEveryLife((after) => {
      const limit = statutoryLimit(after.facts);
      if (!isDetained(after.facts) && limit) expect(limit.endedAt).not.toBeNull();
    });
  });
});
