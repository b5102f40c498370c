import type { Fact } from '@concord/domain';
import { lastOf, outsidePlace } from '@concord/domain';

export interface HeldPlace {
  readonly placeId: string;
  readonly name: string;
  readonly standing: 'asked' | 'accepted';
  /** Of a place outside the network; that of one of the area's own is on the board. */
  readonly telephone?: string;
}

/** The room that is held for this job, told by the incident's facts: a crew does not see holds themselves. */
export const heldPlace = (facts: readonly Fact[]): HeldPlace | undefined => {
  const outside = outsidePlace(facts);
  if (outside) {
    const { placeId, placeName, telephone } = outside;
    return { placeId, name: placeName, standing: 'accepted', telephone };
  }
  const asked = lastOf(facts, 'hold-requested');
  if (!asked) return undefined;
  const ended = facts.some(
    (fact) =>
      'holdId' in fact &&
      fact.holdId === asked.holdId &&
      (fact.kind === 'hold-refused' || fact.kind === 'hold-released' || fact.kind === 'hold-expired'),
  );
  if (ended) return undefined;
  const accepted = facts.some((fact) => fact.kind === 'hold-accepted' && fact.holdId === asked.holdId);
  return {
    placeId: asked.placeId,
    name: `${asked.placeName}, ${asked.roomName}`,
    standing: accepted ? 'accepted' : 'asked',
  };
};
