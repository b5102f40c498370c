import type { Actor, Hold, Refusal } from '@concord/domain';
import { moveHold, refuse, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import type { AreaTransaction, Store } from '../ports';
import { sendAway } from './end-lending';
import { saveHold } from './lender-side';

type Input = Given<CommandOf<'allowLoan'> & { holdId: string }>;

/** The hold as it now is, for whoever has just acted on it. */
export const asItIs = async (tx: AreaTransaction, holdId: string): Promise<Hold> => {
  const hold = await tx.get('hold', holdId);
  if (!hold) throw new Error(`hold ${holdId} is gone`);
  return hold;
};

/**
 * The lender's yes or no to a neighbour's person, where its rules ask for it. A no ends the request and
 * tells the neighbour why. Refuses `hold-ended`, `reason-needed` for a no without one,
 * `not-allowed-in-this-state` where nobody's yes is awaited, and `changed-since-seen`.
 */
export const allowLoan = (store: Store, actor: Actor, input: Input): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('allow-loan', input), async (tx) => {
    const hold = await tx.get('hold', input.holdId);
    if (hold?.across?.side !== 'lends') return notFound('request of a neighbour');
    const answerable = moveHold(hold, 'accepted', tx.now);
    if (refused(answerable)) return answerable;
    if (hold.across.yes !== 'awaited')
      return refuse('not-allowed-in-this-state', 'Nobody is waiting for a yes to this request.');
    if (!input.allowed && input.reason === '')
      return refuse('reason-needed', 'Say why this person cannot be taken.', {
        details: { field: 'reason' },
      });
    const changed = changedSince(hold, input.seenRevision, 'request');
    if (changed) return changed;
    if (input.allowed) await saveHold(tx, { ...hold, across: { ...hold.across, yes: 'given' } });
    else {
      const no = await sendAway(tx, hold.id, nameOf(actor), `the lender said no: ${input.reason}`);
      if (no) return no;
    }
    return asItIs(tx, hold.id);
  });

/** Refuses `yes-needed` while the lender's coordinator has not said yes to a neighbour's person. */
export const yesAwaited = ({ across, incidentRef }: Hold): Refusal | undefined =>
  across?.yes === 'awaited'
    ? refuse('yes-needed', `Our coordinator has still to say yes to ${incidentRef} of ${across.areaName}.`, {
        rule: 'the terms on which the place is lent',
      })
    : undefined;
