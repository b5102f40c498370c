import type { KeyboardEvent } from 'react';
import { useCallback, useRef, useState } from 'react';

/** The cell that has the focus: a row and a column. */
export interface GridAt {
  readonly row: number;
  readonly column: number;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * One cell of a grid is reached by Tab, the others from it by arrows, Home and End (WAI-ARIA grid). Other
 * keys go to `act`, which says whether it knew them.
 */
export const useGridKeys = (rows: number, columns: number, act: (key: string, at: GridAt) => boolean) => {
  const [wanted, setAt] = useState<GridAt>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const at = { row: Math.min(wanted.row, rows - 1), column: Math.min(wanted.column, columns - 1) };
  const cellAt = ({ row, column }: GridAt) =>
    table.current?.querySelector<HTMLElement>(`[data-at="${row}/${column}"]`) ?? undefined;
  const focus = useCallback((to: GridAt) => {
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-at="${to.row}/${to.column}"]`)?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [down, right] = steps[event.key] ?? [0, 0];
    const moved: GridAt | undefined =
      down !== 0 || right !== 0
        ? {
            row: Math.min(Math.max(at.row + down, 0), rows - 1),
            column: Math.min(Math.max(at.column + right, 0), columns - 1),
          }
        : event.key === 'Home'
          ? { ...at, column: 0 }
          : event.key === 'End'
            ? { ...at, column: columns - 1 }
            : undefined;
    if (!moved && !act(event.key, at)) return;
    event.preventDefault();
    if (moved) focus(moved);
  };
  return { at, setAt, table, onKeyDown, focus, cellAt };
};
