import { useEffect, useMemo, useState } from 'react';
import type { Instant } from '@concord/domain';
import { useAll, useBoardRevision, useNow } from '../live/live-context';
import type { FilterName, Row } from './row-model';
import { filters, keepingSame, rowsOf } from './row-model';
import { useSettledOrder } from './use-settled-order';

export interface Frozen {
  readonly rows: readonly Row[];
  readonly since: Instant;
  readonly revision: number;
}

/** The live rows; each row object stays the same one until it says something else. */
const useLiveRows = (): readonly Row[] => {
  const incidents = useAll('incident');
  const agreements = useAll('agreement');
  const holds = useAll('hold');
  const places = useAll('place');
  const rooms = useAll('room');
  const requests = useAll('amhp-request');
  const resources = useAll('resource');
  const now = useNow();
  const fresh = useMemo(
    () => rowsOf({ incidents, agreements, holds, places, rooms, requests, resources }, now),
    [incidents, agreements, holds, places, rooms, requests, resources, now],
  );
  const [kept, setKept] = useState<{ from: readonly Row[]; rows: readonly Row[] }>({
    from: fresh,
    rows: fresh,
  });
  if (kept.from === fresh) return kept.rows;
  const rows = keepingSame(kept.rows, fresh);
  setKept({ from: fresh, rows });
  return rows;
};

export interface BoardRows {
  readonly rows: readonly Row[];
  readonly counts: Readonly<Record<FilterName, number>>;
  readonly frozen: { readonly since: Instant; readonly waiting: number } | undefined;
  readonly toggleFreeze: () => void;
  /** Told of every key press and pointer move on the board: nothing moves under a hand. */
  readonly touched: () => void;
}

const THAW_AFTER_MS = 60_000;

export const useBoardRows = (show: FilterName): BoardRows => {
  const live = useLiveRows();
  const revision = useBoardRevision() ?? 0;
  const now = useNow();
  const [frozen, setFrozen] = useState<Frozen>();
  const { inOrder, touched } = useSettledOrder(live);

  useEffect(() => {
    if (!frozen) return;
    const thaw = setTimeout(() => setFrozen(undefined), THAW_AFTER_MS);
    return () => clearTimeout(thaw);
  }, [frozen]);

  const all = frozen?.rows ?? inOrder;
  const counts = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(filters).map(([name, { fits }]) => [name, all.filter(fits).length]),
      ) as Record<FilterName, number>,
    [all],
  );
  return {
    rows: useMemo(() => all.filter(filters[show].fits), [all, show]),
    counts,
    frozen: frozen && { since: frozen.since, waiting: revision - frozen.revision },
    toggleFreeze: () => setFrozen(frozen ? undefined : { rows: inOrder, since: now, revision }),
    touched,
  };
};
