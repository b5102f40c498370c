import type { Instant, Named, Period } from '@concord/domain';
import { dateAfter, londonClock, londonInstants } from '@concord/domain';
import type { PersonInArea } from '../ports';

/** What is wrong with one cell: its line in the file (the heading is line 1) and the heading of its column. */
export interface RowError {
  readonly line: number;
  readonly column: string;
  readonly message: string;
}

/** One line of a file as its cells; the line it began on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Takes a CSV file apart, or says where it cannot be read. */
export type CsvReader = (csv: string) => readonly CsvRow[] | RowError;

export interface ShiftsRead {
  readonly shifts: readonly (Period & { readonly who: Named })[];
  readonly errors: readonly RowError[];
}

const COLUMNS = ['date', 'from', 'to', 'person'] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Readonly<Record<Column, string>>;

const isoDate = (text: string): string | undefined => {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  const date = year ? `${year}-${month}-${day}` : text;
  return /^20\d\d-\d\d-\d\d$/.test(date) && dateAfter(date, 0) === date ? date : undefined;
};

const sayWhich =
  'comes twice on the night the clocks go back: write BST after it for the first, GMT for the second';

/** A time of day in a cell, "01:30", and the zone where one is written after it. */
interface TimeSaid {
  readonly time: string;
  readonly zone: Zone | undefined;
}
type Zone = 'BST' | 'GMT';

const timeSaid = (text: string): TimeSaid | undefined => {
  const [, time, zone] = /^((?:[01]\d|2[0-3]):[0-5]\d)(?: ?(BST|GMT))?$/i.exec(text) ?? [];
  return time ? { time, zone: zone?.toUpperCase() as Zone | undefined } : undefined;
};

/** What London's clocks show at an instant: in GMT the time of day is that of UTC. */
const zoneAt = (at: Instant): Zone => (londonClock(at).time === at.slice(11, 16) ? 'GMT' : 'BST');

/** The instants of a date that a cell can mean: none where its zone is not the one that holds then. */
const meant = (date: string, { time, zone }: TimeSaid): Instant[] =>
  londonInstants(date, time).filter((at) => zone === undefined || zoneAt(at) === zone);

/** A London time on a date, "01:30", or "01:30 BST" and "01:30 GMT" where it comes twice. */
const instantAt = (date: string, said: TimeSaid | undefined): Instant | { readonly message: string } => {
  if (!said) return { message: 'a time of the form HH:MM' };
  const { time, zone } = said;
  const [comes] = londonInstants(date, time);
  if (!comes) return { message: `${time} does not come on the night the clocks go forward` };
  const [first, second] = meant(date, said);
  if (!first) return { message: `at ${time} on ${date} the clocks show ${zoneAt(comes)}, not ${zone}` };
  return second ? { message: `${time} ${sayWhich}` } : first;
};

/**
 * When a shift ends: on the date it begins where that is later, as an instant, than its beginning; else at
 * or before the time it begins at, "20:00" to "08:00", the next day.
 */
const endOf = (
  date: string,
  from: Instant | { readonly message: string },
  [begins, ends]: readonly [TimeSaid | undefined, TimeSaid | undefined],
): Instant | { readonly message: string } => {
  const laterThatDay = ends && typeof from === 'string' && meant(date, ends).some((at) => at > from);
  const overnight = begins && ends && ends.time <= begins.time && !laterThatDay;
  const to = instantAt(overnight ? dateAfter(date, 1) : date, ends);
  return typeof to === 'string' && typeof from === 'string' && to <= from
    ? { message: 'later than the shift begins' }
    : to;
};

const personCalled = (
  name: string,
  people: readonly PersonInArea[],
): Named | { readonly message: string } => {
  const wanted = name.toLocaleLowerCase('en-GB');
  const found = people.filter((person) => person.name.toLocaleLowerCase('en-GB') === wanted);
  const [person] = found;
  if (!person) return { message: `nobody called “${name}” holds this duty here` };
  if (found.length > 1) return { message: `${found.length} people are called “${name}”` };
  return { userId: person.userId, name: person.name };
};

const isWrong = (value: unknown): value is { readonly message: string } =>
  typeof value === 'object' && value !== null && 'message' in value;

const shiftOf = (
  { line, cells }: { readonly line: number; readonly cells: Cells },
  people: readonly PersonInArea[],
  now: Instant,
): (Period & { readonly who: Named }) | RowError[] => {
  const errors: RowError[] = [];
  const wrong = (column: Column, message: string) => errors.push({ line, column, message });
  const date = isoDate(cells.date);
  if (!date) wrong('date', 'a date of the form 2026-12-25 or 25/12/2026');
  const [begins, ends] = [timeSaid(cells.from), timeSaid(cells.to)];
  const from = date ? instantAt(date, begins) : undefined;
  const to = date && from ? endOf(date, from, [begins, ends]) : undefined;
  if (isWrong(from)) wrong('from', from.message);
  if (isWrong(to)) wrong('to', to.message);
  if (typeof from === 'string' && typeof to === 'string' && to <= now)
    wrong('to', 'this shift is over: what has been cannot be changed here');
  const who = personCalled(cells.person, people);
  if (isWrong(who)) wrong('person', who.message);
  if (errors.length > 0 || isWrong(who) || typeof from !== 'string' || typeof to !== 'string') return errors;
  return { from, to, who };
};

const headingErrors = (heading: readonly string[]): RowError[] =>
  COLUMNS.filter((column) => !heading.includes(column)).map((column) => ({
    line: 1,
    column,
    message: `the first line names the columns: ${COLUMNS.join(', ')}`,
  }));

/**
 * Shifts from a CSV file whose first line names the columns date, from, to and person: London dates and
 * times, the end on the next day where it is not after the beginning, people by name. A zone that does not
 * hold at its time is refused: "08:00 GMT" in summer is as likely meant for 08:00 as for 09:00. A shift that is over
 * cannot be put on record here. Every cell at fault is told of, by line and column.
 */
export const readShifts = (
  rows: readonly CsvRow[] | RowError,
  people: readonly PersonInArea[],
  now: Instant,
): ShiftsRead => {
  if ('message' in rows) return { shifts: [], errors: [rows] };
  const [first, ...rest] = rows;
  const heading = (first?.cells ?? []).map((cell) => cell.toLowerCase());
  const missing = headingErrors(heading);
  if (missing.length > 0) return { shifts: [], errors: missing };
  if (rest.length === 0)
    return { shifts: [], errors: [{ line: 2, column: 'date', message: 'there is no shift in it' }] };
  const cellsOf = (cells: readonly string[]): Cells =>
    Object.fromEntries(COLUMNS.map((column) => [column, cells[heading.indexOf(column)] ?? ''])) as Cells;
  const read = rest.map(({ line, cells }) => shiftOf({ line, cells: cellsOf(cells) }, people, now));
  return {
    shifts: read.filter((one): one is Period & { who: Named } => !Array.isArray(one)),
    errors: read.flatMap((one) => (Array.isArray(one) ? one : [])),
  };
};
