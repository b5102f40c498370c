import type { Entities, EntityKind } from '@concord/contracts';
import type { Actor } from '@concord/domain';

type Receipt<Kind extends EntityKind> = (author: Actor, image: Entities[Kind]) => Entities[Kind];

const asItIs = <Image>(_author: Actor, image: Image): Image => image;

/**
 * What an author is handed back of a thing that their view does not show them: what they themselves
 * have just said and its outcome, never what others said about it. A crew that asks for a room or an
 * AMHP gets its receipt; who was asked in turn stays with the control room.
 */
const receipts: { readonly [Kind in EntityKind]?: Receipt<Kind> } = {
  hold: asItIs,
  incident: (author, incident) => ({
    ...incident,
    facts: incident.facts.filter((fact) => fact.by.userId === author.userId),
  }),
  'amhp-request': (_author, request) => ({ ...request, offers: [], assigned: null }),
};

export const receiptFor = <Kind extends EntityKind>(
  author: Actor,
  kind: Kind,
  image: Entities[Kind],
): Entities[Kind] | null => {
  const receipt = receipts[kind];
  return receipt?.(author, image) ?? null;
};
