import type { Escalation } from '@concord/domain';
import { untouched } from '@concord/domain';
import { firstUnowned, lateBy, openAlarms } from './alarm-order';

const step = { lateBySeconds: 0 } as Escalation['steps'][number];
const alarm = (incidentRef: string, more: Partial<Escalation>): Escalation => ({
  id: incidentRef,
  areaId: 'area',
  incidentId: incidentRef,
  incidentRef,
  placeId: null,
  clock: { kind: 'agreed', thresholdId: 'handover', label: 'Police handover' },
  subject: 'fact',
  startedAt: '2026-11-22T02:00:00.000Z',
  level: 'due',
  steps: [step],
  ...untouched,
  revision: 1,
  ...more,
});

const owner = { userId: 'u', name: 'C. Merriweather' };
const law: Escalation['clock'] = {
  kind: 'statutory',
  limit: 's136-permitted-period',
  label: '24-hour limit',
};

const now = '2026-11-22T02:30:00.000Z';

describe('alarms', () => {
  it('put what nobody has before what somebody has, law before agreement, over before due', () => {
    const order = openAlarms(
      [
        alarm('due', {}),
        alarm('owned', { level: 'over', ownedBy: owner }),
        alarm('over', { level: 'over' }),
        alarm('unlawful', { level: 'over', clock: law }),
        alarm('older', { startedAt: '2026-11-22T01:00:00.000Z' }),
        alarm('ended', { resolvedAt: '2026-11-22T03:00:00.000Z' }),
      ],
      now,
    ).map(({ incidentRef }) => incidentRef);
    expect(order).toEqual(['unlawful', 'over', 'older', 'due', 'owned']);
  });

  it('put a place behind an incident that is no worse off, and before one that is better', () => {
    const ofPlace = { incidentId: null, incidentRef: null, placeId: 'elm' };
    const order = openAlarms(
      [
        alarm('place due', { ...ofPlace, id: 'place due' }),
        alarm('due', {}),
        alarm('place over', { ...ofPlace, id: 'place over', level: 'over' }),
        alarm('over', { level: 'over', startedAt: '2026-11-22T02:30:00.000Z' }),
        alarm('owned', { level: 'over', clock: law, ownedBy: owner }),
      ],
      now,
    ).map(({ id }) => id);
    expect(order).toEqual(['over', 'place over', 'due', 'place due', 'owned']);
  });

  it('offer the first that nobody has', () => {
    expect(firstUnowned(openAlarms([alarm('a', { ownedBy: owner }), alarm('b', {})], now))?.id).toBe('b');
    expect(firstUnowned([alarm('a', { ownedBy: owner })])).toBeUndefined();
  });

  it('say how late the engine was, not the second that anything takes', () => {
    expect(lateBy(alarm('a', { steps: [{ ...step, lateBySeconds: 2 }] }))).toBeUndefined();
    expect(lateBy(alarm('a', { steps: [step, { ...step, lateBySeconds: 1800 }] }))).toBe(1800);
  });
});
