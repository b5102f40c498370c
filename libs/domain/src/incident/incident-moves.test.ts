import * as fc from 'fast-check';
import { after, blankIncident, factAt, factKinds, lived, wayTo } from '../examples';
import { refused } from '../refusal';
import { anyLife, detailFor } from '../test-support/any-life';
import { factsAllowedNow } from './allowed-now';
import type { FactKind } from './fact';
import { standing, stateOf } from './history';
import { isDetained, isOpen } from './incident';
import type { IncidentState } from './incident-moves';
import { allowedFrom, canStandAfter, factMoves, factsAllowedIn, stateAfter } from './incident-moves';
import { recordFact } from './record-fact';

fc.configureGlobal({ seed: 1983 });

const states = Object.keys(wayTo) as IncidentState[];

const begun = lived(blankIncident, 'opened', 'advice-sought');

/** What may be said of an incident that is over: it takes notes and corrections, and starts nothing. */
const saidAfterwards = factKinds.filter((kind) =>
  ['closed', 'diverted'].every((end) => allowedFrom(kind).includes(end as IncidentState)),
);

describe('what may happen next in an incident', () => {
  it.each(states)('can come to be: %s', (state) => {
    expect(stateOf(lived(blankIncident, ...wayTo[state]).facts)).toBe(state);
  });

  it.each(['closed', 'diverted'] as const)('stays %s, whatever is still said of it', (end) => {
    const ways = factsAllowedIn(end).filter((kind) => kind !== 'merged-into');
    for (const kind of ways) expect([kind, stateAfter(end, kind)]).toEqual([kind, end]);
  });

  it('goes on being a record when it is over: notes, confirmations, what comes back, contested starts', () => {
    expect(saidAfterwards).toEqual(
      expect.arrayContaining([
        'noted',
        'confirmed',
        'disputed',
        'person-described',
        'risk-noted',
        'hold-released',
        'car-cleared',
        'merged-in',
      ]),
    );
    expect(factsAllowedIn('closed')).toContain('start-contested');
    expect(factsAllowedIn('closed')).toContain('reading-adopted');
  });

  it.each(['in-error', 'merged'] as const)(
    'lets go of a room and a car when it is %s, and tells no more',
    (state) => {
      const incident = lived(blankIncident, ...wayTo[state]);
      const merged: FactKind[] = state === 'merged' ? ['unmerged'] : [];
      expect(factsAllowedNow(incident).sort()).toEqual(
        ['hold-released', 'hold-expired', 'car-cleared', ...merged].sort(),
      );
    },
  );

  it('can always be brought to an end, from any state', () => {
    const onward = (from: IncidentState): IncidentState[] =>
      factsAllowedIn(from).map((kind) => stateAfter(from, kind));
    const endsFrom = (from: IncidentState): boolean => {
      const seen = new Set([from]);
      for (const state of seen) for (const next of onward(state)) seen.add(next);
      return ['closed', 'diverted', 'in-error', 'merged'].some((end) => seen.has(end as IncidentState));
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
    ['a note on a closed incident', 'closed', 'noted'],
    ['the mark itself taken back, on a record made in error', 'in-error', 'recorded-in-error'],
    ['the retaking of somebody who absconded', 'absconded', 'retaken'],
    ['an extension while the person is absent', 'absconded', 'extended'],
    ['an escape on the way', 'conveying', 'absconded'],
    ['an assessment where somebody was kept', 'detained', 'assessment-started'],
    ['a warrant before the detention', 'advice', 'warrant-entered'],
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
    ['an arrival on a closed incident', 'closed', 'arrived'],
    ['retaking somebody who is there', 'arrived', 'retaken'],
    ['an arrival of somebody who is absent', 'absconded', 'arrived'],
    ['a diversion of somebody detained', 'arrived', 'diverted'],
    ['an extension before anybody is detained', 'advice', 'extended'],
    ['marking a closed record as made in error', 'closed', 'incident-in-error'],
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

  it('says which step can never stand after which, and in no life does one', () => {
    expect(factKinds.filter((kind) => !canStandAfter(kind, 'arrived'))).toEqual(['detained', 'diverted']);
    expect(canStandAfter('arrived', 'handed-over')).toBe(true);
    fc.assert(
      fc.property(anyLife(), (life) => {
        const kinds = standing(life.at(-1)?.after.facts ?? []).map(({ kind }) => kind);
        kinds.forEach((earlier, i) => {
          for (const kind of kinds.slice(i + 1))
            expect([kind, earlier, canStandAfter(kind, earlier)]).toEqual([kind, earlier, true]);
        });
      }),
    );
  });

  it('is what recording obeys, in any life: what it does not allow is refused, with what it does', () => {
    fc.assert(
      fc.property(anyLife(begun), fc.constantFrom(...factKinds), fc.nat(), (life, kind, pick) => {
        const incident = life.at(-1)?.after ?? begun;
        const now = after((life.at(-1)?.now ?? 10) + 1);
        const state = stateOf(incident.facts);
        const allowed = factsAllowedNow(incident);
        const decision = recordFact(incident, factAt(detailFor(kind, incident, pick), now));
        if (!allowed.includes(kind)) {
          const unlawful = kind === 'referred' && isDetained(incident.facts);
          const code = unlawful ? 'unlawful' : 'not-allowed-in-this-state';
          expect(decision).toMatchObject({ code, details: { state, allowed } });
        } else if (refused(decision)) {
          // The law, or something that the fact is about and that is not there; never the table.
          expect(decision.details).not.toHaveProperty('allowed');
        } else {
          expect(decision.facts.slice(0, -1)).toEqual(incident.facts);
          expect(decision.facts.at(-1)?.kind).toBe(kind);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is what the buttons are drawn from: nothing that it forbids is ever offered', () => {
    fc.assert(
      fc.property(anyLife(begun), (life) => {
        const incident = life.at(-1)?.after ?? begun;
        const state = stateOf(incident.facts);
        const offered = factsAllowedNow(incident);
        expect(offered.filter((kind) => !allowedFrom(kind).includes(state))).toEqual([]);
        expect(offered).not.toContain('recorded-in-error');
        expect(offered).not.toContain('opened');
      }),
      { numRuns: 200 },
    );
    expect(factsAllowedNow(blankIncident)).toContain('opened');
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
    ['absconded', true, true],
    ['in-error', false, false],
    ['merged', false, false],
  ])('that is %s is open: %p; the person is detained: %p', (state, open, detained) => {
    const incident = lived(blankIncident, ...wayTo[state]);
    expect([isOpen(incident), isDetained(incident.facts)]).toEqual([open, detained]);
  });
});
