import { Temporal } from 'temporal-polyfill';
import { called } from '../examples';
import type { Instant } from '../instant';
import type { Layer, Rota } from './rota';

// Fictional people and turns from which the tests of this folder begin.

export const [ada, ben, cai, dee] = [called('Ada'), called('Ben'), called('Cai'), called('Dee')] as const;

/** London wall time as an instant; of an hour that comes twice the first, unless the later is asked for. */
export const london = (wall: string, disambiguation: 'earlier' | 'later' = 'earlier'): Instant =>
  Temporal.PlainDateTime.from(wall)
    .toZonedDateTime('Europe/London', { disambiguation })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

export const layer = (more: Partial<Layer> = {}): Layer => ({
  id: 'layer-1',
  name: 'Turns',
  members: [ada, ben, cai],
  width: 1,
  every: 'days',
  count: 1,
  handoversAt: ['08:00', '20:00'],
  from: '2026-10-20',
  until: null,
  hours: [],
  ...more,
});

export const rota = (more: Partial<Rota> = {}): Rota => ({
  id: 'rota-1',
  areaId: 'area-1',
  agencyId: 'trust-1',
  duty: 'on-call-manager',
  name: 'On-call manager',
  callOrder: 1,
  districts: [],
  placeIds: [],
  layers: [layer()],
  temporary: [],
  overrides: [],
  swaps: [],
  agreedHours: { inARow: null, aWeek: null },
  until: null,
  revision: 1,
  ...more,
});
