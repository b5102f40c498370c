import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const columns = ['event_year', 'event_month', 'event_dow', 'event_hour', 'event_type', 'apprehension_made'];

/** One real call, as far as it was published: a day of the week in a month, and an hour. */
export interface Call {
  readonly line: number;
  readonly year: number;
  readonly month: number;
  /** 1 for Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly type: string;
  readonly apprehended: boolean;
}

export interface Unreadable {
  readonly line: number;
  readonly why: string;
}

export interface CallsRead {
  readonly calls: readonly Call[];
  readonly unreadable: readonly Unreadable[];
}

const numberIn = (text: string | undefined, least: number, most: number): number | undefined => {
  if (!/^\d{1,4}$/.test(text ?? '')) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
};

/** One row, or in words what is wrong with it: nothing about a call is ever guessed. */
const readRow = (cells: ReadonlyMap<string, string>, line: number): Call | Unreadable => {
  const year = numberIn(cells.get('event_year'), 1990, 2100);
  const month = months.indexOf(cells.get('event_month') ?? '') + 1;
  const weekday = weekdays.indexOf(cells.get('event_dow') ?? '') + 1;
  const hour = numberIn(cells.get('event_hour'), 0, 23);
  const apprehended = { Yes: true, No: false }[cells.get('apprehension_made') ?? ''];
  if (year === undefined) return { line, why: `no year in "${cells.get('event_year')}"` };
  if (month === 0) return { line, why: `no month in "${cells.get('event_month')}"` };
  if (weekday === 0) return { line, why: `no day of the week in "${cells.get('event_dow')}"` };
  if (hour === undefined) return { line, why: `no hour in "${cells.get('event_hour')}"` };
  if (apprehended === undefined) {
    return { line, why: `neither Yes nor No in "${cells.get('apprehension_made')}"` };
  }
  return { line, year, month, weekday, hour, type: cells.get('event_type') ?? '', apprehended };
};

/** Reads calls line by line. Throws only when the file is not a table of calls at all. */
export const readCalls = async (lines: AsyncIterable<string>): Promise<CallsRead> => {
  const calls: Call[] = [];
  const unreadable: Unreadable[] = [];
  let header: string[] | undefined;
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (!header) {
      header = text
        .replace(/^\uFEFF/, '')
        .trim()
        .split(',');
      const lacking = columns.filter((column) => !header?.includes(column));
      if (lacking.length > 0) throw new Error(`not a table of calls: no column ${lacking.join(', ')}`);
      continue;
    }
    if (text.trim() === '') continue;
    const cells = text.trim().split(',');
    if (cells.length !== header.length) {
      unreadable.push({ line, why: `${cells.length} columns instead of ${header.length}` });
      continue;
    }
    const row = readRow(new Map(header.map((column, i) => [column, cells[i] ?? ''])), line);
    if ('why' in row) unreadable.push(row);
    else calls.push(row);
  }
  if (!header) throw new Error('the file is empty');
  return { calls, unreadable };
};

export const readCallsFile = (path: string): Promise<CallsRead> =>
  readCalls(createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity }));
