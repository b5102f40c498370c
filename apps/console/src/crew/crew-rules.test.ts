import type { Fact, ResourceState, TriageResource } from '@concord/domain';
import { resourceLifecycle } from '@concord/domain';
import { heldPlace } from './held-place';
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
  const at = '2026-11-22T02:00:00.000Z';
  const fact = (kind: Fact['kind'], holdId: string) =>
    ({
      id: `${kind}/${holdId}`,
      kind,
      holdId,
      placeId: 'elm',
      placeName: 'Elm Suite',
      roomName: 'Elm 1',
      happenedAt: at,
      recordedAt: at,
    }) as Fact;

  it('is asked, then accepted', () => {
    expect(heldPlace([fact('hold-requested', 'h')])?.standing).toBe('asked');
    expect(heldPlace([fact('hold-requested', 'h'), fact('hold-accepted', 'h')])?.standing).toBe('accepted');
  });

  it.each(['hold-refused', 'hold-released', 'hold-expired'] as const)('is none after %s', (kind) => {
    expect(heldPlace([fact('hold-requested', 'h'), fact(kind, 'h')])).toBeUndefined();
  });

  it('is the newest, whatever became of the one before', () => {
    const facts = [fact('hold-requested', 'a'), fact('hold-refused', 'a'), fact('hold-requested', 'b')];
    expect(heldPlace(facts)?.standing).toBe('asked');
  });
});
