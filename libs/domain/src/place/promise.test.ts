import * as fc from 'fast-check';
import { after, granted, nurse, refusalOf, START } from '../examples';
import { room } from './examples';
import type { RoomPromise } from './promise';
import { promiseRoom, promiseSettledAt, settlePromise, standingPromise, unsettlePromise } from './promise';
import type { Room } from './room';
import type { Staffing } from './staffing';

fc.configureGlobal({ seed: 1983 });

const DAY = 24 * 60;

const promise = (freeAt: number): RoomPromise => ({
  freeAt: after(freeAt),
  likelihood: 'likely',
  reason: 'discharge',
  note: '',
  by: nurse,
  madeAt: START,
  source: 'site',
});
const none = { made: 0, kept: 0 };

const alone = { staffing: null, rooms: [] };
const scored = (score = none, staffing: Staffing | null = null) => ({ promises: score, staffing });
const staffedFor = (count: number): Staffing => ({
  staffedFor: count,
  observed: { at: START, by: nurse, source: 'site' },
});
/** What comes of a room looked at again at a minute. */
const looked = (one: Room, minute: number, score = none) =>
  settlePromise({ before: one, after: one }, scored(score), after(minute));

describe('a promise that a room will be free', () => {
  it('is shown beside the present and changes nothing of it', () => {
    const busy = room({ state: 'occupied' });
    expect(granted(promiseRoom(busy, promise(60), alone))).toEqual({ ...busy, promised: promise(60) });
  });

  it.each([
    ['for a room that is free now', room(), 60, 'not-allowed-in-this-state'],
    ['for a time that has passed', room({ state: 'occupied' }), 0, 'time-impossible'],
    ['for over a day away', room({ state: 'occupied' }), DAY + 1, 'time-impossible'],
    [
      'for over eight weeks away of a closed room',
      room({ state: 'closed', closedReason: 'works' }),
      56 * DAY + 1,
      'time-impossible',
    ],
  ] as const)('is refused %s', (_what, given, freeAt, code) => {
    expect(refusalOf(promiseRoom(given, promise(freeAt), alone)).code).toBe(code);
  });

  it('may be weeks ahead for a room that is closed, or closes when its occupant leaves', () => {
    for (const state of ['closed', 'occupied'] as const) {
      const closed = room({ state, closedReason: 'works' });
      expect(granted(promiseRoom(closed, promise(20 * DAY), alone)).promised).toEqual(promise(20 * DAY));
    }
  });

  it.each([
    ['free before its time', 'available', 50, { made: 1, kept: 1 }],
    ['free a quarter of an hour late', 'available', 75, { made: 1, kept: 1 }],
    ['free later than that', 'available', 76, { made: 1, kept: 0 }],
    ['not free an hour after', 'occupied', 120, { made: 1, kept: 0 }],
    ['not free yet', 'occupied', 119, none],
  ] as const)('counts for the site as it turned out: %s', (_what, state, now, score) => {
    const settled = looked(room({ state, promised: promise(60) }), now);
    expect(settled.score).toEqual(score);
    expect(settled.room.promised).toEqual(score.made === 0 ? promise(60) : null);
  });

  it.each([
    ['before its time is only better known', 59, 300, none, undefined],
    ['at its very minute has failed', 60, 120, { made: 1, kept: 0 }, undefined],
    ['after its time has failed', 61, 300, { made: 1, kept: 0 }, undefined],
    ['by minutes within its grace may still be kept', 61, 70, none, after(60)],
  ])('put off %s', (_what, now, freeAt, score, toldFirst) => {
    const before = room({ state: 'occupied', promised: promise(60) });
    const next = { ...promise(freeAt), madeAt: after(now) };
    const put = settlePromise({ before, after: { ...before, promised: next } }, scored(), after(now));
    const first = toldFirst === undefined ? {} : { toldFirst };
    expect(put).toEqual({ room: { ...before, promised: { ...next, ...first } }, score });
  });

  it.each([
    ['by a quarter of an hour, time and again', 15, 1, 6],
    ['by an hour at its minute, time and again', 60, 0, 3],
    ['by five minutes, time and again', 5, 1, 9],
  ])('put off %s, is broken each time that its grace is over', (_what, by, late, broken) => {
    let so = { room: room({ state: 'occupied', promised: promise(60) }), score: none };
    let freeAt = 60;
    while (freeAt < 240) {
      const now = freeAt + late;
      freeAt += by;
      const promised = { ...promise(freeAt), madeAt: after(now) };
      so = settlePromise({ before: so.room, after: { ...so.room, promised } }, scored(so.score), after(now));
    }
    const free = { ...so.room, state: 'available' as const };
    const end = settlePromise({ before: so.room, after: free }, scored(so.score), after(freeAt));
    expect(end.score).toEqual({ made: broken + 1, kept: 1 });
  });

  it('put off within its grace, and free in time by what was told first, is kept', () => {
    const before = room({ state: 'occupied', promised: promise(60) });
    const next = { ...promise(70), madeAt: after(62) };
    const put = settlePromise({ before, after: { ...before, promised: next } }, scored(), after(62));
    expect(looked({ ...put.room, state: 'available' }, 74).score).toEqual({ made: 1, kept: 1 });
    expect(looked({ ...put.room, state: 'available' }, 76).score).toEqual({ made: 1, kept: 0 });
  });

  it('is worth nothing a quarter of an hour after its time, and is settled an hour after', () => {
    const promised = promise(60);
    expect(standingPromise({ promised }, after(75))).toEqual(promised);
    expect(standingPromise({ promised }, after(76))).toBeNull();
    expect(promiseSettledAt(promised)).toBe(after(120));
  });

  it('is counted once, however often the room is looked at', () => {
    const looks = fc.array(fc.tuple(fc.nat(400), fc.constantFrom('available' as const, 'occupied' as const)));
    fc.assert(
      fc.property(looks, (all) => {
        let so = { room: room({ state: 'occupied', promised: promise(60) }), score: none };
        for (const [minute, state] of all.sort(([a], [b]) => a - b))
          so = looked({ ...so.room, state }, minute, so.score);
        expect(so.score.made).toBeLessThanOrEqual(1);
        expect(so.score.kept).toBeLessThanOrEqual(so.score.made);
      }),
    );
  });

  it('is not counted for a mark that was a slip of the hand', () => {
    const before = room({ state: 'cleaning', promised: promise(60) });
    fc.assert(
      fc.property(fc.nat({ max: 300 }), fc.nat({ max: 9 }), (minutes, kept) => {
        const observed = { ...before.observed, at: after(minutes) };
        const was = { made: 9, kept };
        const said = { ...before, state: 'available' as const, observed };
        const { room: marked, score } = settlePromise({ before, after: said }, scored(was), observed.at);
        expect(unsettlePromise(scored(score), { before, marked })).toEqual(was);
      }),
    );
  });
});

describe('a promise of staff for a free room', () => {
  const rooms = [room(), room({ id: 'room-2' })];
  const due = { ...promise(60), reason: 'staff-due' as const };

  it('may be made while the suite has staff for fewer than its free rooms, and says for how many it will', () => {
    const [first = room(), second = room()] = rooms;
    const suite = { staffing: staffedFor(0), rooms };
    const promised = granted(promiseRoom(first, due, suite));
    expect(promised.promised?.staffedFor).toBe(1);
    const next = granted(promiseRoom(second, due, { ...suite, rooms: [promised, second] }));
    expect(next.promised?.staffedFor).toBe(2);
  });

  it.each([
    ['whose suite says nothing of its staff', null, due],
    ['that is staffed', staffedFor(2), due],
    ['for want of anything else', staffedFor(0), promise(60)],
  ])('is refused for a free room %s', (_what, staffing, given) => {
    expect(refusalOf(promiseRoom(room(), given, { staffing, rooms })).code).toBe('not-allowed-in-this-state');
  });

  it.each([
    ['staffed in time', 1, 60, { made: 1, kept: 1 }],
    ['staffed late', 1, 90, { made: 1, kept: 0 }],
    ['not staffed', 0, 60, none],
    ['never staffed', 0, 120, { made: 1, kept: 0 }],
  ])('is kept by the staff, not by the room: %s', (_what, staff, minute, score) => {
    const waiting = room({ promised: { ...due, staffedFor: 1 } });
    const change = { before: waiting, after: waiting };
    expect(settlePromise(change, scored(none, staffedFor(staff)), after(minute)).score).toEqual(score);
  });
});
