import type { BoardChange, Entities, EntityKind, JournalEntry, Viewer } from '@concord/contracts';
import { entityKinds, viewFor } from '@concord/contracts';

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

const isOnTheBoard = (kind: string): kind is EntityKind => (entityKinds as readonly string[]).includes(kind);

/**
 * Whether this viewer may have had it on their board before. Only an incident can be lost from view,
 * and its own facts tell whether it ever was in it; of anything else unseen they hear nothing at all,
 * not even that it exists.
 */
const mayHaveBeenSeen = (viewer: Viewer, kind: EntityKind, image: Entities[EntityKind]): boolean => {
  if (kind !== 'incident') return false;
  const incident = image as Entities['incident'];
  return incident.facts.some(
    (_, i) => viewFor(viewer, 'incident', { ...incident, facts: incident.facts.slice(0, i + 1) }) !== null,
  );
};

const changeOf = (viewer: Viewer, entry: JournalEntry): BoardChange['changes'] => {
  if (!isOnTheBoard(entry.kind)) return [];
  const image = entry.image as Entities[EntityKind];
  const seen = viewFor(viewer, entry.kind, image);
  if (seen === null && !mayHaveBeenSeen(viewer, entry.kind, image)) return [];
  return [{ kind: entry.kind, id: entry.entityId, image: seen }];
};

/**
 * One revision as one viewer may see it. Every viewer gets every revision, so that a missing number
 * always means a lost message; who did what is said only to those who see what was done.
 */
export const changeFor = (viewer: Viewer, areaId: string, { revision, entries }: Revision): BoardChange => {
  const changes = entries.flatMap((entry) => changeOf(viewer, entry));
  const [first] = entries;
  return {
    areaId,
    revision,
    at: first?.at ?? '',
    actor: changes.length > 0 ? (first?.actor?.name ?? 'Concord') : '',
    command: changes.length > 0 ? (first?.command ?? '') : '',
    changes,
  };
};
