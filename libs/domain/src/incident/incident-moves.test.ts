import * as fc from 'fast-check';
import { after, blankIncident, details, factAt, factKinds, lived, wayTo } from '../examples';
import { refused } from '../refusal';
import { stateOf } from './history';
import { isDetained, isOpen } from './incident';
import type { IncidentState } from './incident-moves';
import { allowedFrom, factMoves, factsAllowedIn, stateAfter } from './incident-moves';
import type { Incident } from './incident';
import { factsAllowedNow, recordFact } from './record-fact';

fc.configureGlobal({ seed: 1983 });

const states = Object.keys(wayTo) as IncidentState[];

/** Any life that the rules let an incident have, one minute a step; what they refuse is left out. */
const anyLife = fc.array(fc.constantFrom(...factKinds), { maxLength: 40 }).map((wanted) =>
  wanted.reduce<Incident>(
    (incident, kind, index) => {
      const next = recordFact(incident, factAt(details[kind], after(index + 3)));
      return refused(next) ? incident : next;
    },
    lived(blankIncident, 'opened', 'advice-sought'),
  ),
);

describe('what may happen next in an incident', () => {
  it.each(states)('can come to be: %s', (state) => {
    expect(stateOf(lived(blankIncident, ...wayTo[state]).facts)).toBe(state);
  });

  it('ends when it is closed or diverted, and stays ended', () => {
    for (const end of ['closed', 'diverted'] as const) {
      for (const kind of factsAllowedIn(end)) {
        expect(['car-cleared', 'hold-released', 'hold-expired']).toContain(kind);
        expect(stateAfter(end, kind)).toBe(end);
      }
    }
  });

  it('can always be brought to an end, from any state', () => {
    const onward = (from: IncidentState): IncidentState[] =>
      factsAllowedIn(from).map((kind) => stateAfter(from, kind));
    const endsFrom = (from: IncidentState): boolean => {
      const seen = new Set([from]);
      for (const state of seen) for (const next of onward(state)) seen.add(next);
      return seen.has('closed') || seen.has('diverted');
    };
    for (const state of states) expect([state, endsFrom(state)]).toEqual([state, true]);
  });

  it.each([
    ['a place held before the decision to detain', 'advice', 'hold-requested'],
    ['a diversion before detention', 'advice', 'diverted'],
    ['an arrest for an offence before any arrival', 'detained', 'outcome'],
    ['an arrest for an offence on the way', 'conveying', 'outcome'],
    ['a transfer from one place of safety to another', 'handed-over', 'conveyance-started'],
    ['a transfer in the middle of an assessment', 'assessing', 'conveyance-started'],
    ['a police handover after the assessment has begun', 'assessing', 'handed-over'],
    ['an AMHP asked for before arrival', 'conveying', 'amhp-requested'],
    ['a room given back after the incident was diverted', 'diverted', 'hold-released'],
    ['a room given back after the outcome', 'concluded', 'hold-released'],
    ['a car cleared after the incident was closed', 'closed', 'car-cleared'],
  ] as const)('allows %s', (_what, state, kind) => {
    expect(factsAllowedIn(state)).toContain(kind);
  });

  it.each([
    ['detention twice', 'detained', 'detained'],
    ['a diversion after detention', 'detained', 'diverted'],
    ['a handover before arrival', 'conveying', 'handed-over'],
    ['an assessment on the way', 'conveying', 'assessment-started'],
    ['an AMHP request before detention', 'advice', 'amhp-requested'],
    ['arrival where they already are, without a journey', 'arrived', 'arrived'],
    ['a room accepted after the detention has ended', 'concluded', 'hold-accepted'],
    ['a new hold after the detention has ended', 'concluded', 'hold-requested'],
    ['a second outcome', 'concluded', 'outcome'],
    ['closing before the outcome', 'assessing', 'closed'],
    ['detention once diverted', 'diverted', 'detained'],
    ['anything on a closed incident', 'closed', 'arrived'],
  ] as const)('does not allow %s', (_what, state, kind) => {
    expect(factsAllowedIn(state)).not.toContain(kind);
  });

  it('keeps the assessment going when police hand over after it has begun', () => {
    const incident = lived(blankIncident, ...wayTo.assessing, 'handed-over');
    expect(stateOf(incident.facts)).toBe('assessing');
  });
});

describe('the table of moves', () => {
  it('knows every kind of fact, and each leads only to states that it knows', () => {
    expect(Object.keys(factMoves).sort()).toEqual([...factKinds].sort());
    for (const kind of factKinds) {
      expect(allowedFrom(kind).length).toBeGreaterThan(0);
      for (const from of allowedFrom(kind)) expect(states).toContain(stateAfter(from, kind));
    }
  });

  it('is what recording obeys, in any life: what it does not allow is refused, with what it does', () => {
    fc.assert(
      fc.property(anyLife, fc.constantFrom(...factKinds), (incident, kind) => {
        const state = stateOf(incident.facts);
        const allowed = factsAllowedNow(incident);
        const decision = recordFact(incident, factAt(details[kind], after(60)));
        if (allowed.includes(kind)) {
          expect(decision).toMatchObject({ facts: [...incident.facts, { kind }] });
        } else {
          expect(decision).toMatchObject({ code: 'not-allowed-in-this-state', details: { state, allowed } });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is what the buttons are drawn from, less an opening or a handover that has been recorded already', () => {
    fc.assert(
      fc.property(anyLife, (incident) => {
        const last = incident.facts.findLast(({ kind }) => kind === 'handed-over' || kind === 'arrived');
        const said = ['opened', ...(last?.kind === 'handed-over' ? ['handed-over'] : [])];
        expect(factsAllowedNow(incident)).toEqual(
          factsAllowedIn(stateOf(incident.facts)).filter((kind) => !said.includes(kind)),
        );
      }),
    );
    expect(factsAllowedNow(blankIncident)).toContain('opened');
  });

  it('is never left: recorded facts only ever lead to the states it names', () => {
    fc.assert(
      fc.property(anyLife, ({ facts }) => {
        facts.forEach((fact, index) => {
          if (index > 0) expect(allowedFrom(fact.kind)).toContain(stateOf(facts.slice(0, index)));
        });
      }),
    );
  });
});

describe('an incident', () => {
  it.each<[IncidentState, boolean, boolean]>([
    ['advice', true, false],
    ['diverted', false, false],
    ['detained', true, true],
    ['conveying', true, true],
    ['arrived', true, true],
    ['handed-over', true, true],
    ['assessing', true, true],
    ['concluded', true, false],
    ['closed', false, false],
  ])('that is %s is open: %p; the person is detained: %p', (state, open, detained) => {
    const incident = lived(blankIncident, ...wayTo[state]);
    expect([isOpen(incident), isDetained(incident.facts)]).toEqual([open, detained]);
  });
});
