import type { Actor, Instant, LentBy, Observation, Refusal, StatusValue } from '@concord/domain';
import { holdsDuty, isToldAgain, refused, whenObserved } from '@concord/domain';
import { nameOf, notYours } from '../command';
import type { AreaTransaction } from '../ports';

/** How somebody tells of a place: the site's own word or a telephone check, seen now or at a time before. */
export interface Telling {
  readonly source: 'site' | 'telephone';
  readonly observedAt?: Instant | undefined;
}

/**
 * A site speaks for itself; the control room only for what it was told by telephone, and of a neighbour's
 * place not even then: the neighbour's own people say what it is, once, for every area that sees it.
 */
export const mayObserve = (
  actor: Actor,
  of: { readonly placeId: string; readonly lentBy: LentBy | null },
  source: Telling['source'],
): Refusal | undefined => {
  if (of.lentBy) return notYours(`Only ${of.lentBy.areaName} says what its rooms are: ring and ask.`);
  if (actor.placeIds.includes(of.placeId)) return undefined;
  if (source === 'telephone' && holdsDuty(actor, 'control-room', 's136-coordinator')) return undefined;
  return notYours('Only the site says what it is. If you rang them, record it as a telephone check.');
};

/** What is told as it is seen. */
export const seenNow = (tx: AreaTransaction, actor: Actor, source: Telling['source']): Observation => ({
  at: tx.now,
  by: nameOf(actor),
  source,
});

/** The word of whoever tells it, dated. Refuses `time-impossible`. */
export const observation = (
  tx: AreaTransaction,
  actor: Actor,
  { source, observedAt }: Telling,
): Observation | Refusal => {
  const at = whenObserved(observedAt, tx.now);
  return refused(at) ? at : { ...seenNow(tx, actor, source), at };
};

/** Whether this was told before, to the word and the instant: then it is answered alike, and nothing changes. */
export const wasTold = async (
  tx: AreaTransaction,
  placeId: string,
  said: readonly StatusValue[],
  { observedAt }: Telling,
  { at, by, source }: Observation,
): Promise<boolean> =>
  observedAt !== undefined &&
  (await tx.list('told-status', { placeId, observedAt: at })).some((told) =>
    isToldAgain(told, { said, by, source, observedAt: at }),
  );
