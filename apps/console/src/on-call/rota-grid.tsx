import type { OnCallSpan, Rota } from '@concord/domain';
import { useMemo } from 'react';
import { Badge } from '../kit/badge';
import { hourMinute, weekdayDate } from '../time/london';
import type { GridCell, GridDay } from './grid-model';
import { gridOf, isHole } from './grid-model';
import { becauseWords, gapWords } from './rota-words';
import styles from './on-call.module.css';
import type { GridAt } from './use-grid-keys';
import { useGridKeys } from './use-grid-keys';

/** What somebody wants to do with the time that a cell shows. */
export type GridAct = 'add' | 'replace' | 'remove';

export interface Chosen {
  readonly cell: GridCell;
  readonly act: GridAct;
}

const acts: Readonly<Record<string, GridAct>> = {
  Enter: 'add',
  r: 'replace',
  R: 'replace',
  Delete: 'remove',
};

const clockWords = { forward: 'Clocks go forward: 23 hours', back: 'Clocks go back: 25 hours' } as const;

const DayHead = ({ day, today }: { readonly day: GridDay; readonly today: string }) => (
  <th scope="col" data-today={day.date === today || undefined}>
    {weekdayDate(day.from)}
    {day.date === today && <span className={styles.quiet}> today</span>}
    {day.clocks && (
      <div>
        <Badge tone="soon">{clockWords[day.clocks]}</Badge>
      </div>
    )}
  </th>
);

const Span = ({
  rota,
  span,
  isResult,
}: {
  readonly rota: Rota;
  readonly span: OnCallSpan;
  readonly isResult: boolean;
}) => {
  const times = `${hourMinute(span.from)}–${hourMinute(span.to)}`;
  if (span.on.length === 0) {
    if (!isResult) return null;
    const words = span.gap ? gapWords[span.gap] : '';
    if (!isHole(span))
      return (
        <li className={styles.quiet}>
          {times} {words}
        </li>
      );
    return (
      <li>
        {times} <Badge tone="over">Nobody</Badge> <span className={styles.quiet}>{words}</span>
      </li>
    );
  }
  return (
    <li>
      <span className={styles.times}>{times}</span>{' '}
      {span.on.map(({ who, because }, i) => (
        <span key={who.userId}>
          {i > 0 && ', '}
          {who.name}
          {isResult && because.kind !== 'layer' && (
            <span className={styles.put} title={becauseWords(rota, because)}>
              {' '}
              <Badge tone="mine">{because.kind === 'temporary' ? 'temporary' : because.kind}</Badge>
            </span>
          )}
        </span>
      ))}
    </li>
  );
};

interface Props {
  readonly rota: Rota;
  readonly days: readonly GridDay[];
  readonly today: string;
  /** Null where the person looking does not keep this rota. */
  readonly onAct: ((chosen: Chosen) => void) | null;
  readonly onSelect: (cell: GridCell) => void;
}

/** A week of a rota: who is on, and each layer beneath, by day. Arrows move; Enter adds, R replaces, Delete takes off. */
export const RotaGrid = ({ rota, days, today, onAct, onSelect }: Props) => {
  const rows = useMemo(() => gridOf(rota, days), [rota, days]);
  const act = (key: string, { row, column }: GridAt): boolean => {
    const cell = rows[row]?.cells[column];
    const wanted = acts[key];
    if (!cell || !wanted || !onAct) return false;
    onAct({ cell, act: wanted });
    return true;
  };
  const { at, setAt, table, onKeyDown } = useGridKeys(rows.length, days.length, act);
  return (
    <div className={styles.scroll}>
      <table
        ref={table}
        role="grid"
        className={styles.grid}
        aria-label={`${rota.name}, by day`}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <td />
            {days.map((day) => (
              <DayHead key={day.date} day={day} today={today} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((line, row) => (
            <tr key={line.key} data-result={line.isResult || undefined}>
              <th scope="row">{line.label}</th>
              {line.cells.map((cell, column) => (
                <td
                  key={cell.day.date}
                  role="gridcell"
                  data-at={`${row}/${column}`}
                  tabIndex={at.row === row && at.column === column ? 0 : -1}
                  aria-selected={at.row === row && at.column === column}
                  onFocus={() => {
                    setAt({ row, column });
                    onSelect(cell);
                  }}
                  onClick={(event) => event.currentTarget.focus()}
                >
                  {!line.isResult && cell.spans.every(({ on }) => on.length === 0) && (
                    <span className={styles.quiet}>–</span>
                  )}
                  <ul>
                    {cell.spans.map((span) => (
                      <Span key={span.from} rota={rota} span={span} isResult={line.isResult} />
                    ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
