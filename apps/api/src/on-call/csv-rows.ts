import type { CsvReader } from '@concord/coordination';
import { parse } from 'csv-parse/sync';

interface ReadRow {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** A CSV file (RFC 4180, UTF-8 with or without its mark) as rows with their lines; empty lines are left out. */
export const csvRows: CsvReader = (csv) => {
  try {
    const options = { bom: true, info: true, trim: true, relax_column_count: true, skip_empty_lines: true };
    const read = parse(csv, options) as unknown as readonly ReadRow[];
    return read.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (fault) {
    const { lines, message } = fault as { lines?: number; message: string };
    return { line: lines ?? 1, column: '', message: `cannot be read: ${message}` };
  }
};
