import * as fc from 'fast-check';
import type { Actor, Duty } from '@concord/domain';
import { duty } from '../codes';
import { areaId, car, elm, oak, uid } from '../examples';
import type { Viewer } from './viewer';
import { viewerKey, viewerOf } from './viewer';

fc.configureGlobal({ seed: 1983 });

const actor = (...duties: readonly Duty[]): Actor => ({
  userId: uid(42),
  name: 'Ada Crewe',
  agencyId: uid(60),
  areaId,
  duties,
  placeIds: [elm],
  resourceIds: [car],
});

/** Which board each duty opens. A new duty without a row does not compile. */
const boards: Readonly<Record<Duty, Viewer['audience']>> = {
  'control-room': 'control-room',
  'duty-inspector': 'control-room',
  superintendent: 'control-room',
  's136-coordinator': 'control-room',
  'on-call-manager': 'control-room',
  'director-on-call': 'control-room',
  'amhp-lead': 'control-room',
  demo: 'control-room',
  'suite-nurse': 'suite',
  amhp: 'amhp',
  'section-12-doctor': 'amhp',
  'triage-crew': 'crew',
  'alternative-staff': 'alternative',
};

describe('which board a person sees', () => {
  it('is decided for every duty', () => {
    expect(Object.keys(boards).sort()).toEqual([...duty.options].sort());
  });

  it.each(Object.entries(boards) as [Duty, Viewer['audience']][])('%s: %s', (held, audience) => {
    expect(viewerOf(actor(held))?.audience).toBe(audience);
  });

  it('is none for somebody with no duty in the area', () => {
    expect(viewerOf(actor())).toBeUndefined();
  });

  it('is their own place, person or car, and no other', () => {
    expect(viewerOf(actor('suite-nurse'))).toEqual({ audience: 'suite', placeIds: [elm] });
    expect(viewerOf(actor('amhp'))).toEqual({ audience: 'amhp', userId: uid(42) });
    expect(viewerOf(actor('triage-crew'))).toEqual({ audience: 'crew', resourceIds: [car] });
    expect(viewerOf(actor('alternative-staff'))).toEqual({ audience: 'alternative', placeIds: [elm] });
  });

  it('is the widest that any of their duties gives', () => {
    const widest: readonly Viewer['audience'][] = ['control-room', 'suite', 'amhp', 'crew', 'alternative'];
    fc.assert(
      fc.property(fc.subarray([...duty.options], { minLength: 1 }), (duties) => {
        const seen = duties.map((held) => boards[held]);
        expect(viewerOf(actor(...duties))?.audience).toBe(widest.find((audience) => seen.includes(audience)));
      }),
    );
  });
});

describe('people who are shown one and the same board', () => {
  const ids = fc.subarray([elm, oak, car, uid(99)]);
  const viewers: fc.Arbitrary<Viewer> = fc.oneof(
    fc.constant<Viewer>({ audience: 'control-room' }),
    ids.map((placeIds): Viewer => ({ audience: 'suite', placeIds })),
    fc.constantFrom(elm, oak).map((userId): Viewer => ({ audience: 'amhp', userId })),
    ids.map((resourceIds): Viewer => ({ audience: 'crew', resourceIds })),
    ids.map((placeIds): Viewer => ({ audience: 'alternative', placeIds })),
  );

  it('are exactly those with the same audience and the same places, person or cars', () => {
    fc.assert(
      fc.property(viewers, viewers, (a, b) => {
        expect(viewerKey(a) === viewerKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { numRuns: 1000 },
    );
  });

  it('whatever the order in which their places or cars are listed', () => {
    expect(viewerKey({ audience: 'suite', placeIds: [oak, elm] })).toBe(
      viewerKey({ audience: 'suite', placeIds: [elm, oak] }),
    );
    expect(viewerKey({ audience: 'crew', resourceIds: [oak, elm] })).toBe(
      viewerKey({ audience: 'crew', resourceIds: [elm, oak] }),
    );
  });
});
