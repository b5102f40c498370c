import type { ToldStatus } from '@concord/domain';

const uid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** What the control room heard by telephone of the suite that the examples are about, and typed six minutes later. */
export const toldStatus: ToldStatus = {
  id: uid(67),
  areaId: uid(1),
  placeId: uid(10),
  said: [
    { of: 'room', roomId: uid(32), state: 'closed', closedReason: 'works' },
    { of: 'staffing', staffedFor: 2 },
  ],
  confirmed: false,
  observedAt: '2026-11-22T02:03:00.000Z',
  recordedAt: '2026-11-22T02:09:00.000Z',
  by: { userId: uid(40), name: 'Morgan Reyes' },
  source: 'telephone',
  tookEffect: false,
  takenBackAt: null,
  revision: 7,
};
