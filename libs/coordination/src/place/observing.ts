import type { Actor, Observation, Refusal } from '@concord/domain';
import { holdsDuty } from '@concord/domain';
import { nameOf, notYours } from '../command';
import type { AreaTransaction } from '../ports';

type Source = 'site' | 'telephone';

/** A site speaks for itself; the control room only for what it was told by telephone. */
export const mayObserve = (actor: Actor, placeId: string, source: Source): Refusal | undefined => {
  if (actor.placeIds.includes(placeId)) return undefined;
  if (source === 'telephone' && holdsDuty(actor, 'control-room', 's136-coordinator')) return undefined;
  return notYours('Only the site says what it is. If you rang them, record it as a telephone check.');
};

export const observation = (tx: AreaTransaction, actor: Actor, source: Source): Observation => ({
  at: tx.now,
  by: nameOf(actor),
  source,
});
