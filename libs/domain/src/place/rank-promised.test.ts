import { after, agreement, blankIncident, nurse, START } from '../examples';
import { place, room } from './examples';
import { rankRooms } from './rank';
import type { Room } from './room';

const near = place({ id: 'near', name: 'Near Suite', position: { lat: 54.05, lon: -2 } });
const far = place({ id: 'far', name: 'Far Suite', position: { lat: 54.3, lon: -2 } });
const observedAgo = (minutes: number) => ({ ...room().observed, at: after(-minutes) });
const list = (rooms: readonly Room[]) =>
  rankRooms({ incident: blankIncident, places: [near, far], rooms, agreement, lendings: [], now: after(5) });

describe('a room that is promised', () => {
  const promised = (minutes: number): Room['promised'] => ({
    freeAt: after(minutes),
    likelihood: 'likely',
    reason: 'discharge',
    note: '',
    by: nurse,
    madeAt: START,
    source: 'site',
  });
  const order = (...rooms: Room[]) => list(rooms).map(({ roomId }) => roomId);
  const busy = room({ id: 'busy', placeId: 'near', state: 'occupied' });
  const later = (more: Partial<Room>) =>
    room({ id: 'promised', placeId: 'far', state: 'occupied', promised: promised(60), ...more });

  it('stands before the others that cannot be used, and says when it should be free', () => {
    expect(order(busy, later({}))).toEqual(['promised', 'busy']);
    expect(list([later({})])[0]?.reasons.join()).toContain('promised free at');
  });

  it.each<[string, Partial<Room>]>([
    ['fits nobody like this person', { ages: 'under-18s' }],
    ['has not been confirmed for hours', { observed: observedAgo(120) }],
    ['was promised for a time that has passed', { promised: promised(-16) }],
    ['is closed for another week', { state: 'closed', closedReason: 'works', promised: promised(10_000) }],
  ])('stands where it would without its promise when it %s', (_why, more) => {
    expect(order(busy, later(more))).toEqual(['busy', 'promised']);
  });

  it('says nothing of a time that has passed', () => {
    expect(list([later({ promised: promised(-16) })])[0]?.reasons.join()).not.toContain('promised');
  });
});
