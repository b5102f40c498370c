import type { Actor } from '@concord/domain';
import { dayAndTime, refused, swapAnswered, swapOffered, swapWithdrawn } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { nameOf } from '../command';
import { messageTo } from '../escalation/notify';
import type { Store } from '../ports';
import { changingRota } from './changing-rota';

type OfRota<Input> = Given<Input & { readonly rotaId: string }>;
type OfSwap<Input> = OfRota<Input & { readonly swapId: string }>;

/**
 * Offers a colleague who holds the same duty one's own time on call. Nothing about who is on changes
 * until they accept, and a message tells them that it waits. Refuses `rota-impossible`, naming the field.
 */
export const offerSwap = (store: Store, actor: Actor, input: OfRota<CommandOf<'offerSwap'>>) =>
  changingRota(store, actor, 'offer-swap', input, async (rota, tx, listed) => {
    const to = listed.find(input.to, 'to');
    if (refused(to)) return to;
    const { gives, takes, why } = input;
    const offered = swapOffered(
      rota,
      {
        id: tx.newId(),
        offeredBy: nameOf(actor),
        to: to,
        gives,
        takes,
        why,
        state: 'offered',
        offeredAt: tx.now,
        answeredAt: null,
      },
      tx.now,
    );
    if (refused(offered)) return offered;
    const subject = `On call: a colleague offers you their time from ${dayAndTime(gives.from, tx.now)}, answer in Concord`;
    const about = { escalationId: null, incidentId: null, placeId: null, duty: rota.duty, subject } as const;
    await tx.put('notification', messageTo(tx, to, about));
    return offered;
  });

/** The other's answer; accepted, it is in force. Refuses `not-your-duty` to anybody else. */
export const answerSwap = (store: Store, actor: Actor, input: OfSwap<CommandOf<'answerSwap'>>) =>
  changingRota(store, actor, 'answer-swap', input, (rota, tx) =>
    swapAnswered(rota, { swapId: input.swapId, userId: actor.userId, accepts: input.accepts }, tx.now),
  );

/** Takes back what one offered and nobody has accepted. Refuses `not-your-duty` to anybody else. */
export const withdrawSwap = (store: Store, actor: Actor, input: OfSwap<CommandOf<'withdrawSwap'>>) =>
  changingRota(store, actor, 'withdraw-swap', input, (rota, tx) =>
    swapWithdrawn(rota, { swapId: input.swapId, userId: actor.userId }, tx.now),
  );
