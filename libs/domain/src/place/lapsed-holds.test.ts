import * as fc from 'fast-check';
import { after, blankIncident as incident } from '../examples';
import { hold, room } from './examples';
import type { HoldState } from './hold';
import { holdHasLapsed, holdLifecycle } from './hold';
import { withLapsedGivenBack } from './lapsed-holds';

fc.configureGlobal({ seed: 1983 });

const states = Object.keys(holdLifecycle) as HoldState[];

describe('holds that have lapsed and are not written down as lapsed', () => {
  it('give back their rooms, as old as they were, and stand on the record of their own incident', () => {
    const held = room({ state: 'held', holdId: 'hold-1' });
    const own = hold({ incidentId: incident.id });
    const seen = withLapsedGivenBack({ incident, rooms: [held] }, [own], after(45));
    expect(seen.rooms).toEqual([{ ...held, state: 'available', holdId: null }]);
    expect(seen.incident.facts.at(-1)).toMatchObject({ kind: 'hold-expired', holdId: 'hold-1' });
  });

  it('change nothing of anybody else’s incident, nor of a room that somebody is in by now', () => {
    const rooms = [room({ state: 'held', holdId: 'hold-1' }), room({ id: 'room-2', state: 'occupied' })];
    const others = [
      hold({ incidentId: 'another' }),
      hold({ id: 'b', incidentId: 'another', roomId: 'room-2' }),
    ];
    const seen = withLapsedGivenBack({ incident, rooms }, others, after(45));
    expect(seen.incident.facts).toEqual(incident.facts);
    expect(seen.rooms.map(({ state }) => state)).toEqual(['available', 'occupied']);
  });

  it('are only those whose time is up, whatever the holds and the instant', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ state: fc.constantFrom(...states), minutes: fc.integer({ min: 1, max: 90 }) }), {
          maxLength: 6,
        }),
        fc.integer({ min: 0, max: 90 }),
        (given, now) => {
          const holds = given.map(({ state, minutes }, n) =>
            hold({ id: `hold-${n}`, roomId: `room-${n}`, state, expiresAt: after(minutes) }),
          );
          const rooms = holds.map(({ id, roomId }) => room({ id: roomId, state: 'held', holdId: id }));
          const seen = withLapsedGivenBack({ incident, rooms }, holds, after(now));
          expect(seen.rooms.map(({ state }) => state === 'available')).toEqual(
            holds.map((one) => holdHasLapsed(one, after(now))),
          );
        },
      ),
    );
  });
});
