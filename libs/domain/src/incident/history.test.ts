import { after, blankIncident, details, factAt, history, lived, refusalOf, tell, told } from '../examples';
import { statutoryClocks } from '../law/statutory-clocks';
import { statutoryLimit } from '../law/statutory-limit';
import type { Fact, FactDetail, FactKind } from './fact';
import { firstOf, lastOf, rootOf, standing, stateOf } from './history';
import type { Incident } from './incident';
import { describedBy } from './description';
import type { PersonSaidOf } from './person';
import { unknownPerson } from './person';

const kindsOf = (facts: readonly Fact[]) => standing(facts).map(({ kind }) => kind);
const at = (kind: FactKind, minute: number, toldAt = minute): Fact =>
  factAt<FactDetail>(details[kind], after(minute), { id: `${kind}-${minute}`, recordedAt: after(toldAt) });

describe('what is so', () => {
  it('is in the order in which it happened, not in which it was told', () => {
    const facts = [
      at('opened', 0),
      at('arrived', 40, 50),
      at('advice-sought', 5, 51),
      at('detained', 10, 52),
    ];
    expect(kindsOf(facts)).toEqual(['opened', 'advice-sought', 'detained', 'arrived']);
    expect(stateOf(facts)).toBe('arrived');
  });

  it.each<[string, FactKind[], FactKind[]]>([
    ['a step waits for the one it follows', ['arrived', 'detained'], ['detained', 'arrived']],
    [
      'a whole course in one minute, told backwards',
      ['closed', 'outcome', 'handed-over', 'arrived', 'conveyance-started', 'detained'],
      ['detained', 'conveyance-started', 'arrived', 'handed-over', 'outcome', 'closed'],
    ],
    [
      'a warrant comes before the detention',
      ['detained', 'warrant-entered'],
      ['warrant-entered', 'detained'],
    ],
    ['a note keeps its place', ['noted', 'detained', 'arrived'], ['noted', 'detained', 'arrived']],
    [
      'an escape and a retaking',
      ['retaken', 'absconded', 'arrived', 'detained'],
      ['detained', 'arrived', 'absconded', 'retaken'],
    ],
    ['a merge comes last', ['merged-into', 'detained'], ['detained', 'merged-into']],
  ])('has what happened in one minute in the order in which it can have: %s', (_what, toldAs, expected) => {
    expect(kindsOf(toldAs.map((kind, later) => at(kind, 10, 11 + later)))).toEqual(expected);
  });

  it('has what was told as it happened in the order of telling: an arrival and a transfer in one instant', () => {
    const live = ['detained', 'arrived', 'conveyance-started'] as const;
    const facts = live.map((kind) => at(kind, 10));
    expect(kindsOf(facts)).toEqual(live);
    expect(stateOf(facts)).toBe('conveying');
  });

  it('has what fits only before a step of the same minute before it', () => {
    const station = { ...details.arrived, placeKind: 'police-station' } as const;
    const facts = [
      ...history(['detained', 0], [station, 5]),
      at('conveyance-started', 30, 31),
      at('station-check', 30, 32),
    ];
    expect(kindsOf(facts)).toEqual(['detained', 'arrived', 'station-check', 'conveyance-started']);
  });

  it('keeps a correction where what it corrects was told', () => {
    const [first, second] = [at('noted', 10, 11), at('risk-noted', 10, 12)];
    const correction: Fact = {
      ...at('noted', 10, 20),
      id: 'c',
      corrects: { factId: first.id, reason: 'Name' },
    };
    expect(kindsOf([first, second, correction])).toEqual(['noted', 'risk-noted']);
  });

  it('has somebody kept where they had come before the decision arrive with the decision', () => {
    const kept = { ...details.detained, power: 's136-kept' } as const;
    const facts = history(['opened', 60], [kept, 70], ['arrived', 15]);
    expect(kindsOf(facts)).toEqual(['opened', 'detained', 'arrived']);
    expect(stateOf(facts)).toBe('arrived');
  });

  it('finds the first and the last of some kinds, by when they happened', () => {
    const facts = history(['arrived', 40], ['arrived', 20], ['conveyance-started', 30]);
    expect(firstOf(facts, 'arrived')?.happenedAt).toBe(after(20));
    expect(lastOf(facts, 'arrived', 'conveyance-started')?.kind).toBe('arrived');
    expect(firstOf(facts, 'outcome')).toBeUndefined();
  });

  it('knows a fact by what it was first told as', () => {
    const chain: Fact[] = [
      at('noted', 1),
      { ...at('noted', 2), corrects: { factId: 'noted-1', reason: 'x' } },
      { ...at('noted', 3), corrects: { factId: 'noted-2', reason: 'x' } },
    ];
    for (const fact of chain) expect(rootOf(chain, fact)).toBe('noted-1');
    expect(rootOf(chain, { id: 'elsewhere' })).toBe('elsewhere');
  });
});

describe('two records of one incident', () => {
  const mine = lived(
    blankIncident,
    ['opened', 0],
    ['advice-sought', 5],
    ['detained', 10],
    ['conveyance-started', 12],
    ['arrived', 40],
    ['handed-over', 95],
  );
  const theirs = (...facts: [FactKind, number][]): Fact[] =>
    facts.map(([kind, minute]) => ({
      ...at(kind, minute),
      id: `theirs-${kind}`,
      mergedFrom: { incidentId: 'incident-2', ref: 'HV-1002' },
    }));
  const merged = (incident: Incident, facts: readonly Fact[]): Incident => {
    const noted = told(incident, 'merged-in', 200);
    return { ...noted, facts: [...noted.facts, ...facts] };
  };
  const both = merged(
    mine,
    theirs(
      ['advice-sought', 6],
      ['detained', 11],
      ['arrived', 35],
      ['noted', 36],
      ['assessment-started', 120],
    ),
  );

  it('have their earliest arrival stand, and the clock run from it', () => {
    expect(
      standing(both.facts)
        .filter(({ kind }) => kind === 'arrived')
        .map(({ id }) => id),
    ).toEqual(['theirs-arrived']);
    expect(statutoryLimit(both.facts)).toMatchObject({ startedAt: after(35), startedBy: 'theirs-arrived' });
    expect(stateOf(both.facts)).toBe('assessing');
  });

  it('tell each step once, and everything else that either said', () => {
    expect(kindsOf(both.facts)).toEqual([
      'opened',
      'advice-sought',
      'advice-sought',
      'detained',
      'conveyance-started',
      'arrived',
      'noted',
      'handed-over',
      'assessment-started',
      'merged-in',
    ]);
  });

  it('go on being told as one', () => {
    expect(stateOf(told(both, 'outcome', 300).facts)).toBe('concluded');
    expect(told(both, 'noted', 300).facts).toHaveLength(both.facts.length + 1);
    const late = told(both, 'arrived', 30, { toldAt: 300, corrects: 'fact-5' });
    expect(statutoryLimit(late.facts)).toMatchObject({ startedAt: after(30), startedBy: 'fact-5' });
    const later = told(both, 'arrived', 45, { toldAt: 300, corrects: 'fact-5' });
    expect(statutoryLimit(later.facts)).toMatchObject({ startedAt: after(35) });
  });

  it('do not lose a step to one told late: what could not have happened with it is refused', () => {
    expect(refusalOf(tell(both, 'outcome', 20, { toldAt: 300 }))).toMatchObject({
      code: 'time-impossible',
      details: { precedes: 'arrived' },
    });
  });

  it('do not end a detention because one of them was closed as a diversion', () => {
    const calledTwice = merged(mine, theirs(['diverted', 8]));
    expect(stateOf(calledTwice.facts)).toBe('handed-over');
  });

  it('know of the person what either knew, whichever was opened first', () => {
    const whole = (said: Partial<PersonSaidOf>): FactDetail => ({
      kind: 'person-described',
      said: { ...unknownPerson, ...said },
    });
    const known = whole({ ageYears: 34, ageBasis: 'known', sex: 'female' });
    for (const [own, other] of [
      [known, whole({ interpreter: 'Polish' })],
      [whole({ interpreter: 'Polish' }), known],
    ] as const) {
      const record = merged(told(mine, own, 1, { toldAt: 100 }), [
        {
          ...factAt(other, after(2)),
          id: 'theirs',
          mergedFrom: { incidentId: 'incident-2', ref: 'HV-1002' },
        },
      ]);
      expect(describedBy(record.facts, record.person)).toMatchObject({
        ageYears: 34,
        ageBasis: 'known',
        sex: 'female',
        interpreter: 'Polish',
      });
      expect(statutoryClocks(record).map(({ kind }) => kind)).toEqual(['s136-permitted-period']);
    }
  });

  it('are as they were when they are parted again, with what was put right of the other gone too', () => {
    const corrected = told(both, 'arrived', 33, { toldAt: 250, corrects: 'theirs-arrived' });
    expect(statutoryLimit(corrected.facts)?.startedAt).toBe(after(33));
    const parted = told(corrected, 'unmerged', 260);
    expect(statutoryLimit(parted.facts)).toMatchObject({ startedAt: after(40), startedBy: 'fact-5' });
    expect(stateOf(parted.facts)).toBe('handed-over');
    expect(parted.facts.filter(({ mergedFrom }) => mergedFrom)).toHaveLength(5);
  });

  it('may be merged again: only what is told the second time counts', () => {
    const again = merged(told(both, 'unmerged', 260), [
      { ...at('noted', 36), id: 'again', mergedFrom: { incidentId: 'incident-2', ref: 'HV-1002' } },
    ]);
    expect(
      standing(again.facts)
        .filter(({ mergedFrom }) => mergedFrom)
        .map(({ id }) => id),
    ).toEqual(['again']);
  });

  it('leave the other shut until it is parted, and then as it was', () => {
    const shut = told(mine, 'merged-into', 200);
    expect(stateOf(shut.facts)).toBe('merged');
    expect(refusalOf(tell(shut, 'noted', 150, { toldAt: 210 })).code).toBe('not-allowed-in-this-state');
    expect(statutoryLimit(shut.facts)?.endedAt).toBe(after(200));
    const own = told(shut, 'unmerged', 260);
    expect(stateOf(own.facts)).toBe('handed-over');
    expect(statutoryLimit(own.facts)?.endedAt).toBeNull();
  });
});
