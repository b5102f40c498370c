import type { Lending, Named } from '@concord/domain';

/** A suite lent to a neighbour, by every rule there is. */
export const exampleLending = ({
  areaId,
  revision,
  place,
  by,
  at,
}: {
  readonly areaId: string;
  readonly revision: number;
  readonly place: Lending['places'][number];
  readonly by: Named;
  readonly at: (minutes: number) => string;
}): Lending => ({
  id: '00000000-0000-4000-8000-000000000167',
  areaId,
  revision,
  side: 'lends',
  other: {
    areaId: '00000000-0000-4000-8000-000000000168',
    areaName: 'Fallowmere',
    lendingId: '00000000-0000-4000-8000-000000000169',
  },
  places: [place],
  from: at(0),
  until: at(720),
  rules: {
    atMost: 1,
    ages: 'adults',
    hours: { from: '20:00', to: '08:00' },
    needsYes: true,
    ranked: 'after-own',
  },
  state: 'running',
  offeredBy: by,
  offeredAt: at(0),
  ended: null,
});
