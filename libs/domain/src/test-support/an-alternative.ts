import type { Alternative } from '../alternative/alternative';
import { everyDay } from '../alternative/opening-hours';
import { nurse, START } from '../examples';

/** A made-up crisis café, open at the hour at which this library's tests begin. */
export const alternative = (more: Partial<Alternative> = {}): Alternative => ({
  id: 'cafe-1',
  areaId: 'area-1',
  agencyId: 'charity-1',
  name: 'The Lamp',
  kind: 'crisis-cafe',
  district: 'Harrowdale',
  position: { lat: 54.02, lon: -2 },
  telephone: '01632 960 401',
  ages: 'adults',
  agesFirm: false,
  meets: [],
  catchment: [],
  referrers: ['anybody'],
  hours: everyDay('18:00', '04:00'),
  places: 4,
  capacity: { left: 2, observed: { at: START, by: nurse, source: 'site' } },
  shut: null,
  expected: [],
  revision: 1,
  ...more,
});
