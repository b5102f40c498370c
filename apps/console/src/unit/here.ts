import type { Fact, Side } from '@concord/domain';
import { currentPlaceId, isDetained, lastOf, stateOf, stillAt, twoSidedFacts } from '@concord/domain';

export type Here = 'here' | 'absconded' | 'ended';

/**
 * Why an incident is on a suite's screen: the person is there; they went from there and may be brought
 * back; or it has ended there, and the suite has still to say that it has.
 */
export const hereAt = (facts: readonly Fact[], placeId: string, side: Side): Here | undefined => {
  const state = stateOf(facts);
  if (state === 'absconded') return stillAt(facts, placeId) ? 'absconded' : undefined;
  if (isDetained(facts)) return currentPlaceId(facts) === placeId ? 'here' : undefined;
  if (state !== 'concluded' || lastOf(facts, 'arrived')?.placeId !== placeId) return undefined;
  return twoSidedFacts(facts).some(({ waitingFor }) => waitingFor.includes(side)) ? 'ended' : undefined;
};

export const hereWords: Readonly<Record<Here, string>> = {
  here: 'Here',
  absconded: 'Absconded from here',
  ended: 'Ended, for you to confirm',
};
