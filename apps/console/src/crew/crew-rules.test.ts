import type { Fact, ResourceState, TriageResource } from '@concord/domain';
import { resourceLifecycle } from '@concord/domain';
import { heldPlaces } from './held-place';
import { nextStates } from './next-state';

const car = (state: ResourceState) => ({ callsign: 'T1', state }) as TriageResource;
const states = Object.keys(resourceLifecycle) as ResourceState[];

describe("a crew's next state", () => {
  it.each(states)('from %s: one large button and the rest, all of them allowed, none missing', (state) => {
    const { next, others } = nextStates(car(state));
    expect([next, ...others].sort()).toEqual([...resourceLifecycle[state]].sort());
  });

  it('is the one that usually follows', () => {
    expect(nextStates(car('en-route')).next).toBe('on-scene');
    expect(nextStates(car('on-scene')).next).toBe('conveying');
  });
});

describe('the place a crew is told of', () => {
  const fact = (kind: Fact['kind'], holdId: string, more: object = {}) =>
    ({
      id: `${kind}/${holdId}`,
      kind,
      holdId,
      placeId: holdId,
      placeName: `Suite ${holdId}`,
      roomName: 'Room 1',
      happenedAt: '2026-11-22T02:00:00.000Z',
      recordedAt: '2026-11-22T02:00:00.000Z',
      ...more,
    }) as Fact;
  const told = (...facts: Fact[]) =>
    heldPlaces(facts, 30).map(({ holdId, standing }) => `${holdId} ${standing}`);

  it('is asked, then accepted', () => {
    expect(told(fact('hold-requested', 'a'))).toEqual(['a asked']);
    expect(told(fact('hold-requested', 'a'), fact('hold-accepted', 'a'))).toEqual(['a accepted']);
  });

  it.each(['hold-refused', 'hold-released', 'hold-expired'] as const)('is none after %s', (kind) => {
    expect(told(fact('hold-requested', 'a'), fact(kind, 'a'))).toEqual([]);
  });

  it('is every suite that has been asked and has not answered, until one has accepted', () => {
    const both = [fact('hold-requested', 'a'), fact('hold-requested', 'b')];
    expect(told(...both)).toEqual(['a asked', 'b asked']);
    expect(told(...both, fact('hold-refused', 'a'))).toEqual(['b asked']);
    expect(told(...both, fact('hold-accepted', 'b'))).toEqual(['b accepted']);
  });

  it('says when the answer is due, also once it was given longer, and from when they are expected', () => {
    const asked = fact('hold-requested', 'a');
    const until = '2026-11-22T03:10:00.000Z';
    expect(heldPlaces([asked], 30)[0]?.answerBy).toBe('2026-11-22T02:30:00.000Z');
    expect(heldPlaces([asked, fact('hold-extended', 'a', { until })], 30)[0]?.answerBy).toBe(until);
    expect(heldPlaces([asked, fact('hold-accepted', 'a', { notBefore: until })], 30)[0]?.notBefore).toBe(
      until,
    );
  });
});
