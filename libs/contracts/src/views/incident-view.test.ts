import * as fc from 'fast-check';
import type { Fact, FactKind } from '@concord/domain';
import { searchOwed } from '@concord/domain';
import {
  amhp,
  car,
  colleague,
  controller,
  elm,
  entities,
  factKinds,
  facts,
  oak,
  scene,
  uid,
} from '../examples';
import { viewFor } from './view';
import type { Viewer } from './viewer';

fc.configureGlobal({ seed: 1983 });

const suiteAt = (placeId: string): Viewer => ({ audience: 'suite', placeIds: [placeId] });
const ada: Viewer = { audience: 'amhp', userId: amhp.userId };
const tr1: Viewer = { audience: 'crew', resourceIds: [car] };

const seen = (viewer: Viewer, ...history: readonly Fact[]) =>
  viewFor(viewer, 'incident', { ...entities.incident, facts: history });

/** The same fact about another place, person or car. */
const atOak = <Kind extends 'hold-requested' | 'hold-refused' | 'hold-released' | 'arrived'>(kind: Kind) => ({
  ...facts[kind],
  ...(kind === 'arrived' ? {} : { holdId: uid(33) }),
  placeId: oak,
});
const toAda = { ...facts['amhp-offered'], to: amhp };
const adaDeclined = { ...facts['amhp-declined'], from: amhp };
const adaLapsed = { ...facts['amhp-offer-lapsed'], from: amhp };
const adaAccepted = { ...facts['amhp-accepted'], amhp };
const adaWithdrew = { ...facts['amhp-withdrew'], amhp };

describe('a suite that owes the search', () => {
  const owed = facts['search-owed'];
  const others = [atOak('hold-requested'), atOak('hold-refused')];

  it('sees the incident, whom it asked and who has refused, but not what they wrote', () => {
    const image = seen(suiteAt(elm), facts['hold-requested'], facts['hold-refused'], owed, ...others);
    const [asked, refusal] = image?.facts.filter((fact) => 'holdId' in fact && fact.placeId === oak) ?? [];
    expect([asked?.kind, refusal?.kind]).toEqual(['hold-requested', 'hold-refused']);
    expect(refusal).toMatchObject({ reason: facts['hold-refused'].reason, rationale: '' });
  });

  it.each([
    ['another has accepted', { ...facts['hold-accepted'], holdId: uid(33), placeId: oak }],
    ['a place outside the network takes them', facts['outside-accepted']],
    ['it has handed the search back', facts['search-handed-back']],
    ['another has refused, and owes it now', { ...owed, placeId: oak }],
  ] as const)('no longer sees it when %s', (_when, fact) => {
    const history = [facts['hold-requested'], facts['hold-refused'], owed, ...others];
    expect(seen(suiteAt(elm), ...history, { ...fact, id: uid(77) })).toBeNull();
  });
});

describe('a suite sees an incident', () => {
  it.each<[string, readonly Fact[], boolean]>([
    ['not before it is asked', [facts.opened, facts.detained], false],
    ['from when it is asked', [facts['hold-requested']], true],
    ['after it has accepted', [facts['hold-requested'], facts['hold-accepted']], true],
    ['no longer once it has refused', [facts['hold-requested'], facts['hold-refused']], false],
    [
      'no longer once the room is given back',
      [facts['hold-requested'], facts['hold-accepted'], facts['hold-released']],
      false,
    ],
    ['no longer once the promise has lapsed', [facts['hold-requested'], facts['hold-expired']], false],
    [
      'again when it is asked again',
      [facts['hold-requested'], facts['hold-refused'], facts['hold-requested']],
      true,
    ],
    ['when they arrive, asked or not', [facts.arrived], true],
    [
      'through the assessment and its outcome',
      [facts.arrived, facts['assessment-started'], facts.outcome, facts.closed],
      true,
    ],
    [
      'while they are on their way to another place',
      [facts.arrived, atOak('hold-requested'), facts['conveyance-started']],
      true,
    ],
    [
      'no longer once they have arrived there',
      [facts['hold-accepted'], facts.arrived, facts['conveyance-started'], atOak('arrived')],
      false,
    ],
    [
      'while its room is kept, although they went to an emergency department first',
      [facts['hold-accepted'], atOak('arrived')],
      true,
    ],
    [
      'no longer when that room is then given back',
      [facts['hold-accepted'], atOak('arrived'), facts['hold-released']],
      false,
    ],
    ['not because another suite was asked', [atOak('hold-requested')], false],
  ])('%s', (_when, history, expected) => {
    expect(seen(suiteAt(elm), ...history) !== null).toBe(expected);
  });

  it('by any of the places a nurse answers for', () => {
    expect(seen({ audience: 'suite', placeIds: [oak, elm] }, facts['hold-requested'])).not.toBeNull();
    expect(seen({ audience: 'suite', placeIds: [] }, facts['hold-requested'])).toBeNull();
  });

  it('without what other suites were asked and answered', () => {
    const history = [atOak('hold-requested'), atOak('hold-refused'), facts['hold-requested'], facts.detained];
    expect(seen(suiteAt(elm), ...history)?.facts).toEqual([facts['hold-requested'], facts.detained]);
  });
});

describe('an AMHP sees an incident', () => {
  it.each<[string, readonly Fact[], boolean]>([
    ['not because an AMHP was asked for', [facts['amhp-requested']], false],
    ['not because a colleague was offered it', [facts['amhp-offered']], false],
    ['from when they are offered it', [toAda], true],
    ['no longer once they have declined', [toAda, adaDeclined], false],
    ['no longer once they have let it lapse', [toAda, adaLapsed], false],
    ['no longer once it is offered to the next', [toAda, adaLapsed, facts['amhp-offered']], false],
    ['again when it comes back to them', [toAda, adaLapsed, facts['amhp-offered'], toAda], true],
    ['to the end, when they have accepted', [toAda, adaAccepted, facts.outcome, facts.closed], true],
    ['no longer once they have withdrawn', [toAda, adaAccepted, adaWithdrew], false],
    ['whatever a colleague answers', [toAda, facts['amhp-declined'], facts['amhp-withdrew']], true],
  ])('%s', (_when, history, expected) => {
    expect(seen(ada, ...history) !== null).toBe(expected);
  });
});

describe('a crew sees an incident', () => {
  it.each<[string, readonly Fact[], boolean]>([
    ['not before it is sent', [facts.opened, facts.detained], false],
    ['from when it is sent', [facts['car-committed']], true],
    ['no longer once it is cleared', [facts['car-committed'], facts['car-cleared']], false],
    [
      'again when it is sent again',
      [facts['car-committed'], facts['car-cleared'], facts['car-committed']],
      true,
    ],
    ['not because another car was sent', [{ ...facts['car-committed'], resourceId: uid(98) }], false],
    [
      'whatever another car does',
      [facts['car-committed'], { ...facts['car-cleared'], resourceId: uid(98) }],
      true,
    ],
  ])('%s', (_when, history, expected) => {
    expect(seen(tr1, ...history) !== null).toBe(expected);
  });
});

/** The same fact, told again and put right. */
const corrected = <Told extends Fact>(told: Told, right: Fact = told): readonly Fact[] => [
  { ...told, id: uid(80) },
  { ...right, id: uid(81), corrects: { factId: uid(80), reason: 'Wrong record.' } },
];
const takenBack = (told: Fact): readonly Fact[] => [
  { ...told, id: uid(80) },
  { ...facts['recorded-in-error'], id: uid(81), corrects: { factId: uid(80), reason: 'Wrong record.' } },
];

describe('what was put right', () => {
  it.each<[string, Viewer, readonly Fact[], boolean]>([
    [
      'a suite that they had not come to after all',
      suiteAt(elm),
      corrected(facts.arrived, atOak('arrived')),
      false,
    ],
    ['the suite that they had come to', suiteAt(oak), corrected(facts.arrived, atOak('arrived')), true],
    ['a suite, of an arrival taken back', suiteAt(elm), takenBack(facts.arrived), false],
    [
      'a crew, of an outcome taken back: its job goes on',
      tr1,
      [facts['car-committed'], ...takenBack(facts.outcome)],
      true,
    ],
  ])('decides who sees it: %s', (_who, viewer, history, expected) => {
    expect(seen(viewer, ...history) !== null).toBe(expected);
  });

  it('tells a crew nothing of what it may not see: not that an outcome or a bed was put right, or why', () => {
    for (const history of [
      takenBack(facts.outcome),
      corrected(facts['bed-found']),
      takenBack(facts['bed-sought']),
    ])
      expect(seen(tr1, facts['car-committed'], ...history)?.facts).toEqual([facts['car-committed']]);
  });

  it('is shown whole to everybody else: the old words, the new, and the reason', () => {
    const history = [facts['hold-requested'], ...corrected(facts['handed-over'])];
    expect(seen(suiteAt(elm), ...history)?.facts).toEqual(history);
  });
});

/** Any history at all, of both suites, both AMHPs and both cars: views must not rest on good order. */
const anyHistory = fc
  .array(fc.record({ kind: fc.constantFrom(...factKinds), other: fc.boolean() }), { maxLength: 30 })
  .map((drawn) =>
    drawn.map(({ kind, other }, index): Fact => {
      const someone = other ? colleague : amhp;
      const about = {
        placeId: other ? oak : elm,
        resourceId: other ? uid(98) : car,
        to: someone,
        from: someone,
      };
      const fact = facts[kind];
      const same = Object.fromEntries(Object.entries(about).filter(([key]) => key in fact));
      return {
        ...fact,
        ...same,
        ...('amhp' in fact && typeof fact.amhp !== 'string' ? { amhp: someone } : {}),
        id: uid(1000 + index),
      } as Fact;
    }),
  );
const ids = (history: readonly Fact[]): string[] => history.map(({ id }) => id);

describe('in any history at all', () => {
  it('the control room sees every line', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        expect(seen({ audience: 'control-room' }, ...history)?.facts).toEqual(history);
      }),
    );
  });

  it('nobody is shown a line that is not there, or in another order', () => {
    const viewers = fc.constantFrom<Viewer>(suiteAt(elm), suiteAt(oak), ada, tr1);
    fc.assert(
      fc.property(viewers, anyHistory, (viewer, history) => {
        const shown = ids(seen(viewer, ...history)?.facts ?? []);
        expect(ids(history).filter((id) => shown.includes(id))).toEqual(shown);
      }),
    );
  });

  it("no suite is shown the address of the scene, where it is to the house, or another suite's hold unless it owes the search", () => {
    fc.assert(
      fc.property(fc.constantFrom(elm, oak), anyHistory, (placeId, history) => {
        const image = seen(suiteAt(placeId), ...history);
        if (!image) return;
        expect(JSON.stringify(image)).not.toContain(scene.text);
        expect(Math.abs(image.where.position.lat - scene.position.lat)).toBeGreaterThan(0.01);
        for (const fact of image.facts) {
          if (!('holdId' in fact) || fact.placeId === placeId) continue;
          expect(searchOwed(history)?.placeId).toBe(placeId);
          expect(fact).not.toMatchObject({ rationale: expect.stringMatching(/./) as unknown });
        }
      }),
    );
  });

  it('no crew is shown an outcome, a bed, anything about AMHPs, or what a suite wrote about the person', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const fact of seen(tr1, ...history)?.facts ?? []) {
          expect(/^(outcome$|amhp-|bed-)/.test(fact.kind)).toBe(false);
          if (fact.kind === 'hold-refused') expect(fact.rationale).toBe('');
        }
      }),
    );
  });

  it('an AMHP who was never offered it, a suite never asked and a crew never sent see nothing', () => {
    const strangers: readonly Viewer[] = [
      { audience: 'amhp', userId: controller.userId },
      suiteAt(uid(97)),
      { audience: 'crew', resourceIds: [uid(96)] },
    ];
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const stranger of strangers) expect(seen(stranger, ...history)).toBeNull();
      }),
    );
  });

  it('nobody sees it whose part is over: refused, declined or cleared last', () => {
    const last: readonly [Viewer, readonly FactKind[]][] = [
      [tr1, ['car-committed', 'car-cleared']],
      [suiteAt(elm), ['hold-requested', 'hold-refused']],
    ];
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const [viewer, kinds] of last) {
          // Another arrival takes the person away from the suite, whatever came before.
          const over = [
            ...history,
            ...[atOak('arrived'), ...kinds.map((kind) => facts[kind])].map((fact, i) => ({
              ...fact,
              id: uid(2000 + i),
            })),
          ];
          expect(seen(viewer, ...over)).toBeNull();
        }
      }),
    );
  });
});
