import type { BoardChange, BoardSnapshot, Entities, EntityKind } from '@concord/contracts';
import { entityKinds, entitySchemas } from '@concord/contracts';

export type Shelves = { readonly [Kind in EntityKind]: ReadonlyMap<string, Entities[Kind]> };

/** What the screens see: everything complete to one revision, replaced whole and never edited. */
export interface PublishedBoard {
  readonly epoch: string | null;
  readonly revision: number | null;
  readonly shelves: Shelves;
}

/** `applied`: now one revision further. `old`: already had it. `gap`: something between is missing. */
export type Verdict = 'applied' | 'old' | 'gap';

type Thing = Entities[EntityKind];
type WorkingShelves = Map<EntityKind, Map<string, Thing>>;

const emptyShelves = (): WorkingShelves =>
  new Map(entityKinds.map((kind) => [kind, new Map<string, Thing>()]));

/** One map type per kind at the outside, one map of maps within: this is the only place where they meet. */
const asShelves = (shelves: WorkingShelves): Shelves => Object.fromEntries(shelves) as unknown as Shelves;

/**
 * The live board of one area. It moves only from one revision to the very next, or by a whole
 * snapshot, so it is always some true past state of the board and knows which (P1).
 */
export const createBoardStore = (requestFlush: (publish: () => void) => void) => {
  let epoch: string | null = null;
  let revision: number | null = null;
  let working = emptyShelves();
  const dirty = new Set<EntityKind>();
  const listeners = new Set<() => void>();
  let published: PublishedBoard = { epoch, revision, shelves: asShelves(emptyShelves()) };

  const publish = () => {
    const shelves = { ...published.shelves } as Record<EntityKind, ReadonlyMap<string, Thing>>;
    for (const kind of dirty) shelves[kind] = new Map(working.get(kind));
    dirty.clear();
    published = { epoch, revision, shelves: shelves as unknown as Shelves };
    for (const listener of listeners) listener();
  };

  return {
    revision: () => revision,
    epoch: () => epoch,
    published: () => published,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    replace: (snapshot: BoardSnapshot) => {
      ({ epoch, revision } = snapshot);
      working = emptyShelves();
      for (const kind of entityKinds) {
        for (const thing of snapshot.entities[kind]) working.get(kind)?.set(thing.id, thing);
        dirty.add(kind);
      }
      requestFlush(publish);
    },

    /** Throws, having changed nothing, when an image is not of the shape its kind should have. */
    apply: (change: BoardChange): Verdict => {
      if (revision === null) return 'gap';
      if (change.revision <= revision) return 'old';
      if (change.revision !== revision + 1) return 'gap';
      const read = change.changes.map(({ kind, id, image }) => ({
        kind,
        id,
        thing: image === null ? null : entitySchemas[kind].parse(image),
      }));
      for (const { kind, id, thing } of read) {
        if (thing) working.get(kind)?.set(id, thing);
        else working.get(kind)?.delete(id);
        dirty.add(kind);
      }
      revision = change.revision;
      requestFlush(publish);
      return 'applied';
    },
  };
};

export type BoardStore = ReturnType<typeof createBoardStore>;
