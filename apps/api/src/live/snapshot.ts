import { createHash } from 'node:crypto';
import type { BoardSnapshot, Entities, EntityKind, Viewer } from '@concord/contracts';
import { entityKinds, viewerKey, viewFor } from '@concord/contracts';
import type { BoardImages, ClockReading } from '@concord/coordination';

/**
 * The identity of one viewer's board of one database. Whoever becomes another viewer (other duties,
 * another person at the same screen) is given a whole board, never changes to somebody else's.
 */
export const epochFor = (viewer: Viewer, databaseEpoch: string): string =>
  createHash('sha256')
    .update(`${databaseEpoch} ${viewerKey(viewer)}`)
    .digest('hex')
    .slice(0, 32);

interface Board {
  readonly areaId: string;
  readonly epoch: string;
  readonly images: BoardImages;
  readonly clock: ClockReading;
}

const seen = <Kind extends EntityKind>(viewer: Viewer, kind: Kind, images: BoardImages): Entities[Kind][] =>
  images.entities[kind].flatMap((image) => viewFor(viewer, kind, image) ?? []);

/** The whole board as one viewer may see it. */
export const snapshotFor = (viewer: Viewer, { areaId, epoch, images, clock }: Board): BoardSnapshot => ({
  areaId,
  epoch: epochFor(viewer, epoch),
  revision: images.revision,
  clock,
  entities: Object.fromEntries(
    entityKinds.map((kind) => [kind, seen(viewer, kind, images)]),
  ) as BoardSnapshot['entities'],
});
