import type { Place, Room } from '@concord/domain';
import * as fc from 'fast-check';
import { siteOffer } from './site-offer';
import { now, place, room, rule, said } from './test-places';

fc.configureGlobal({ seed: 1983 });

const staff = (staffedFor: number, minutesAgo = 5): Partial<Place> => ({
  staffing: { staffedFor, observed: said(minutesAgo) },
});
const offered = (rooms: readonly Room[], more: Partial<Place> = {}) =>
  siteOffer(place('Elm', more), rooms, rule, now);

const open = room('Elm 1');
const stale = room('Elm 2', { observed: said(72) });
const taken = room('Elm 3', { state: 'occupied', incidentId: 'HV-1', observed: said(300) });
const cleaning = room('Elm 4', { state: 'cleaning' });
const closed = room('Elm 5', { state: 'closed', closedReason: 'works' });

describe('what a suite can take now', () => {
  it.each<[string, Room[], Partial<Place>, string, string]>([
    ['a free room', [open, taken], {}, '1 free', '1 of 2 rooms open'],
    ['fewer staff than rooms', [open, room('b')], staff(1), '1 free', '2 of 2 rooms open, staff for 1 more'],
    [
      'staff for nobody else',
      [open, taken],
      staff(1),
      'staff for 0',
      '1 of 2 rooms open, staffed for 1 and 1 in use',
    ],
    [
      'staff who were counted too long ago',
      [open],
      staff(2, 62),
      'staff unknown 1:02 h',
      '1 of 1 room open; last: staff for 2, 1:02 h ago',
    ],
    ['a room that nobody has confirmed', [stale, taken], {}, 'unknown 1:12 h', 'last: 1 free, 1:12 h ago'],
    ['one confirmed and one not', [open, stale], {}, '1 free', '1 of 2 rooms open, 1 not confirmed'],
    ['nothing free, known', [taken, cleaning], {}, 'full', '1 occupied, 1 cleaning'],
    ['everything closed', [closed], {}, 'closed', '1 closed (works)'],
    ['no rooms at all', [], {}, 'no rooms', 'none set up'],
  ])('%s', (_what, rooms, more, says, why) => {
    expect(offered(rooms, more)).toMatchObject({ says, why });
  });

  it('never says that an unconfirmed room or unconfirmed staff can take somebody', () => {
    const anyRoom = fc.record({
      state: fc.constantFrom<Room['state']>('available', 'occupied', 'cleaning', 'closed'),
      old: fc.nat({ max: 400 }),
    });
    fc.assert(
      fc.property(
        fc.array(anyRoom, { maxLength: 6 }),
        fc.option(fc.nat({ max: 6 })),
        fc.nat({ max: 400 }),
        (rooms, staffedFor, old) => {
          const own = rooms.map(({ state, old: minutes }, n) =>
            room(`r${n}`, { state, observed: said(minutes) }),
          );
          const fresh = own.filter(
            ({ state }, n) => state === 'available' && (rooms[n]?.old ?? 0) <= rule.unknownAfterMinutes,
          );
          const offer = offered(own, staffedFor === null ? {} : staff(staffedFor, old));
          expect(offer.canTake).toBeLessThanOrEqual(fresh.length);
          if (staffedFor !== null && old > rule.unknownAfterMinutes) expect(offer.canTake).toBe(0);
          expect(offer.standing === 'takes').toBe(offer.canTake > 0);
        },
      ),
    );
  });
});
