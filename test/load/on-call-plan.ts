import { performance } from 'node:perf_hooks';
import { Temporal } from 'temporal-polyfill';
import type { Layer, Named, Period, Rota } from '@concord/domain';
import { dutyGaps, instantFromMs, onCallPlan, plansOf } from '@concord/domain';

const SERVICES = 40;
const DAY_MS = 86_400_000;
/** Eight weeks with a clock change in them. */
const window: Period = { from: '2026-10-05T00:00:00.000Z', to: '2026-11-30T00:00:00.000Z' };

const people = (service: number): Named[] =>
  Array.from({ length: 12 }, (_, i) => ({ userId: `${service}-${i}`, name: `Person ${service}-${i}` }));

const layer = (id: string, more: Partial<Layer>): Layer => ({
  id,
  name: id,
  members: [],
  width: 1,
  every: 'days',
  count: 1,
  handoversAt: ['08:00', '20:00'],
  from: '2026-01-05',
  until: null,
  hours: [],
  ...more,
});

/** A day hub over an out-of-hours team over a weekly manager, with an override every other day. */
const service = (n: number): Rota => {
  const members = people(n);
  const [first, second] = members as [Named, Named];
  return {
    id: `rota-${n}`,
    areaId: 'area',
    agencyId: 'agency',
    duty: n % 2 === 0 ? 'amhp' : 'on-call-manager',
    name: `Service ${n}`,
    callOrder: n,
    districts: [],
    placeIds: [],
    layers: [
      layer('hub', {
        members: members.slice(0, 6),
        width: 2,
        every: 'hours',
        count: 4,
        handoversAt: ['09:00'],
        hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
      }),
      layer('out of hours', { members: members.slice(6), width: 2 }),
      layer('manager', { members: members.slice(0, 3), every: 'weeks', handoversAt: ['09:00'] }),
    ],
    temporary: [],
    overrides: Array.from({ length: 28 }, (_, i) => ({
      id: `override-${i}`,
      kind: 'add',
      from: instantFromMs(Date.parse(window.from) + i * 2 * DAY_MS),
      to: instantFromMs(Date.parse(window.from) + (i * 2 + 1) * DAY_MS),
      on: i % 2 === 0 ? first : second,
      off: null,
      why: 'Busy',
      by: first,
      madeAt: window.from,
    })),
    swaps: [],
    agreedHours: { inARow: null, aWeek: null },
    until: null,
    revision: 1,
  };
};

const rotas = Array.from({ length: SERVICES }, (_, n) => service(n));

/** Milliseconds for the plan of 40 services over eight weeks, with its gaps. */
export const ourPlan = (): number => {
  const from = performance.now();
  const plans = plansOf(rotas, window);
  dutyGaps(plans, [], window);
  return performance.now() - from;
};

const wallTimes = rotas.map((rota) =>
  onCallPlan(rota, window).map(({ from }) =>
    Temporal.Instant.from(from).toZonedDateTimeISO('Europe/London').toPlainDateTime(),
  ),
);

/** Milliseconds for nothing but the instants of that plan's handovers, each asked of the time library. */
export const barePlan = (): number => {
  const from = performance.now();
  for (const times of wallTimes)
    for (const time of times) time.toZonedDateTime('Europe/London').epochMilliseconds.toString();
  return performance.now() - from;
};
