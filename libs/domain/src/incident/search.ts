import type { Fact, FactOf } from './fact';
import { allOf, lastOf, rootOf, standing, stateOf } from './history';
import { isDetained } from './incident';
import type { RefusalReason } from '../place/hold';

/** Whether a place is still to be found, or may be: before the decision to detain, and under detention. */
const isLookedFor = (facts: readonly Fact[]): boolean => isDetained(facts) || stateOf(facts) === 'advice';

/** The last word on whose task the search is, while nobody has taken the person since. */
const lastWord = (facts: readonly Fact[]): FactOf<'search-owed' | 'search-handed-back'> | undefined => {
  const last = lastOf(
    facts,
    'search-owed',
    'search-handed-back',
    'hold-accepted',
    'outside-accepted',
    'arrived',
  );
  const isOfTheSearch = last?.kind === 'search-owed' || last?.kind === 'search-handed-back';
  return isOfTheSearch && isLookedFor(facts) ? last : undefined;
};

/** Whether a suite that refuses for this reason finds the next place itself, by the incident's agreement. */
export const refuserFindsNext = (
  { facts }: { readonly facts: readonly Fact[] },
  agreement: { readonly refuserFindsNext: readonly RefusalReason[] },
  reason: RefusalReason,
): boolean => agreement.refuserFindsNext.includes(reason) && isLookedFor(facts);

/**
 * The suite that owes the search for the next place, by its own refusal (local agreement,
 * `refuserFindsNext`). Where two have refused it is the last, which knows most. It owes it until somebody
 * takes the person, they arrive anywhere, it hands the task back, or nobody is looked for any more. A
 * promise that lapses afterwards is the control room's to make good: the suite has done what it owed.
 */
export const searchOwed = (facts: readonly Fact[]): FactOf<'search-owed'> | undefined => {
  const last = lastWord(facts);
  return last?.kind === 'search-owed' ? last : undefined;
};

/** The handing back of a search that nobody has ended since: its clock goes on for the control room. */
export const searchHandedBack = (facts: readonly Fact[]): FactOf<'search-handed-back'> | undefined => {
  const last = lastWord(facts);
  return last?.kind === 'search-handed-back' ? last : undefined;
};

/** The place outside the network that takes the person, until they are somewhere or it takes them no longer. */
export const outsidePlace = (facts: readonly Fact[]): FactOf<'outside-accepted'> | undefined => {
  const last = lastOf(facts, 'outside-accepted', 'outside-withdrew', 'hold-accepted', 'arrived');
  return last?.kind === 'outside-accepted' ? last : undefined;
};

/** A place outside the network by the id it has on this incident, whether or not it takes them still. */
export const knownOutside = (
  facts: readonly Fact[],
  placeId: string,
): FactOf<'outside-accepted'> | undefined =>
  standing(facts).findLast(
    (fact): fact is FactOf<'outside-accepted'> =>
      fact.kind === 'outside-accepted' && fact.placeId === placeId,
  );

/** The acceptance by another place for which a hold was given back, if that is why it ended. */
export const acceptedInstead = (
  facts: readonly Fact[],
  holdId: string,
): FactOf<'hold-accepted'> | undefined => {
  const ended = facts.findLastIndex((fact) => fact.kind === 'hold-released' && fact.holdId === holdId);
  const given = facts[ended];
  const before = facts.slice(0, Math.max(0, ended));
  const accepted = before.findLast((fact): fact is FactOf<'hold-accepted'> => fact.kind === 'hold-accepted');
  return accepted && accepted.holdId !== holdId && accepted.recordedAt === given?.recordedAt
    ? accepted
    : undefined;
};

/** Whether the person has arrived anywhere since a suite refused them. */
export const hasArrivedSince = (facts: readonly Fact[], refusedHoldId: string): boolean => {
  const inOrder = standing(facts);
  const refusal = inOrder.findIndex((fact) => fact.kind === 'hold-refused' && fact.holdId === refusedHoldId);
  return refusal >= 0 && inOrder.slice(refusal).some(({ kind }) => kind === 'arrived');
};

/** Whether an arrival that stands was told after a room was asked for: it, and no other, may have kept that promise. */
export const isKeptByArrival = (facts: readonly Fact[], holdId: string): boolean => {
  const asked = facts.findIndex((fact) => 'holdId' in fact && fact.holdId === holdId);
  const told = allOf(facts, 'arrived').map((arrival) => rootOf(facts, arrival));
  return facts.slice(asked + 1).some(({ id }) => told.includes(id));
};
