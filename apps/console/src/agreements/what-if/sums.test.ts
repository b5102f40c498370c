import type { CalledStep } from '@concord/domain';
import type { Piece } from './pieces';
import { askInTurn, spansBefore } from './pieces';
import { byClock, byDuty, byIncident, countOf, perOperatorHour } from './sums';

const step = (incidentId: string, firedAt: string, more: Partial<CalledStep> = {}): CalledStep => ({
  ...{ incidentId, incidentRef: `HV-${incidentId}`, clock: 'Police handover', statutory: false },
  ...{ level: 'due', dueAt: firedAt, firedAt, duties: ['control-room'] },
  ...more,
});
const piece = (would: CalledStep[], did: CalledStep[]): Piece => ({
  ...{ from: '2026-11-20T02:00:00.000Z', to: '2026-11-21T02:00:00.000Z' },
  ...{ incidents: 2, would, did },
});
const at = '2026-11-20T05:00:00.000Z';
const law = { statutory: true, clock: '24-hour limit' } as const;

describe('the days asked about', () => {
  it('are whole days up to one instant, oldest first', () => {
    expect(spansBefore('2026-11-22T02:00:00.000Z', 2)).toEqual([
      { from: '2026-11-20T02:00:00.000Z', to: '2026-11-21T02:00:00.000Z' },
      { from: '2026-11-21T02:00:00.000Z', to: '2026-11-22T02:00:00.000Z' },
    ]);
  });

  it('are asked one after another, and no more once somebody cancels', async () => {
    const pieces: Piece[] = [];
    const asked: string[] = [];
    await askInTurn({
      spans: spansBefore('2026-11-22T02:00:00.000Z', 5),
      ask: async ({ from }) => {
        asked.push(from);
        return { incidents: 1, would: [], did: [] };
      },
      cancelled: () => pieces.length === 2,
      onPiece: (one) => pieces.push(one),
    });
    expect([asked.length, pieces.length]).toEqual([2, 2]);
  });
});

describe('what would have fired, against what did', () => {
  const pieces = [
    piece(
      [step('1', at), step('1', at, { level: 'over', duties: ['duty-inspector'] }), step('2', at, law)],
      [step('1', at), step('2', at, law)],
    ),
  ];

  it('is counted by clock, the law apart', () => {
    expect(byClock(pieces)).toEqual([
      { clock: 'Police handover', statutory: false, would: { due: 1, over: 1 }, did: { due: 1, over: 0 } },
      { clock: '24-hour limit', statutory: true, would: { due: 1, over: 0 }, did: { due: 1, over: 0 } },
    ]);
    expect(countOf([])).toEqual({ due: 0, over: 0 });
  });

  it('is told incident by incident, and which differ', () => {
    expect(byIncident(pieces).map(({ incidentRef, differs }) => [incidentRef, differs])).toEqual([
      ['HV-1', true],
      ['HV-2', false],
    ]);
  });

  it('does not differ for the seconds that an engine takes', () => {
    const [one] = byIncident([piece([step('1', at)], [step('1', '2026-11-20T05:00:02.000Z')])]);
    expect(one?.differs).toBe(false);
  });

  it('counts what was called as it was, though the rotas now have nobody', () => {
    const both = { duties: ['on-call-manager', 'duty-inspector'] } as const;
    const fired = step('1', at, { ...both, called: ['duty-inspector'] });
    const counts = byDuty([piece([], [fired])], []).map(({ duty, did }) => [duty, did.calls, did.toNobody]);
    expect(counts).toEqual([
      ['duty-inspector', 1, 0],
      ['on-call-manager', 0, 1],
    ]);
  });

  it('names a duty that only one side calls, and no rate where nobody is on', () => {
    const sums = byDuty(pieces, []);
    expect(sums.map(({ duty, would, did }) => [duty, would.steps, did.steps])).toEqual([
      ['control-room', 2, 2],
      ['duty-inspector', 1, 0],
    ]);
    expect(sums[0] && perOperatorHour(sums[0].would)).toBeUndefined();
    expect(byDuty([], [])).toEqual([]);
  });
});
