import type { Actor, Lending, Refusal } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound, notYours } from '../command';
import type { AreaTransaction, Store } from '../ports';
import { alreadyOver, endLending } from './end-lending';

type Input = Given<CommandOf<'withdrawLending'> & { lendingId: string }>;

const cancelled = async (tx: AreaTransaction, { id, places }: Lending): Promise<void> => {
  const timers = await tx.timers({ placeId: places[0]?.id ?? '' }, 'lending');
  await tx.cancelTimers(timers.filter(({ subject }) => subject === id).map((timer) => timer.id));
};

/**
 * The lender takes its places back, at once. Refuses `not-your-duty` in the borrower's area,
 * `not-allowed-in-this-state` when it is over already, and `changed-since-seen`.
 */
export const withdrawLending = (store: Store, actor: Actor, input: Input): Promise<Lending | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('withdraw-lending', input), async (tx) => {
    const lending = await tx.get('lending', input.lendingId);
    if (!lending) return notFound('lending');
    if (lending.side !== 'lends') return notYours(`Only ${lending.other.areaName} withdraws what it lends.`);
    const no = alreadyOver(lending) ?? changedSince(lending, input.seenRevision, 'lending');
    if (no) return no;
    await cancelled(tx, lending);
    return endLending(tx, lending, { state: 'withdrawn', by: nameOf(actor), reason: input.reason });
  });
