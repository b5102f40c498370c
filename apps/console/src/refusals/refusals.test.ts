import type { RefusalLine } from './refusal-line';
import { chosen, nextWords } from './refusal-line';
import { refusalsCsv } from './refusals-csv';

const line: RefusalLine = {
  holdId: 'h',
  incidentId: 'i',
  incidentRef: 'HV-1001',
  askedFrom: null,
  placeId: 'elm',
  placeName: 'Elm Suite',
  reason: 'no-staff',
  rationale: 'Two nurses, "both" with somebody',
  by: 'Nia Patel',
  askedBy: 'Morgan Reyes',
  askedAt: '2026-11-22T02:00:00.000Z',
  answeredAt: '2026-11-22T02:04:00.000Z',
  tookMinutes: 4,
  reversal: null,
  search: null,
  next: null,
};
const at = '2026-11-22T02:15:00.000Z';
const next = (how: 'accepted' | 'outside' | 'arrived' | 'ended', placeName: string | null) => ({
  ...line,
  next: { how, placeName, at, afterMinutes: 11 },
});

describe('what happened after a refusal', () => {
  it.each([
    ['Still looking', line],
    ['On the record of Harrowdale', { ...line, incidentId: null, askedFrom: 'Harrowdale' }],
    ['The suite looked itself. Still looking', { ...line, search: 'owed' as const }],
    ['Alder Suite accepted 02:15, 11 min later', next('accepted', 'Alder Suite')],
    ['Quarry Bank, outside the network, accepted 02:15, 11 min later', next('outside', 'Quarry Bank')],
    ['Arrived at Nettlefold 02:15, 11 min later', next('arrived', 'Nettlefold')],
    [
      'The suite handed the search back. No place was needed any more 02:15, 11 min later',
      { ...next('ended', null), search: 'handed-back' as const },
    ],
  ])('%s', (words, given) => {
    expect(nextWords(given, (instant) => instant.slice(11, 16))).toBe(words);
  });
});

describe('the ledger as CSV', () => {
  it('has a line for each refusal, quoted where it must be', () => {
    const [head, row] = refusalsCsv([line]).split('\r\n');
    expect(head).toContain('Incident,Place,Reason,Rationale');
    expect(row).toContain('"Two nurses, ""both"" with somebody"');
    expect(row?.split(',').at(-1)).toBe('');
  });

  it('is never a formula', () => {
    expect(refusalsCsv([{ ...line, rationale: '=HYPERLINK("x")' }])).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('is its headings alone when nobody has refused', () => {
    expect(refusalsCsv([]).trim().split('\r\n')).toHaveLength(1);
  });
});

it('is shown of one place, for one reason, or whole', () => {
  const lines = [line, { ...line, placeId: 'alder' }, { ...line, reason: 'full' as const }];
  expect(chosen(lines, {})).toHaveLength(3);
  expect(chosen(lines, { place: 'elm' })).toHaveLength(2);
  expect(chosen(lines, { place: 'elm', reason: 'full' })).toHaveLength(1);
});
