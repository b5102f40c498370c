import type { Instant, OnCallSpan, Period, Rota } from '@concord/domain';
import {
  clockChangesIn,
  dateAfter,
  instantFromMs,
  londonClock,
  londonInstants,
  onCallPlan,
} from '@concord/domain';

/** A London day as a column: its first instant and the first of the next. */
export interface GridDay extends Period {
  readonly date: string;
  /** Set on the two days of the year that are not 24 hours long. */
  readonly clocks: 'forward' | 'back' | null;
}

/** What one row shows of one day. */
export interface GridCell {
  readonly day: GridDay;
  readonly spans: readonly OnCallSpan[];
}

export interface GridRow {
  readonly key: string;
  readonly label: string;
  /** The row that counts: layers with everything that is put over them. */
  readonly isResult: boolean;
  readonly cells: readonly GridCell[];
}

const midnight = (date: string): Instant =>
  londonInstants(date, '00:00')[0] ?? instantFromMs(Date.parse(date));

/** So many London days from the one an instant is in; clock-change days are marked. */
export const daysFrom = (at: Instant, count: number, skip = 0): GridDay[] => {
  const today = londonClock(at).date;
  return Array.from({ length: count }, (_, i) => {
    const date = dateAfter(today, skip + i);
    const day = { from: midnight(date), to: midnight(dateAfter(date, 1)) };
    return { ...day, date, clocks: clockChangesIn(day)[0]?.turn ?? null };
  });
};

const cellsOf = (rota: Rota, days: readonly GridDay[]): GridCell[] =>
  days.map((day) => ({ day, spans: onCallPlan(rota, day) }));

/** A rota as rows over days: who is on, then each layer by itself, the highest first. */
export const gridOf = (rota: Rota, days: readonly GridDay[]): GridRow[] => [
  { key: 'on-call', label: 'On call', isResult: true, cells: cellsOf(rota, days) },
  ...rota.layers
    .filter(({ until }) => until === null || until > (days[0]?.from ?? ''))
    .map((layer) => ({
      key: layer.id,
      label: layer.name,
      isResult: false,
      cells: cellsOf({ ...rota, layers: [layer], overrides: [], temporary: [], swaps: [] }, days),
    })),
];

/** A gap that nobody meant: layers of set hours are meant to have nobody out of them. */
export const isHole = ({ gap }: OnCallSpan): boolean =>
  gap !== null && gap !== 'not-begun' && gap !== 'ended';
