import type { Travel } from '../agreement/agreement';
import { currentPlaceId } from '../incident/incident';
import type { Incident } from '../incident/incident';
import type { Place, Position } from './place';
import { driveMinutes } from './place';

/** Where they would set off from: the place they are at, or the scene. */
export interface Origin {
  readonly position: Position;
  readonly district: string;
}

/** Where this person would set off from now. */
export const setOffFrom = ({ facts, where }: Incident, places: readonly Place[]): Origin => {
  const here = currentPlaceId(facts);
  return places.find(({ id }) => id === here) ?? where;
};

/** Whole minutes by road: by the area's own table of times where it has one, else by distance. */
export const minutesTo = (
  from: Origin,
  to: { readonly id: string; readonly position: Position },
  travel: Travel,
): number =>
  travel.minutes?.[from.district]?.[to.id] ??
  driveMinutes(from.position, to.position, travel.roadFactor, travel.kmPerHour);
