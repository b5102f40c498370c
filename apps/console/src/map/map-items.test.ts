import type { Area, TriageResource } from '@concord/domain';
import {
  agreement,
  alternative,
  arrived,
  byId,
  detained,
  hold,
  incident,
  now,
  place,
  room,
  rule,
  said,
} from '../beds/test-places';
import { layOut } from './lay-out';
import type { MapParts } from './map-items';
import { itemsOf, tiesOf } from './map-items';

const area: Area = {
  id: 'area',
  name: 'North and Vale',
  demo: true,
  nation: 'england',
  refPrefix: 'HV',
  agencies: [],
  districts: [
    { name: 'North', centre: { lat: 54.2, lon: 2 } },
    { name: 'Vale', centre: { lat: 53.9, lon: 2.2 } },
  ],
  policeStationRules: [],
  revision: 1,
};

const car = (callsign: string, more: Partial<TriageResource> = {}): TriageResource => ({
  id: callsign,
  areaId: 'area',
  agencyId: 'police',
  callsign,
  kind: 'car',
  district: 'Vale',
  crew: [],
  state: 'available',
  incidentId: null,
  incidentRef: null,
  observed: said(4),
  revision: 1,
  ...more,
});

const parts = (more: Partial<MapParts> = {}): MapParts => ({
  area,
  rule,
  places: byId(
    place('Quill, emergency department', { id: 'Quill', kind: 'emergency-department' }),
    place('Elm'),
    place('Bridewell', { kind: 'police-station' }),
  ),
  rooms: byId(room('Elm 1')),
  holds: byId(),
  alternatives: byId(alternative('Lamp')),
  resources: byId(car('T2'), car('T10', { state: 'off-duty', observed: said(500) })),
  incidents: byId(incident('HV-1'), incident('HV-2', detained(45))),
  lendings: byId(),
  agreements: byId(agreement),
  ...more,
});

const item = (id: string, of = parts()) => itemsOf(of, now).find((one) => one.id === id);

describe('what is on the map', () => {
  it('is in the order of the list: people by next deadline, suites first of the places, cars by callsign', () => {
    expect(itemsOf(parts(), now).map(({ id }) => id)).toEqual([
      'HV-2',
      'HV-1',
      'Elm',
      'Quill',
      'Bridewell',
      'Lamp',
      'T2',
      'T10',
    ]);
  });

  it('says of a suite what it can take, and that it is unknown once nobody has confirmed it', () => {
    expect(item('Elm')).toMatchObject({ says: '1 free', tone: 'plain' });
    const stale = parts({ rooms: byId(room('Elm 1', { observed: said(61) })) });
    expect(item('Elm', stale)).toMatchObject({ says: 'unknown 1:01 h', tone: 'stale' });
  });

  it('says of an alternative how many places are left, that they are unknown, or that it is closed', () => {
    expect(item('Lamp')).toMatchObject({
      layer: 'alternative',
      says: '2 places left',
      where: 'Crisis café, North',
      tone: 'plain',
    });
    const lamp = (more: Parameters<typeof alternative>[1]) =>
      item('Lamp', parts({ alternatives: byId(alternative('Lamp', more)) }));
    const stale = { capacity: { left: 2, observed: said(61) } };
    expect(lamp(stale)).toMatchObject({ says: 'unknown 1:01 h', tone: 'stale' });
    const shut = { reason: 'No staff', until: '2026-11-22T04:00:00.000Z', observed: said(1) };
    expect(lamp({ shut })).toMatchObject({ says: 'closed', tone: 'quiet' });
  });

  it('draws a line from somebody to the alternative that they are sent to', () => {
    const expected = {
      referralId: 'referral',
      incidentId: 'HV-1',
      incidentRef: 'HV-1',
      referredAt: now,
      by: said(0).by,
      how: 'message',
      acceptedBy: null,
      uncounted: true,
    } as const;
    const sent = parts({ alternatives: byId(alternative('Lamp', { expected: [expected] })) });
    expect(tiesOf(sent, now)).toContainEqual({ from: 'HV-1', to: 'Lamp', kind: 'asked' });
  });

  it('says of an emergency department how hard it is pressed, with the age of that', () => {
    expect(item('Quill')).toMatchObject({ name: 'Quill', says: 'pressure not said' });
    const pressed = (minutes: number) =>
      parts({
        places: byId(
          place('Quill', {
            kind: 'emergency-department',
            pressure: { state: 'escalated', observed: said(minutes) },
          }),
        ),
      });
    expect(item('Quill', pressed(4))).toMatchObject({ says: 'formally escalated · 4 min', tone: 'due' });
    expect(item('Quill', pressed(70))).toMatchObject({ says: 'unknown 1:10 h', tone: 'stale' });
  });

  it('puts a car in its district until it says that it is with its job', () => {
    expect(item('T2')).toMatchObject({ where: 'Vale, district only', position: { lat: 53.9, lon: 2.2 } });
    const job = { incidentId: 'HV-2', incidentRef: 'HV-2' };
    const enRoute = parts({ resources: byId(car('T2', { ...job, state: 'en-route' })) });
    expect(item('T2', enRoute)).toMatchObject({ where: 'Vale, district only · for HV-2', at: null });
    const there = parts({ resources: byId(car('T2', { ...job, state: 'on-scene' })) });
    expect(item('T2', there)).toMatchObject({ where: 'with HV-2', at: 'HV-2' });
    expect(item('T2', parts({ resources: byId(car('T2', { observed: said(90) })) }))).toMatchObject({
      says: 'Available, not confirmed 1:30 h',
      tone: 'stale',
    });
  });

  it('draws somebody who has arrived with the place, and a promise as a line to it', () => {
    const there = parts({ incidents: byId(incident('HV-3', detained(60), arrived(50))) });
    expect(item('HV-3', there)).toMatchObject({ at: 'Elm', where: 'at Elm', position: { lat: 54, lon: 2 } });
    const promised = parts({
      holds: byId(hold('h1', { incidentId: 'HV-2', state: 'accepted' }), hold('h2', { state: 'expired' })),
      resources: byId(car('T2', { incidentId: 'HV-2' })),
    });
    expect(tiesOf(promised, now)).toEqual([
      { from: 'HV-2', to: 'Elm', kind: 'accepted' },
      { from: 'T2', to: 'HV-2', kind: 'car' },
    ]);
  });
});

describe('the marks', () => {
  const marksOf = (of: MapParts, width = 900, chosen?: string) =>
    layOut({
      items: itemsOf(of, now),
      place: () => ({ x: width / 2, y: 300 }),
      size: { width, height: 600 },
      zoom: 1,
      chosen,
      clear: [],
    });

  it('show whoever is at a place on the place’s own mark, and otherwise everything once', () => {
    const there = parts({ incidents: byId(incident('HV-3', detained(60), arrived(50)), incident('HV-1')) });
    const marks = marksOf(there);
    expect(marks.find(({ item: { id } }) => id === 'Elm')?.tags.map(({ id }) => id)).toEqual(['HV-3']);
    expect(marks.map(({ item: { id } }) => id).sort()).toEqual([
      'Bridewell',
      'Elm',
      'HV-1',
      'Lamp',
      'Quill',
      'T10',
      'T2',
    ]);
  });

  it('are pictures where there is no room for words, except the chosen one; cars off duty always', () => {
    expect(
      marksOf(parts())
        .filter(({ compact }) => compact)
        .map(({ item: { id } }) => id),
    ).toEqual(['T10']);
    const narrow = marksOf(parts(), 120, 'Elm');
    expect(narrow.filter(({ compact }) => !compact).map(({ item: { id } }) => id)).toEqual(['Elm']);
  });
});
