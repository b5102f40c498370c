import type { Actor, Named, Refusal } from '@concord/domain';
import { refuse } from '@concord/domain';
import type { CommandInfo } from './ports';

/** What a command is given: what its route parsed, and the caller's idempotency key if there was one. */
export type Given<Input> = Input & { readonly idempotencyKey?: string | undefined };

export const commandInfo = (name: string, { idempotencyKey, ...content }: Given<object>): CommandInfo => ({
  name,
  idempotencyKey,
  content,
});

export const nameOf = (actor: Actor): Named => ({ userId: actor.userId, name: actor.name });

/** Concord itself, as the author of what the engine does. */
export const CONCORD: Named = { userId: '00000000-0000-0000-0000-000000000000', name: 'Concord' };

export const notFound = (what: string): Refusal =>
  refuse('not-found', `There is no such ${what} in this area.`);

export const notYours = (message: string): Refusal => refuse('not-your-duty', message);

/** Refuses `changed-since-seen`: the author acted on something that is no longer so. `did` says who did what to it, in a sentence. */
export const changedSince = (
  thing: { readonly revision: number },
  seenRevision: number | undefined,
  what: string,
  did = '',
): Refusal | undefined =>
  seenRevision === undefined || thing.revision === seenRevision
    ? undefined
    : refuse(
        'changed-since-seen',
        [`The ${what} has changed since you saw it.`, did, 'Look again, then decide.']
          .filter(Boolean)
          .join(' '),
        { details: { seenRevision, revision: thing.revision, now: thing } },
      );
