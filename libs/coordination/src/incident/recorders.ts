import type { Actor, FactKind, Refusal } from '@concord/domain';
import { refuse } from '@concord/domain';
import { mayRecord, recordersOf } from '@concord/contracts';

/** `not-your-duty` when a fact of this kind is not this person's to say. Those that commands write are left to the rules. */
export const notTheirsToSay = (actor: Actor, kind: FactKind): Refusal | undefined =>
  mayRecord(actor.duties, kind) || recordersOf(kind).length === 0
    ? undefined
    : refuse('not-your-duty', `"${kind}" is not yours to record.`, {
        details: { mayRecord: recordersOf(kind) },
      });
