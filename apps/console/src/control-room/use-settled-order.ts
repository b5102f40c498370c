import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Row } from './row-model';

const SETTLE_MS = 1000;

/** Rows in an order that changes at most once a second, and never within a second of a hand on the board. */
export const useSettledOrder = (rows: readonly Row[]) => {
  const wanted = rows.map(({ id }) => id).join(' ');
  const [settled, setSettled] = useState(wanted);
  const movedAt = useRef(0);
  const touchedAt = useRef(0);

  useEffect(() => {
    if (wanted === settled) return;
    let timer: ReturnType<typeof setTimeout>;
    const tryToSettle = () => {
      const wait = Math.max(movedAt.current, touchedAt.current) + SETTLE_MS - performance.now();
      timer = setTimeout(
        () => {
          if (Math.max(movedAt.current, touchedAt.current) + SETTLE_MS > performance.now())
            return tryToSettle();
          movedAt.current = performance.now();
          setSettled(wanted);
        },
        Math.max(0, wait),
      );
    };
    tryToSettle();
    return () => clearTimeout(timer);
  }, [wanted, settled]);

  const inOrder = useMemo(() => {
    const byId = new Map(rows.map((row) => [row.id, row]));
    const known = settled.split(' ').flatMap((id) => byId.get(id) ?? []);
    const seen = new Set(known.map(({ id }) => id));
    // A new incident is shown at once, at the end, and finds its place when the board next settles.
    return [...known, ...rows.filter(({ id }) => !seen.has(id))];
  }, [rows, settled]);

  const touched = useCallback(() => {
    touchedAt.current = performance.now();
  }, []);
  return { inOrder, touched };
};
