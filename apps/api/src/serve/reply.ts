import type { Entities, EntityKind } from '@concord/contracts';
import { entityKinds, entitySchemas, viewerOf, viewFor } from '@concord/contracts';
import type { Actor } from '@concord/domain';
import { z } from 'zod';
import { notFoundHere } from '../rejection';
import { receiptFor } from './receipt';
import type { ServedRoute } from './served-route';

const kindOf = (schema: unknown): EntityKind | undefined =>
  entityKinds.find((kind) => entitySchemas[kind] === schema);

/** One thing as the caller may see it; nothing when they may not. */
const seenBy = (route: ServedRoute, actor: Actor, kind: EntityKind, answer: unknown): unknown => {
  const viewer = viewerOf(actor);
  if (!viewer) return null;
  const image = answer as Entities[EntityKind];
  const seen = viewFor(viewer, kind, image);
  return seen ?? (route.method === 'POST' ? receiptFor(actor, kind, image) : null);
};

const asSeen = (route: ServedRoute, actor: Actor | undefined, answer: unknown): unknown => {
  const one = kindOf(route.reply);
  const each = route.reply instanceof z.ZodArray ? kindOf(route.reply.element) : undefined;
  if (!one && !each) return answer;
  if (!actor)
    throw new Error(`${route.path} answers with a thing of an area, but not to anybody in particular`);
  if (each)
    return (answer as unknown[])
      .map((thing) => seenBy(route, actor, each, thing))
      .filter((thing) => thing !== null);
  const seen = one ? seenBy(route, actor, one, answer) : null;
  if (seen === null) throw notFoundHere();
  return seen;
};

/**
 * The answer as it leaves: through the caller's view (P7), then through the route's reply schema,
 * which drops whatever it does not name. Throws `not-found` for a thing that the caller may not see.
 */
export const replyTo = (route: ServedRoute, actor: Actor | undefined, answer: unknown): unknown =>
  route.reply.parse(asSeen(route, actor, answer));
