import type { Named, Rota } from '@concord/domain';

interface Given {
  readonly common: { readonly areaId: string; readonly revision: number };
  readonly uid: (n: number) => string;
  readonly at: (minute: number) => string;
  readonly amhp: Named;
  readonly colleague: Named;
}

/** A rota with one of everything that can be put on it. Not exported from this library. */
export const rotaExample = ({ common, uid, at, amhp, colleague }: Given): Rota => ({
  ...common,
  id: uid(64),
  agencyId: uid(60),
  duty: 'amhp',
  name: 'AMHPs',
  callOrder: 1,
  districts: [],
  placeIds: [],
  layers: [
    {
      id: uid(67),
      name: 'Turns',
      members: [amhp, colleague],
      width: 1,
      every: 'days',
      count: 1,
      handoversAt: ['08:00', '20:00'],
      from: '2026-01-01',
      since: at(0),
      until: null,
      hours: [{ days: [1, 2], from: '09:00', to: '17:00' }],
    },
  ],
  temporary: [
    {
      id: uid(68),
      name: 'Bank holiday',
      from: at(0),
      to: at(60),
      shifts: [{ from: at(0), to: at(60), who: amhp }],
      why: 'Bank holiday',
      by: colleague,
      madeAt: at(0),
    },
  ],
  overrides: [
    {
      id: uid(69),
      kind: 'replace',
      from: at(0),
      to: at(60),
      on: amhp,
      off: colleague,
      why: 'Unwell',
      by: colleague,
      madeAt: at(0),
    },
  ],
  swaps: [
    {
      id: uid(70),
      offeredBy: amhp,
      to: colleague,
      gives: { from: at(0), to: at(60) },
      takes: { from: at(60), to: at(120) },
      why: 'School play',
      state: 'offered',
      offeredAt: at(0),
      answeredAt: null,
    },
  ],
  agreedHours: { inARow: 16, aWeek: null },
  until: null,
});
