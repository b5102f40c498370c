import { createHash } from 'node:crypto';

/** Where an area's chain begins. */
export const CHAIN_START = '0'.repeat(64);

export interface ChainedEntry {
  readonly areaId: string;
  readonly revision: number;
  readonly ordinal: number;
  readonly at: string;
  readonly actor: unknown;
  readonly command: string;
  readonly kind: string;
  readonly entityId: string;
  readonly image: unknown;
}

/**
 * SHA-256 over the previous hash and the entry's own words, one a line. Anybody with the exported
 * journal can compute it again: JSON text survives a parse and a print unchanged.
 */
export const entryHash = (previous: string, entry: ChainedEntry): string =>
  createHash('sha256')
    .update(
      [
        previous,
        entry.areaId,
        entry.revision,
        entry.ordinal,
        entry.at,
        JSON.stringify(entry.actor),
        entry.command,
        entry.kind,
        entry.entityId,
        JSON.stringify(entry.image),
      ].join('\n'),
    )
    .digest('hex');

/** The first entry that does not follow from the one before it, or undefined when the chain is whole. */
export const firstBrokenEntry = (
  entries: readonly (ChainedEntry & { readonly hash: string })[],
  previous: string = CHAIN_START,
): { revision: number; ordinal: number } | undefined => {
  let last = previous;
  let revision = entries[0] ? entries[0].revision - 1 : 0;
  for (const entry of entries) {
    const follows = entry.revision === revision || entry.revision === revision + 1;
    if (!follows || entryHash(last, entry) !== entry.hash)
      return { revision: entry.revision, ordinal: entry.ordinal };
    last = entry.hash;
    revision = entry.revision;
  }
  return undefined;
};
