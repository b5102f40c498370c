import type { BoardSnapshot, Entities, EntityKind, JournalEntry } from '@concord/contracts';
import { entityKinds, entitySchemas } from '@concord/contracts';
import { holdIsLive, isOpen, requestIsLive } from '@concord/domain';

type Images = { readonly [Kind in EntityKind]: Map<string, Entities[Kind]> };

/** A thing that has run its course is let go of, so that a year of incidents takes no more room than a day. */
const isOver: { readonly [Kind in EntityKind]?: (image: Entities[Kind]) => boolean } = {
  incident: (incident) => !isOpen(incident),
  hold: (hold) => !holdIsLive(hold),
  'amhp-request': (request) => !requestIsLive(request),
  escalation: (escalation) => escalation.resolvedAt !== null,
  notification: () => true,
  'told-status': () => true,
};

export interface Changed {
  readonly kind: EntityKind;
  readonly id: string;
  readonly image: Entities[EntityKind];
}

/** What is on the board now, kept from the journal: complete to `revision`, live things only. */
export class Mirror {
  revision = 0;
  private readonly images = Object.fromEntries(
    entityKinds.map((kind) => [kind, new Map()]),
  ) as unknown as Images;

  load(snapshot: BoardSnapshot): void {
    for (const kind of entityKinds) {
      for (const image of snapshot.entities[kind]) this.keep(kind, image.id, image);
    }
    this.revision = snapshot.revision;
  }

  /** Takes in one journal entry and says what it changed. */
  apply(entry: JournalEntry): Changed | undefined {
    const kind = entityKinds.find((known) => known === entry.kind);
    this.revision = entry.revision;
    if (!kind) return undefined;
    const image = entitySchemas[kind].parse(entry.image);
    this.keep(kind, entry.entityId, image);
    return { kind, id: entry.entityId, image };
  }

  get<Kind extends EntityKind>(kind: Kind, id: string): Entities[Kind] | undefined {
    return this.images[kind].get(id);
  }

  all<Kind extends EntityKind>(kind: Kind): Entities[Kind][] {
    return [...this.images[kind].values()];
  }

  find<Kind extends EntityKind>(
    kind: Kind,
    is: (image: Entities[Kind]) => boolean,
  ): Entities[Kind] | undefined {
    for (const image of this.images[kind].values()) if (is(image)) return image;
    return undefined;
  }

  private keep<Kind extends EntityKind>(kind: Kind, id: string, image: Entities[Kind]): void {
    const over = isOver[kind];
    if (over?.(image)) this.images[kind].delete(id);
    else this.images[kind].set(id, image);
  }
}
