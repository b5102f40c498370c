import * as fc from 'fast-check';
import { after, nurse } from '../examples';
import { room } from './examples';
import type { RoomState } from './room';
import type { Staffing } from './staffing';
import { offerOf } from './staffing';

fc.configureGlobal({ seed: 1983 });

const rule = { confirmAfterMinutes: 30, unknownAfterMinutes: 60 };
const staffed = (staffedFor: number, minutesAgo = 5): Staffing => ({
  staffedFor,
  observed: { at: after(-minutesAgo), by: nurse, source: 'site' },
});
const rooms = (...states: RoomState[]) => states.map((state, i) => room({ id: `room-${i}`, state }));

describe('what a suite can take', () => {
  it.each<[string, Staffing | null, RoomState[], number]>([
    ['two free rooms, staff for two', staffed(2), ['available', 'available'], 2],
    ['two free rooms, staff for one', staffed(1), ['available', 'available'], 1],
    ['a free room, but its staff have somebody already', staffed(1), ['available', 'occupied'], 0],
    ['a free room, but its staff are promised to somebody', staffed(1), ['available', 'held'], 0],
    ['staff for four, but one room', staffed(4), ['available', 'closed'], 1],
    ['a suite that says nothing of staff: its rooms alone', null, ['available', 'available'], 2],
    ['fewer staff than people', staffed(1), ['available', 'occupied', 'occupied'], 0],
  ])('is the lesser of rooms and staff: %s', (_what, staffing, states, expected) => {
    expect(offerOf(staffing, rooms(...states), rule, after(0)).canTake).toBe(expected);
  });

  it('is nothing once what was said of staff is too old, whatever was said', () => {
    expect(offerOf(staffed(2, 61), rooms('available'), rule, after(0))).toMatchObject({
      canTake: 0,
      freshness: 'unknown',
    });
    expect(offerOf(staffed(2, 31), rooms('available'), rule, after(0))).toMatchObject({
      canTake: 1,
      freshness: 'confirm-due',
    });
  });

  it('never grows because time passes, and is never more than the free rooms', () => {
    const states = fc.array(
      fc.constantFrom<RoomState>('available', 'held', 'occupied', 'cleaning', 'closed'),
    );
    const minutes = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(fc.nat(6), states, minutes, minutes, (staffedFor, all, now, more) => {
        const offerAt = (at: number) =>
          offerOf(staffed(staffedFor, 0), rooms(...all), rule, after(at)).canTake;
        expect(offerAt(now + more)).toBeLessThanOrEqual(offerAt(now));
        expect(offerAt(now)).toBeLessThanOrEqual(all.filter((state) => state === 'available').length);
      }),
    );
  });
});
