import { useCallback, useEffect, useRef } from 'react';
import type { Instant } from '@concord/domain';
import { Button } from '../kit/button';
import { useMayCall } from '../app/session';
import { Ticking } from '../kit/ticking';
import { useBoardRevision } from '../live/live-context';
import { hoursMinutesSeconds, left } from '../time/span';
import { BoardRow } from './board-row';
import styles from './board.module.css';
import type { FilterName } from './row-model';
import { filterNames, filters } from './row-model';
import type { BoardRows } from './use-board-rows';

interface Props {
  readonly board: BoardRows;
  readonly show: FilterName;
  readonly selected: string | undefined;
  readonly onFilter: (name: FilterName) => void;
  readonly onSelect: (incidentId: string) => void;
  readonly onNew: () => void;
}

const columns = ['State', 'Incident', 'Where', 'Legal limit', 'Car', 'Place', 'AMHP', 'Changed'];

const Frozen = ({ since, waiting }: { readonly since: Instant; readonly waiting: number }) => {
  const text = useCallback((now: Instant) => hoursMinutesSeconds(-left(since, now)), [since]);
  return (
    <p className={styles.frozen}>
      FROZEN <Ticking text={text} /> · {waiting} {waiting === 1 ? 'change' : 'changes'} waiting
    </p>
  );
};

/** The live board: every open incident by next deadline. One focus for the whole board, so that no re-order can take it away. */
export const Board = ({ board, show, selected, onFilter, onSelect, onNew }: Props) => {
  const { rows, counts, frozen, toggleFreeze, touched } = board;
  const mayCall = useMayCall();
  const revision = useBoardRevision();
  const grid = useRef<HTMLDivElement>(null);
  const at = rows.findIndex(({ id }) => id === selected);

  const loaded = revision !== null;
  useEffect(() => {
    if (loaded && document.activeElement === document.body) grid.current?.focus();
  }, [loaded]);
  useEffect(() => {
    document.getElementById(`row-${selected}`)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const go = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (row) onSelect(row.id);
  };
  const press = (event: React.KeyboardEvent) => {
    touched();
    const step: Record<string, number> = {
      ArrowDown: 1,
      j: 1,
      ArrowUp: -1,
      k: -1,
      Home: -rows.length,
      End: rows.length,
    };
    const by = step[event.key];
    if (by !== undefined) {
      event.preventDefault();
      go(at + by);
    }
    if (event.key === ' ') {
      event.preventDefault();
      toggleFreeze();
    }
  };

  return (
    <section className={styles.board} aria-label="Incidents">
      <div className={styles.tools}>
        <div role="group" aria-label="Which incidents" className={styles.filters}>
          {filterNames.map((name, n) => (
            <button
              key={name}
              type="button"
              className={styles.filter}
              aria-pressed={show === name}
              onClick={() => onFilter(name)}
            >
              <kbd aria-hidden="true">{n + 1}</kbd> {filters[name].label} <strong>{counts[name]}</strong>
            </button>
          ))}
        </div>
        {frozen && <Frozen since={frozen.since} waiting={frozen.waiting} />}
        <div className={styles.right}>
          <span className={styles.sorted}>by next deadline</span>
          <Button shortcut="Space" onClick={toggleFreeze} aria-pressed={frozen !== undefined}>
            {frozen ? 'Thaw' : 'Freeze'}
          </Button>
          {mayCall('openIncident') && (
            <Button look="primary" shortcut="N" onClick={onNew}>
              New incident
            </Button>
          )}
        </div>
      </div>
      <div
        ref={grid}
        id="board"
        role="grid"
        aria-label="Incidents by next deadline"
        aria-rowcount={rows.length + 1}
        aria-activedescendant={at >= 0 ? `row-${selected}` : undefined}
        tabIndex={0}
        className={styles.grid}
        onKeyDown={press}
        onPointerMove={touched}
      >
        <div role="row" className={styles.head} aria-rowindex={1}>
          {columns.map((column) => (
            <span key={column} role="columnheader">
              {column}
            </span>
          ))}
        </div>
        {rows.map((row, n) => (
          <BoardRow key={row.id} row={row} index={n + 2} selected={row.id === selected} onSelect={onSelect} />
        ))}
        {revision !== null && rows.length === 0 && (
          <div role="row" className={styles.empty}>
            <span role="gridcell">
              {show === 'all'
                ? 'No open incidents. A new one appears here as soon as anybody opens it.'
                : `None of the ${counts.all} open incidents is here: ${filters[show].label.toLowerCase()}.`}
            </span>
          </div>
        )}
        {revision === null && (
          <div role="row" className={styles.empty}>
            <span role="gridcell">Fetching the board…</span>
          </div>
        )}
      </div>
    </section>
  );
};
