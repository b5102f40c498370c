import type { Instant } from '../instant';
import type { Fact } from './fact';
import { standing } from './history';
import { endsDetention, isDetained } from './incident';

/** Who answers for the person at an instant, and since when. */
export interface Holding {
  readonly by: 'police' | 'place' | 'conveyance' | 'nobody';
  /** The officer, the member of staff who accepted, or how they are conveyed. */
  readonly who: string;
  readonly placeName: string | null;
  readonly since: Instant;
  /** Police have left and nobody has accepted the person: the handover clock runs on. */
  readonly unaccepted: boolean;
}

/**
 * Who is holding the person. Police hold from the detention until somebody at a place accepts by name;
 * leaving before that hands nothing over. A transfer is in the hands of whoever conveys, unless police
 * hold the person still; an arrest puts them back in police hands. Undefined while nobody is detained.
 */
export const holdingAt = (facts: readonly Fact[], at: Instant): Holding | undefined => {
  const until = standing(facts).filter(({ happenedAt }) => happenedAt <= at);
  if (!isDetained(until)) return undefined;
  let holding: Holding | undefined;
  for (const fact of until) holding = after(fact, holding);
  return holding;
};

const after = (fact: Fact, now: Holding | undefined): Holding | undefined => {
  const since = fact.happenedAt;
  switch (fact.kind) {
    case 'detained':
    case 'retaken':
      return { by: 'police', who: fact.officer, placeName: null, since, unaccepted: false };
    case 'conveyance-started':
      return now?.by === 'police'
        ? { ...now, placeName: null }
        : { by: 'conveyance', who: fact.mode, placeName: null, since, unaccepted: false };
    case 'arrested':
      return now && { ...now, by: 'police', who: fact.officer, since, unaccepted: false };
    case 'arrived':
      return now && { ...now, placeName: fact.placeName };
    case 'handed-over':
      return now && { ...now, by: 'place', who: fact.acceptedBy, since, unaccepted: false };
    case 'police-left':
      return now?.by === 'police' ? { ...now, by: 'nobody', who: '', since, unaccepted: true } : now;
    case 'absconded':
      return { by: 'nobody', who: '', placeName: null, since, unaccepted: false };
    default:
      return now;
  }
};

/**
 * Whether a place still has the person, or must keep their room: until they set off from there, arrive
 * elsewhere or the detention ends. Somebody who has absconded may be brought back to it.
 */
export const stillAt = (facts: readonly Fact[], placeId: string): boolean => {
  let there = false;
  let atAPlace = false;
  for (const fact of standing(facts)) {
    if (fact.kind === 'arrived') there = fact.placeId === placeId;
    if (fact.kind === 'conveyance-started' && atAPlace) there = false;
    if (endsDetention(fact)) there = false;
    if (fact.kind === 'arrived') atAPlace = true;
    if (fact.kind === 'conveyance-started' || fact.kind === 'absconded') atAPlace = false;
  }
  return there;
};
