import type { Agreement, Alternative, Fact, Hold, Incident, Observation, Place, Room } from '@concord/domain';
import { everyDay, plusMinutes, sampleAgreement, unknownPerson } from '@concord/domain';

// Fictional places, rooms and people for the tests of the bed view and the map.

export const now = '2026-11-22T02:00:00.000Z';
export const ago = (minutes: number): string => plusMinutes(now, -minutes);

export const nurse = { userId: 'nurse', name: 'N. Osier' };
export const agreement: Agreement = sampleAgreement('area', 'agreement', '2026-01-01T00:00:00.000Z');
export const rule = agreement.freshness;

export const said = (minutesAgo: number, source: Observation['source'] = 'site'): Observation => ({
  at: ago(minutesAgo),
  by: nurse,
  source,
});

export const place = (id: string, more: Partial<Place> = {}): Place => ({
  id,
  areaId: 'area',
  agencyId: 'trust',
  name: id,
  kind: 'suite',
  nation: 'england',
  district: 'North',
  position: { lat: 54, lon: 2 },
  telephone: '01632 960000',
  meets: [],
  catchment: [],
  staffing: null,
  pressure: null,
  promises: { made: 0, kept: 0 },
  lentBy: null,
  lentTo: [],
  revision: 1,
  ...more,
});

export const alternative = (id: string, more: Partial<Alternative> = {}): Alternative => ({
  id,
  areaId: 'area',
  agencyId: 'charity',
  name: id,
  kind: 'crisis-cafe',
  district: 'North',
  position: { lat: 54.1, lon: 2.1 },
  telephone: '01632 960001',
  ages: 'adults',
  agesFirm: false,
  meets: [],
  catchment: [],
  referrers: ['anybody'],
  hours: everyDay('18:00', '04:00'),
  places: 4,
  capacity: { left: 2, observed: said(5) },
  shut: null,
  expected: [],
  revision: 1,
  ...more,
});

export const room = (id: string, more: Partial<Room> = {}): Room => ({
  id,
  areaId: 'area',
  placeId: 'Elm',
  name: id,
  ages: 'adults',
  sexes: 'any',
  meets: [],
  state: 'available',
  observed: said(5),
  holdId: null,
  incidentId: null,
  closedReason: null,
  promised: null,
  lentBy: null,
  lentTo: [],
  guest: null,
  revision: 1,
  ...more,
});

export const hold = (id: string, more: Partial<Hold> = {}): Hold => ({
  id,
  areaId: 'area',
  incidentId: 'HV-1',
  incidentRef: 'HV-1',
  placeId: 'Elm',
  roomId: 'Elm 1',
  state: 'requested',
  requestedAt: ago(3),
  requestedBy: nurse,
  expiresAt: plusMinutes(now, 27),
  answeredAt: null,
  answeredBy: null,
  refusal: null,
  notBefore: null,
  endedBecause: null,
  reverses: null,
  across: null,
  revision: 1,
  ...more,
});

export const fact = (kind: Fact['kind'], minutesAgo: number, more: object = {}): Fact => {
  const at = ago(minutesAgo);
  return { id: `${kind}-${minutesAgo}`, kind, happenedAt: at, recordedAt: at, by: nurse, ...more } as Fact;
};

export const detained = (minutesAgo: number): Fact =>
  fact('detained', minutesAgo, { power: 's136-removed', officer: 'PC Ward' });

export const arrived = (minutesAgo: number, placeId = 'Elm'): Fact =>
  fact('arrived', minutesAgo, { placeId, placeName: placeId, placeKind: 'suite', roomId: null });

export const incident = (ref: string, ...facts: Fact[]): Incident => ({
  id: ref,
  areaId: 'area',
  ref,
  personId: 'person',
  person: { ...unknownPerson, ageYears: 34, ageBasis: 'known', sex: 'male', risks: [] },
  where: { text: 'Mill Road', district: 'North', position: { lat: 54.1, lon: 2.1 } },
  agreementId: 'agreement',
  facts: [fact('opened', 2000, { calledBy: 'PC Ward' }), ...facts],
  revision: 1,
});

export const byId = <Thing extends { readonly id: string }>(...things: Thing[]): ReadonlyMap<string, Thing> =>
  new Map(things.map((thing) => [thing.id, thing]));
