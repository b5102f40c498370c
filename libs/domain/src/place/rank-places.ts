import type { RankedDepartment } from './departments';
import { rankDepartments } from './departments';
import type { RankedRoom, RankingFacts } from './rank';
import { rankRooms } from './rank';

/** A place of safety that may be found for a person: a room of a suite, or an emergency department. */
export type RankedPlace = RankedRoom | RankedDepartment;

/**
 * Every place of safety for this incident with its reasons: suite rooms best first, then emergency
 * departments best first. Each kind has its own ranks, for neither stands in for the other: a department
 * sees to the body, and only a room is promised.
 */
export const rankPlaces = (facts: RankingFacts): RankedPlace[] => [
  ...rankRooms(facts),
  ...rankDepartments(facts),
];
