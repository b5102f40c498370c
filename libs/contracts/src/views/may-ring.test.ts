import { duty } from '../codes';
import { mayRing } from './may-ring';
import type { Viewer } from './viewer';

const viewers: readonly Viewer[] = [
  { audience: 'control-room' },
  { audience: 'suite', placeIds: [] },
  { audience: 'amhp', userId: 'a' },
  { audience: 'crew', resourceIds: [] },
  { audience: 'alternative', placeIds: [] },
];
const rung = (viewer: Viewer | undefined) => duty.options.filter((held) => mayRing(viewer, held));

it('the control room may ring everybody, an alternative and a stranger nobody', () => {
  expect(viewers.map((viewer) => [viewer.audience, rung(viewer).length])).toEqual([
    ['control-room', duty.options.length],
    ['suite', 6],
    ['amhp', 8],
    ['crew', 5],
    ['alternative', 0],
  ]);
  expect(rung(undefined)).toEqual([]);
});

it('an AMHP may ring the doctors and the lead, and no director', () => {
  expect(rung({ audience: 'amhp', userId: 'a' })).toEqual(
    expect.arrayContaining(['section-12-doctor', 'amhp-lead']),
  );
  for (const held of ['director-on-call', 'superintendent'] as const)
    expect(viewers.filter((viewer) => mayRing(viewer, held)).map(({ audience }) => audience)).toEqual([
      'control-room',
    ]);
});
