import type { Fact } from '../incident/fact';
import { rootOf, standing } from '../incident/history';
import { currentPlaceId } from '../incident/incident';
import { searchOwed } from '../incident/search';

/**
 * The place that a wait is about, given the fact that started it: the one that was asked for a room, the
 * one that owes the search now, else the one where the person is. Null while they are at none.
 */
export const placeAbout = (facts: readonly Fact[], subject: string): string | null => {
  const start = standing(facts).find((fact) => rootOf(facts, fact) === subject);
  if (start?.kind === 'search-owed') return searchOwed(facts)?.placeId ?? start.placeId;
  return start && 'holdId' in start ? start.placeId : currentPlaceId(facts);
};
