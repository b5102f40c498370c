import type { Instant } from '@concord/domain';
import { useCallback, useState } from 'react';

/** An acceptance tapped while nothing could be sent. It claims nothing: only the server's answer does. */
export interface Unsent {
  readonly requestId: string;
  readonly incidentRef: string;
  readonly seenRevision: number;
  readonly tappedAt: Instant;
  readonly notBefore?: Instant | undefined;
}

const keyOf = (userId: string): string => `concord.unsent-accepts.${userId}`;

const isUnsent = (kept: unknown): kept is Unsent =>
  typeof kept === 'object' &&
  kept !== null &&
  'requestId' in kept &&
  'incidentRef' in kept &&
  'seenRevision' in kept &&
  'tappedAt' in kept;

/** What is kept on this phone; nothing, where what is kept cannot be read. */
const kept = (userId: string): readonly Unsent[] => {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]');
    return Array.isArray(read) ? read.filter(isUnsent) : [];
  } catch {
    return [];
  }
};

/** Acceptances that wait for a connection: kept on the phone for whoever tapped them, through a reload too. */
export const useUnsent = (userId: string) => {
  const [unsent, setUnsent] = useState(() => kept(userId));
  const change = useCallback(
    (how: (before: readonly Unsent[]) => readonly Unsent[]) => {
      const after = how(kept(userId));
      if (after.length === 0) localStorage.removeItem(keyOf(userId));
      else localStorage.setItem(keyOf(userId), JSON.stringify(after));
      setUnsent(after);
    },
    [userId],
  );
  const keep = useCallback((one: Unsent) => change((before) => [...before, one]), [change]);
  const forget = useCallback(
    ({ requestId }: Unsent) => change((before) => before.filter((one) => one.requestId !== requestId)),
    [change],
  );
  return { unsent, keep, forget };
};
