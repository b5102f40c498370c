import type { Room, RoomPromise } from '@concord/domain';
import { promisedWords } from './promise-words';
import { room } from './test-places';

const now = '2026-11-22T02:00:00.000Z';
const promised: RoomPromise = {
  freeAt: '2026-11-22T03:00:00.000Z',
  likelihood: 'likely',
  reason: 'discharge',
  note: '',
  by: { userId: 'nia', name: 'Nia Patel' },
  madeAt: '2026-11-22T01:00:00.000Z',
  source: 'site',
};

it.each<[Partial<Room>, string | undefined]>([
  [{ state: 'occupied' }, 'Free 03:00, likely'],
  [{ state: 'closed', closedReason: 'works' }, 'Open again 03:00, likely'],
  [{ state: 'occupied', closedReason: 'works' }, 'Open again 03:00, likely'],
  [{ state: 'available', promised: { ...promised, staffedFor: 1 } }, 'Staff for 1 due 03:00, likely'],
  [{ state: 'occupied', promised: { ...promised, freeAt: '2026-11-22T01:44:00.000Z' } }, undefined],
  [{ state: 'occupied', promised: null }, undefined],
])('what %p has promised is %p', (more, words) => {
  expect(promisedWords(room('elm-1', { promised, ...more }), now)).toBe(words);
});
