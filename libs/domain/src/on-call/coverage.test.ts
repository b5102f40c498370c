import { sampleAgreement } from '../agreement/sample-agreement';
import { dutiesCalled, dutyGaps, onCallNow, plansOf } from './coverage';
import { ada, ben, cai, layer, london, rota } from './examples';
import type { Rota } from './rota';

const day = { from: london('2026-11-23T00:00'), to: london('2026-11-24T00:00') };
const hub = (more: Partial<Rota> = {}): Rota =>
  rota({
    id: 'hub',
    name: 'Day hub',
    callOrder: 2,
    layers: [
      layer({
        members: [ada],
        handoversAt: ['09:00'],
        hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
      }),
    ],
    ...more,
  });
const nights = rota({
  id: 'nights',
  layers: [
    layer({
      members: [ben, cai],
      handoversAt: ['16:00'],
      hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '16:00', to: '08:30' }],
    }),
  ],
});
it('a duty that is called and has no rota has nobody all the time', () => {
  expect(dutyGaps([], ['Harrowdale'], day, ['director-on-call'])).toEqual([
    { ...day, duty: 'director-on-call', district: null },
  ]);
});

it('the duties of an agreement are those its ladders call, and those who assess', () => {
  const called = dutiesCalled(sampleAgreement('a-1', 'area-1', day.from, []));
  expect(called).toEqual(
    expect.arrayContaining(['amhp', 'amhp-lead', 'section-12-doctor', 'superintendent', 'suite-nurse']),
  );
  expect(called).not.toContain('triage-crew');
  expect(new Set(called).size).toBe(called.length);
});

const gaps = (rotas: Rota[]) => dutyGaps(plansOf(rotas, day), ['Harrowdale', 'The Vale'], day);

describe('a gap in a duty', () => {
  it('is when no rota of it has anybody: a hub that is shut at night is none while others are on', () => {
    expect(gaps([hub(), nights])).toEqual([
      {
        duty: 'on-call-manager',
        district: null,
        from: london('2026-11-23T08:30'),
        to: london('2026-11-23T09:00'),
      },
    ]);
  });

  it('is told by district where rotas are of districts', () => {
    const there = gaps([hub({ districts: ['Harrowdale'] }), nights]);
    expect(there.map(({ district, from, to }) => [district, from.slice(11, 16), to.slice(11, 16)])).toEqual([
      ['Harrowdale', '08:30', '09:00'],
      ['The Vale', '08:30', '16:00'],
    ]);
  });

  it('is nothing while somebody is on throughout', () => {
    expect(gaps([hub(), rota({ id: 'always' })])).toEqual([]);
  });
});

describe('who is on call now', () => {
  it('is told rota by rota in the order they are asked, with what follows', () => {
    const window = { from: london('2026-11-23T12:00'), to: london('2026-11-24T12:00') };
    const now = onCallNow([hub(), nights], 'on-call-manager', window);
    expect(now.map(({ rota: { name }, now: span, next }) => [name, span.gap, next?.from])).toEqual([
      ['On-call manager', 'outside-hours', london('2026-11-23T16:00')],
      ['Day hub', null, london('2026-11-23T17:00')],
    ]);
  });
});
