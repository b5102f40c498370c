import type { Actor, Alternative, Observation, Refusal } from '@concord/domain';
import { confirmPlaces, countPlaces, endOfDaysWork, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import { mayObserve, seenNow } from '../place/observing';
import type { AreaTransaction, Store } from '../ports';

type About = { alternativeId: string };
type Observe = Given<CommandOf<'observeAlternative'> & About>;
type Confirm = Given<CommandOf<'confirmAlternative'> & About>;

const saved = async (
  tx: AreaTransaction,
  decision: Alternative | Refusal,
): Promise<Alternative | Refusal> => {
  if (refused(decision)) return decision;
  await tx.put('alternative', decision);
  return { ...decision, revision: tx.revision };
};

const asSaid = (at: Alternative, { left, shut }: Observe, observed: Observation): Alternative | Refusal => {
  const counted = left === undefined ? at : countPlaces(at, left, observed);
  if (refused(counted) || shut === undefined) return counted;
  const until = endOfDaysWork(at.hours, observed.at);
  return { ...counted, shut: shut && { reason: shut.reason, until, observed } };
};

/**
 * Records how many places an alternative has left, or that it is shut until the end of its day, as an
 * observation with its author, time and source. Refuses `not-your-duty`, `changed-since-seen`,
 * `not-allowed-in-this-state` where no places are counted and `place-unfit` past those it has.
 */
export const observeAlternative = (
  store: Store,
  actor: Actor,
  input: Observe,
): Promise<Alternative | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('observe-alternative', input), async (tx) => {
    const at = await tx.get('alternative', input.alternativeId);
    if (!at) return notFound('alternative');
    const no =
      mayObserve(actor, { placeId: at.id, lentBy: null }, input.source) ??
      changedSince(at, input.seenRevision, 'alternative');
    return no ?? saved(tx, asSaid(at, input, seenNow(tx, actor, input.source)));
  });

/** "Nothing has changed": its places are as shown, from now. */
export const confirmAlternative = (
  store: Store,
  actor: Actor,
  input: Confirm,
): Promise<Alternative | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('confirm-alternative', input), async (tx) => {
    const at = await tx.get('alternative', input.alternativeId);
    if (!at) return notFound('alternative');
    return (
      mayObserve(actor, { placeId: at.id, lentBy: null }, input.source) ??
      saved(tx, confirmPlaces(at, seenNow(tx, actor, input.source)))
    );
  });
