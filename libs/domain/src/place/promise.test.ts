import * as fc from 'fast-check';
import { after, granted, nurse, refusalOf, START } from '../examples';
import { room } from './examples';
import type { RoomPromise } from './promise';
import { promiseRoom, settlePromise, unsettlePromise } from './promise';

fc.configureGlobal({ seed: 1983 });

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

describe('a promise that a room will be free', () => {
  it('is shown beside the present and changes nothing of it', () => {
    const busy = room({ state: 'occupied' });
    expect(granted(promiseRoom(busy, promise(60)))).toEqual({ ...busy, promised: promise(60) });
  });

  it.each([
    ['for a room that is free now', room(), 60, 'not-allowed-in-this-state'],
    ['for a time that has passed', room({ state: 'occupied' }), 0, 'time-impossible'],
    ['for over a day away', room({ state: 'occupied' }), 24 * 60 + 1, 'time-impossible'],
  ] as const)('is refused %s', (_what, given, freeAt, code) => {
    expect(refusalOf(promiseRoom(given, promise(freeAt))).code).toBe(code);
  });

  it.each([
    ['free before its time', 'available', 50, { made: 1, kept: 1 }],
    ['free a quarter of an hour late', 'available', 75, { made: 1, kept: 1 }],
    ['free later than that', 'available', 76, { made: 1, kept: 0 }],
    ['not free an hour after', 'occupied', 121, { made: 1, kept: 0 }],
    ['not free yet', 'occupied', 119, none],
  ] as const)('counts for the site as it turned out: %s', (_what, state, now, score) => {
    const settled = settlePromise(room({ state, promised: promise(60) }), none, after(now));
    expect(settled.score).toEqual(score);
    expect(settled.room.promised).toEqual(score.made === 0 ? promise(60) : null);
  });

  it('is counted once, however often the room is looked at', () => {
    const looks = fc.array(fc.tuple(fc.nat(400), fc.constantFrom('available' as const, 'occupied' as const)));
    fc.assert(
      fc.property(looks, (all) => {
        let so = { room: room({ state: 'occupied', promised: promise(60) }), score: none };
        for (const [minute, state] of all.sort(([a], [b]) => a - b))
          so = settlePromise({ ...so.room, state }, so.score, after(minute));
        expect(so.score.made).toBeLessThanOrEqual(1);
        expect(so.score.kept).toBeLessThanOrEqual(so.score.made);
      }),
    );
  });

  it('is not counted for a mark that was a slip of the hand', () => {
    const before = room({ state: 'cleaning', promised: promise(60) });
    fc.assert(
      fc.property(fc.nat({ max: 300 }), fc.nat({ max: 9 }), (minutes, kept) => {
        const at = after(minutes);
        const was = { made: 9, kept };
        const { room: marked, score } = settlePromise({ ...before, state: 'available' }, was, at);
        expect(unsettlePromise(score, { before, marked, at })).toEqual(was);
      }),
    );
  });
});
