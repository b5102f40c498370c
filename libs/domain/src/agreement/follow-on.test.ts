import { adult, after, agreement, history } from '../examples';
import type { Fact } from '../incident/fact';
import { runsOf } from './clock-run';

const runs = (id: string, facts: readonly Fact[]) =>
  runsOf({ facts, person: adult }, agreement).filter(({ threshold }) => threshold.id === id);

describe('the wait of a request that takes the place of one to another service', () => {
  const asked = { kind: 'amhp-requested', requestId: 'request-1' } as const;
  const again = { kind: 'amhp-requested', requestId: 'request-2', follows: 'request-1' } as const;
  const who = { userId: 'amhp', name: 'Fern Coldharbour' };
  const taken = ({ requestId }: { requestId: string }) =>
    ({ kind: 'amhp-accepted', requestId, amhp: who }) as const;
  const over = {
    kind: 'amhp-closed',
    requestId: 'request-1',
    district: 'Harrowdale',
    reason: 'Now in The Vale',
  } as const;

  it('goes on from the first, as one wait', () => {
    const moved = history([asked, 3], [over, 170], [again, 170]);
    for (const id of ['assessment', 'amhp-accepted'])
      expect(runs(id, moved)).toMatchObject([{ startedAt: after(3), stoppedAt: null }]);
  });

  it('is nobody’s again, although the first had been accepted, until the second is', () => {
    const moved = history([asked, 3], [taken(asked), 8], [over, 170], [again, 170]);
    expect(runs('amhp-accepted', moved)).toMatchObject([{ startedAt: after(3), stoppedAt: null }]);
    const found = history([asked, 3], [taken(asked), 8], [over, 170], [again, 170], [taken(again), 180]);
    expect(runs('amhp-accepted', found)).toMatchObject([{ startedAt: after(3), stoppedAt: after(180) }]);
  });

  it('begins one where the first is not of this record, and where it was ended for good', () => {
    expect(runs('assessment', history([again, 170]))).toMatchObject([{ startedAt: after(170) }]);
    const ended = history([asked, 3], [over, 170]);
    expect(runs('assessment', ended)).toMatchObject([{ stoppedAt: after(170) }]);
  });
});
