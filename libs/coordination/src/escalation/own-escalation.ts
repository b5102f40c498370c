import type { Actor, Escalation, Refusal } from '@concord/domain';
import { ownEscalation as owned, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import type { Store } from '../ports';

type Input = Given<CommandOf<'ownEscalation'> & { escalationId: string }>;

/** Somebody takes an escalation on. A click on one that has worsened since is refused: look again first. */
export const ownEscalation = (store: Store, actor: Actor, input: Input): Promise<Escalation | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('own-escalation', input), async (tx) => {
    const escalation = await tx.get('escalation', input.escalationId);
    if (!escalation) return notFound('escalation');
    const decision = owned(escalation, nameOf(actor), tx.now);
    if (refused(decision)) return decision;
    const changed = changedSince(escalation, input.seenRevision, 'escalation');
    if (changed) return changed;
    await tx.put('escalation', decision);
    return { ...decision, revision: tx.revision };
  });
