import type { BoardChange, Entities, EntityKind, JournalEntry, Viewer } from '@concord/contracts';
import { entityKinds, isHistoryOnly, viewFor } from '@concord/contracts';

/** Everything that one commit changed. */
export interface Revision {
  readonly revision: number;
  readonly entries: readonly JournalEntry[];
}

/** Journal entries by revision. Throws on a hole: a journal with one is damaged, and no console may be led past it. */
export const revisionsIn = (entries: readonly JournalEntry[], after: number): Revision[] => {
  const revisions: { revision: number; entries: JournalEntry[] }[] = [];
  for (const entry of entries) {
    const last = revisions.at(-1);
    if (last?.revision === entry.revision) last.entries.push(entry);
    else if (entry.revision === (last?.revision ?? after) + 1)
      revisions.push({ revision: entry.revision, entries: [entry] });
    else throw new Error(`the journal has no revision ${(last?.revision ?? after) + 1}`);
  }
  return revisions;
};

const isOnTheBoard = (kind: string): kind is EntityKind =>
  (entityKinds as readonly string[]).includes(kind) && !isHistoryOnly(kind as EntityKind);

/**
 * Whether this viewer may have had it on their board before. A neighbour's place is lost from everybody's
 * view when it is lent no longer, and an incident from that of some, whose own facts tell whether it ever
 * was in it; of anything else unseen they hear nothing at all, not even that it exists.
 */
const mayHaveBeenSeen = (viewer: Viewer, kind: EntityKind, image: Entities[EntityKind]): boolean => {
  if (kind === 'place' || kind === 'room') return (image as Entities['place' | 'room']).lentBy !== null;
  if (kind !== 'incident') return false;
  const incident = image as Entities['incident'];
  return incident.facts.some(
    (_, i) => viewFor(viewer, 'incident', { ...incident, facts: incident.facts.slice(0, i + 1) }) !== null,
  );
};

interface Seen {
  readonly change: BoardChange['changes'][number];
  /** Nothing of it was withheld from this viewer. */
  readonly entirely: boolean;
}

const seenOf = (viewer: Viewer, { kind, entityId: id, image }: JournalEntry): Seen[] => {
  if (!isOnTheBoard(kind)) return [];
  const thing = image as Entities[EntityKind];
  const seen = viewFor(viewer, kind, thing);
  if (seen === null && !mayHaveBeenSeen(viewer, kind, thing)) return [];
  const entirely = seen === thing || JSON.stringify(seen) === JSON.stringify(thing);
  return [{ change: { kind, id, image: seen }, entirely }];
};

/**
 * One revision as one viewer may see it. Every viewer gets every revision, so that a missing number
 * always means a lost message. Who did what is said only to those from whom something in it is not
 * withheld: that a room is taken is everybody's business, by whom is not.
 */
export const changeFor = (viewer: Viewer, areaId: string, { revision, entries }: Revision): BoardChange => {
  const seen = entries.flatMap((entry) => seenOf(viewer, entry));
  const [first] = entries;
  const told = seen.some(({ entirely }) => entirely);
  return {
    areaId,
    revision,
    at: first?.at ?? '',
    actor: told ? (first?.actor?.name ?? 'Concord') : '',
    command: told ? (first?.command ?? '') : '',
    changes: seen.map(({ change }) => change),
  };
};
