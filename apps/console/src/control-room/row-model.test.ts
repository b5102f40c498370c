import type { Agreement, Fact, Incident } from '@concord/domain';
import { plusMinutes, sampleAgreement, unknownPerson } from '@concord/domain';
import type { BoardParts } from './row-model';
import { filters, keepingSame, rowsOf } from './row-model';

const now = '2026-11-22T02:00:00.000Z';
const by = { userId: '00000000-0000-4000-8000-00000000000a', name: 'C. Merriweather' };
const agreement: Agreement = sampleAgreement('area', 'agreement', '2026-01-01T00:00:00.000Z');

const fact = (kind: Fact['kind'], minutesAgo: number, more: object = {}): Fact => {
  const at = plusMinutes(now, -minutesAgo);
  return { id: `${kind}-${minutesAgo}`, kind, happenedAt: at, recordedAt: at, by, ...more } as Fact;
};

const incident = (ref: string, ...facts: Fact[]): Incident => ({
  id: ref,
  areaId: 'area',
  ref,
  personId: 'person',
  person: { ...unknownPerson, ageYears: 34, ageBasis: 'known', sex: 'male', risks: [] },
  where: { text: 'Mill Road', district: 'North', position: { lat: 54, lon: 2 } },
  agreementId: 'agreement',
  facts: [fact('opened', 600, { calledBy: 'PC Ward' }), ...facts],
  revision: 1,
});

const detained = (minutesAgo: number) =>
  fact('detained', minutesAgo, { power: 's136-removed', officer: 'PC Ward' });
const arrived = (minutesAgo: number) =>
  fact('arrived', minutesAgo, { placeId: 'elm', placeName: 'Elm Suite', placeKind: 'suite', roomId: null });

const board = (...incidents: Incident[]): BoardParts => ({
  incidents: new Map(incidents.map((one) => [one.id, one])),
  agreements: new Map([['agreement', agreement]]),
  holds: new Map(),
  places: new Map(),
  rooms: new Map(),
  requests: new Map(),
  resources: new Map(),
});

const order = (parts: BoardParts) => rowsOf(parts, now).map(({ ref }) => ref);

describe('the board', () => {
  it('puts whichever agreed time is up first at the top, and those without a clock last', () => {
    const parts = board(
      incident('HV-1'),
      incident('HV-2', detained(5)),
      incident('HV-3', detained(45)),
      incident('HV-4', detained(22)),
    );
    expect(order(parts)).toEqual(['HV-3', 'HV-4', 'HV-2', 'HV-1']);
    expect(rowsOf(parts, now).map(({ level }) => level)).toEqual(['over', 'due', 'running', 'none']);
  });

  it('puts an ended detention period above every agreed time, however long over', () => {
    const unlawful = incident(
      'HV-9',
      detained(1600),
      arrived(24 * 60 + 1),
      fact('handed-over', 1430, { acceptedBy: 'N' }),
    );
    const late = incident('HV-8', detained(3000));
    expect(order(board(late, unlawful))).toEqual(['HV-9', 'HV-8']);
  });

  it('shows the legal clock beside the agreed one, never instead of it', () => {
    const [row] = rowsOf(board(incident('HV-5', detained(70), arrived(50))), now);
    expect(row?.deadline).toMatchObject({ kind: 'agreed', label: 'Police handover' });
    expect(row?.level).toBe('soon');
    expect(row?.legal?.endsAt).toBe(plusMinutes(now, 24 * 60 - 50));
    expect(row?.legalLevel).toBe('running');
  });

  it('leaves out incidents that have ended', () => {
    expect(order(board(incident('HV-6', fact('diverted', 3, { to: 'helpline', note: '' }))))).toEqual([]);
  });

  it('keeps the same row while it says the same, so that it is not drawn again', () => {
    const parts = board(incident('HV-2', detained(5)), incident('HV-3', detained(14)));
    const before = rowsOf(parts, now);
    const after = keepingSame(before, rowsOf(parts, plusMinutes(now, 2)));
    const [first, second] = [before[0], after[0]];
    expect(first?.ref).toBe('HV-3');
    expect(second?.level).toBe('soon');
    expect(second).not.toBe(first);
    expect(after[1]).toBe(before[1]);
  });

  it('can be cut down to what has no place or no AMHP', () => {
    const rows = rowsOf(
      board(incident('HV-2', detained(5)), incident('HV-3', detained(70), arrived(50))),
      now,
    );
    expect(rows.filter(filters['no-place'].fits).map(({ ref }) => ref)).toEqual(['HV-2']);
    expect(rows.filter(filters['no-amhp'].fits).map(({ ref }) => ref)).toEqual(['HV-3']);
  });
});
