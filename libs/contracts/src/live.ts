import { z } from 'zod';
import type { EntityKind, Entities } from './entities';
import { entitySchemas } from './entities';
import { id, named, storedInstant } from './scalars';

const images = z.object(
  Object.fromEntries(Object.entries(entitySchemas).map(([kind, schema]) => [kind, z.array(schema)])) as {
    [Kind in EntityKind]: z.ZodArray<z.ZodType<Entities[Kind]>>;
  },
);

/** How the server's time runs, so that every screen counts by it: 1 in life, other rates only in a demo. */
export const demoClock = z.object({ now: storedInstant, rate: z.number(), movable: z.boolean() });

/** Everything on the board as one viewer may see it, complete to `revision`. */
export const boardSnapshot = z.object({
  areaId: id,
  /** Identity of this database: after a restore it changes, and a console starts over. */
  epoch: z.string(),
  revision: z.int(),
  clock: demoClock,
  entities: images,
});
export type BoardSnapshot = z.infer<typeof boardSnapshot>;

const change = z.object({
  kind: z.enum(Object.keys(entitySchemas) as [EntityKind, ...EntityKind[]]),
  id,
  /** The thing as this viewer may see it now; null when they may not (or no longer) see it. */
  image: z.unknown().nullable(),
});

/** One revision of one area: applied only when it is exactly the next (P1). */
export const boardChange = z.object({
  areaId: id,
  revision: z.int(),
  at: storedInstant,
  actor: z.string(),
  command: z.string(),
  changes: z.array(change),
});
export type BoardChange = z.infer<typeof boardChange>;

/** Sent every 2 s: the head revision (so that a silent loss is found), the server's time, the engine's health. */
export const boardPulse = z.object({
  areaId: id,
  revision: z.int(),
  clock: demoClock,
  engine: z.object({
    state: z.enum(['running', 'silent']),
    beatSecondsAgo: z.number().nullable(),
    /** How many things the auditor found wrong with this area's escalations. */
    faults: z.int(),
  }),
});
export type BoardPulse = z.infer<typeof boardPulse>;

export const watchBoard = z.strictObject({
  areaId: id,
  epoch: z.string().nullable(),
  revision: z.int().min(0).nullable(),
});
export type WatchBoard = z.input<typeof watchBoard>;

/** Answer to `watch`: the missing changes, or the whole board when they cannot be given, or a refusal. */
export type WatchReply =
  | { readonly kind: 'snapshot'; readonly snapshot: BoardSnapshot }
  | { readonly kind: 'changes'; readonly changes: readonly BoardChange[]; readonly revision: number }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

/** The one map of socket events, versioned. */
export interface ServerToClient {
  'board.change.v1': (change: BoardChange) => void;
  'board.pulse.v1': (pulse: BoardPulse) => void;
  'board.signed-out.v1': () => void;
}
export interface ClientToServer {
  'board.watch.v1': (watch: WatchBoard, reply: (answer: WatchReply) => void) => void;
}

export const journalEntry = z.object({
  revision: z.int(),
  ordinal: z.int(),
  at: storedInstant,
  actor: named.nullable(),
  command: z.string(),
  kind: z.string(),
  entityId: id,
  image: z.unknown(),
  hash: z.string(),
});
export type JournalEntry = z.infer<typeof journalEntry>;

export const journalPage = z.object({ areaId: id, revision: z.int(), entries: z.array(journalEntry) });
