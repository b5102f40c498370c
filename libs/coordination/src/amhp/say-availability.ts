import type { Actor, Availability, Refusal } from '@concord/domain';
import { answerOffer, callFact, openOffer, refused, sayAvailability as said } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { commandInfo, nameOf } from '../command';
import type { AreaTransaction, Store } from '../ports';
import { availabilityOf } from './note-attendance';
import { settle } from './settle';
import { tryWaiting } from './try-waiting';

/** What they are asked for and have not answered goes on to the next: they have said that they cannot take it. */
const passOn = async (tx: AreaTransaction, actor: Actor): Promise<Refusal | undefined> => {
  const who = nameOf(actor);
  for (const request of await tx.list('amhp-request', { state: 'offered' })) {
    if (openOffer(request)?.to.userId !== who.userId) continue;
    const code = 'needs-rest';
    const answered = answerOffer(request, who, { answer: 'declined', at: tx.now, code });
    // One whose time to answer is over lapses by itself.
    if (refused(answered)) continue;
    const fact = callFact(request, { step: 'declined', who, code });
    const settled = await settle(tx, actor, answered, fact, { offerOn: true });
    if (refused(settled)) return settled;
  }
  return undefined;
};

/** Somebody called to assessments says that they rest, or where they set out from. Resting, they pass on what they are asked for. */
export const sayAvailability = (
  store: Store,
  actor: Actor,
  input: Given<CommandOf<'sayAvailability'>>,
): Promise<Availability | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('say-availability', input), async (tx) => {
    const area = await tx.get('area', tx.areaId);
    const districts = (area?.districts ?? []).map(({ name }) => name);
    const availability = said(await availabilityOf(tx, nameOf(actor)), input, { now: tx.now, districts });
    if (refused(availability)) return availability;
    await tx.put('availability', availability);
    const no = input.restingUntil ? await passOn(tx, actor) : undefined;
    if (no) return no;
    await tryWaiting(tx);
    return { ...availability, revision: tx.revision };
  });
