import { refusalReasonWords } from '../words/codes';
import type { RefusalLine } from './refusal-line';

const columns: readonly (readonly [string, (line: RefusalLine) => string])[] = [
  ['Incident', ({ incidentRef }) => incidentRef],
  ['Place', ({ placeName }) => placeName],
  ['Reason', ({ reason }) => refusalReasonWords[reason]],
  ['Rationale', ({ rationale }) => rationale],
  ['Asked by', ({ askedBy }) => askedBy],
  ['Asked at', ({ askedAt }) => askedAt],
  ['Refused by', ({ by }) => by],
  ['Refused at', ({ answeredAt }) => answeredAt],
  ['Minutes to answer', ({ tookMinutes }) => String(tookMinutes)],
  ['Search', ({ search }) => search ?? ''],
  [
    'What happened next',
    ({ next, askedFrom }) => next?.how ?? (askedFrom ? 'not known here' : 'still looking'),
  ],
  ['Where', ({ next }) => next?.placeName ?? ''],
  ['When', ({ next }) => next?.at ?? ''],
  ['Minutes after the refusal', ({ next }) => (next ? String(next.afterMinutes) : '')],
  ['Reversed at', ({ reversal }) => reversal?.at ?? ''],
  ['Reversed by', ({ reversal }) => reversal?.by ?? ''],
  ['Why reversed', ({ reversal }) => reversal?.reason ?? ''],
  ['Of the neighbour', ({ askedFrom }) => askedFrom ?? ''],
];

/** Quoted where it must be; a cell that a spreadsheet would take for a formula is text. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The ledger as comma-separated values (RFC 4180), times in UTC. */
export const refusalsCsv = (lines: readonly RefusalLine[]): string =>
  [columns.map(([name]) => name), ...lines.map((line) => columns.map(([, of]) => of(line)))]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');
