import type { BedParts } from './site-rows';
import { otherRows, siteRows } from './site-rows';
import { inOrder, siteFilters, totalsOf } from './site-order';
import {
  agreement,
  arrived,
  byId,
  detained,
  fact,
  hold,
  incident,
  now,
  place,
  room,
  rule,
  said,
} from './test-places';

const parts = (more: Partial<BedParts> = {}): BedParts => ({
  places: byId(
    place('Elm'),
    place('Alder', { staffing: { staffedFor: 1, observed: said(40) } }),
    place('Quill', { kind: 'emergency-department' }),
    place('Bridewell', { kind: 'police-station' }),
  ),
  rooms: byId(
    room('Elm 1', { state: 'held', holdId: 'h1', observed: said(3, 'system') }),
    room('Elm 2', { observed: said(10) }),
    room('Alder 1', { placeId: 'Alder', observed: said(20, 'telephone') }),
  ),
  holds: byId(hold('h1'), hold('h2', { state: 'released' })),
  incidents: byId(incident('HV-1', detained(30))),
  lendings: byId(),
  agreements: byId(agreement),
  rule,
  ...more,
});

const row = (name: string, of = parts()) => {
  const found = siteRows(of, now).find(({ place: { id } }) => id === name);
  if (!found) throw new Error(`no row for ${name}`);
  return found;
};

describe('the bed view', () => {
  it('gives each suite its live holds, and says whose word is oldest of what can go out of date', () => {
    expect(row('Elm').holds.map(({ id }) => id)).toEqual(['h1']);
    expect(row('Elm').lastSaid).toEqual(said(10));
    expect(row('Alder').lastSaid).toEqual(said(40));
    expect(row('Alder').fresh).toBe('confirm-due');
  });

  it('shows who is detained where, whoever has least time first, and nobody whose detention has ended', () => {
    const incidents = byId(
      incident('HV-2', detained(100), arrived(90)),
      incident('HV-3', detained(400), arrived(380)),
      incident('HV-4', detained(900), arrived(880), fact('outcome', 10, { code: 'section-2', note: '' })),
    );
    const { present } = row('Elm', parts({ incidents }));
    expect(present.map(({ incident: { ref } }) => ref)).toEqual(['HV-3', 'HV-2']);
    expect(present[0]?.limit?.endsAt).toBe('2026-11-22T19:40:00.000Z');
  });

  it('lists every emergency department, and any other place only while somebody is there', () => {
    expect(otherRows(parts(), now).map(({ place: { id } }) => id)).toEqual(['Quill']);
    const incidents = byId(incident('HV-2', detained(100), arrived(90, 'Bridewell')));
    expect(otherRows(parts({ incidents }), now).map(({ place: { id } }) => id)).toEqual([
      'Quill',
      'Bridewell',
    ]);
  });

  it('never takes a pressure for known that nobody has said, or said too long ago', () => {
    const pressed = (minutesAgo: number) =>
      byId(
        place('Quill', {
          kind: 'emergency-department',
          pressure: { state: 'taking', observed: said(minutesAgo) },
        }),
      );
    const freshOf = (of: BedParts) => otherRows(of, now)[0]?.fresh;
    expect(freshOf(parts())).toBe('unknown');
    expect(freshOf(parts({ places: pressed(5) }))).toBe('fresh');
    expect(freshOf(parts({ places: pressed(61) }))).toBe('unknown');
  });

  it('sorts by what is asked for, and what stands alike by name', () => {
    const incidents = byId(incident('HV-2', detained(100), arrived(90)));
    const rows = siteRows(parts({ incidents }), now);
    const order = (...by: [Parameters<typeof inOrder>[1], boolean]) =>
      inOrder(rows, ...by).map(({ place: { id } }) => id);
    expect(order('name', false)).toEqual(['Alder', 'Elm']);
    expect(order('name', true)).toEqual(['Elm', 'Alder']);
    expect(order('can-take', false)).toEqual(['Alder', 'Elm']);
    expect(order('confirmed', false)).toEqual(['Alder', 'Elm']);
    expect(order('confirmed', true)).toEqual(['Elm', 'Alder']);
    expect(order('time-left', false)).toEqual(['Elm', 'Alder']);
  });

  it('filters and adds up', () => {
    const rows = siteRows(parts(), now);
    const names = (name: keyof typeof siteFilters) =>
      rows.filter(siteFilters[name].fits).map(({ place: { id } }) => id);
    expect(names('takes')).toEqual(['Alder', 'Elm']);
    expect(names('ring')).toEqual(['Alder']);
    expect(names('here')).toEqual([]);
    expect(totalsOf(rows)).toEqual({
      canTake: 2,
      suitesThatTake: 2,
      lentToUs: 0,
      toRing: 1,
      unknown: 0,
      waiting: 1,
      people: 0,
    });
  });
});
