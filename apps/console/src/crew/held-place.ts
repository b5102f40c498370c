import type { Fact, Instant } from '@concord/domain';
import { plusMinutes } from '@concord/domain';

export interface HeldPlace {
  readonly holdId: string;
  readonly placeId: string;
  readonly name: string;
  readonly standing: 'asked' | 'accepted';
  /** When the answer is due, or, once accepted, from when they can be taken if not at once. */
  readonly answerBy: Instant;
  readonly notBefore: Instant | undefined;
}

const ends: readonly Fact['kind'][] = ['hold-refused', 'hold-released', 'hold-expired'];

/**
 * The rooms that are asked for or promised for this job, told by the incident's facts: a crew does not
 * see holds themselves. One that has accepted stands alone; else all that were asked, in that order.
 */
export const heldPlaces = (facts: readonly Fact[], answerMinutes: number): readonly HeldPlace[] => {
  const held = new Map<string, HeldPlace>();
  for (const fact of facts) {
    if (fact.kind === 'hold-requested') {
      held.set(fact.holdId, {
        holdId: fact.holdId,
        placeId: fact.placeId,
        name: `${fact.placeName}, ${fact.roomName}`,
        standing: 'asked',
        answerBy: plusMinutes(fact.happenedAt, answerMinutes),
        notBefore: undefined,
      });
    }
    const known = 'holdId' in fact ? held.get(fact.holdId) : undefined;
    if (!known) continue;
    if (fact.kind === 'hold-extended') held.set(known.holdId, { ...known, answerBy: fact.until });
    if (fact.kind === 'hold-accepted')
      held.set(known.holdId, { ...known, standing: 'accepted', notBefore: fact.notBefore });
    if (ends.includes(fact.kind)) held.delete(known.holdId);
  }
  const all = [...held.values()];
  const accepted = all.find(({ standing }) => standing === 'accepted');
  return accepted ? [accepted] : all;
};
