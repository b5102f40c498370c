import { after, called, controller, nurse, START } from '../examples';
import type { Hold } from './hold';
import type { Lending } from './lending';
import type { Place } from './place';
import type { Room } from './room';

// Fictional places and what becomes of them, for the tests of this library.

export const place = (more: Partial<Place> = {}): Place => ({
  id: 'suite-1',
  areaId: 'area-1',
  agencyId: 'trust-1',
  name: 'Elm Suite',
  kind: 'suite',
  nation: 'england',
  district: 'Harrowdale',
  position: { lat: 54.1, lon: -2.0 },
  telephone: '01632 960 101',
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

export const room = (more: Partial<Room> = {}): Room => ({
  id: 'room-1',
  areaId: 'area-1',
  placeId: 'suite-1',
  name: 'Room 1',
  ages: 'adults',
  sexes: 'any',
  meets: [],
  state: 'available',
  observed: { at: START, by: nurse, source: 'site' },
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

export const hold = (more: Partial<Hold> = {}): Hold => ({
  id: 'hold-1',
  areaId: 'area-1',
  incidentId: 'incident-1',
  incidentRef: 'HV-1001',
  placeId: 'suite-1',
  roomId: 'room-1',
  state: 'requested',
  requestedAt: START,
  requestedBy: controller,
  expiresAt: after(30),
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

/** A neighbour's places, as the area that borrows them has it. */
export const lending = (more: Partial<Lending> = {}): Lending => ({
  id: 'lending-1',
  areaId: 'area-1',
  side: 'borrows',
  other: { areaId: 'area-2', areaName: 'Fallowmere', lendingId: 'lending-2' },
  places: [{ id: 'lent-suite', name: 'Sedge Suite' }],
  from: START,
  until: after(12 * 60),
  rules: { atMost: null, ages: 'any-age', hours: null, needsYes: false, ranked: 'after-own' },
  state: 'running',
  offeredBy: called('Wim Carr'),
  offeredAt: START,
  ended: null,
  revision: 1,
  ...more,
});
