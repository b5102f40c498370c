import * as fc from 'fast-check';
import { after, called, granted, nurse, refusalOf, START } from '../examples';
import { room } from './examples';
import { minutesBetween } from '../instant';
import { refused } from '../refusal';
import type { ClosedReason, Observation, Room, RoomState } from './room';
import type { RoomPromise } from './promise';
import {
  freshness,
  isClosing,
  markRoom,
  moveRoom,
  reasonDueAt,
  roomLifecycle,
  roomMoves,
  unmarkRoom,
} from './room';

fc.configureGlobal({ seed: 1983 });

const rule = { confirmAfterMinutes: 30, unknownAfterMinutes: 60 };
const seen: Observation = { at: after(10), by: called('Sam Ode'), source: 'telephone' };
const states = Object.keys(roomLifecycle) as RoomState[];

const held = room({ state: 'held', holdId: 'hold-1' });
const detainedIn = room({ state: 'occupied', incidentId: 'incident-1' });
const walkIn = room({ state: 'occupied' });

const reopening: RoomPromise = {
  freeAt: after(20_000),
  likelihood: 'likely',
  reason: 'repair',
  note: '',
  by: nurse,
  madeAt: START,
  source: 'site',
};

/** Any room that could be in the database, and some that should not be. */
const anyRoom = fc
  .record({
    state: fc.constantFrom(...states),
    holdId: fc.option(fc.constant('hold-1')),
    incidentId: fc.option(fc.constant('incident-1')),
    closedReason: fc.option(fc.constantFrom<ClosedReason>('damage', 'staffing')),
  })
  .map((more): Room => room(more));

describe('what a suite may say of its own room', () => {
  it.each<[string, Room, readonly RoomState[]]>([
    ['a free room', room(), ['occupied', 'cleaning', 'closed']],
    ['a promised room: nothing, its hold decides', held, []],
    ['a room with a detained person in it: only that nobody comes after them', detainedIn, ['closed']],
    ['a room with somebody of its own in it', walkIn, ['cleaning', 'available', 'closed']],
    ['a room being cleaned', room({ state: 'cleaning' }), ['available', 'closed']],
    ['a closed room', room({ state: 'closed', closedReason: 'works' }), ['cleaning', 'available']],
  ])('%s', (_what, before, moves) => {
    expect(roomMoves(before)).toEqual(moves);
  });

  it('is done exactly when it is offered, for every room and every state', () => {
    fc.assert(
      fc.property(anyRoom, fc.constantFrom(...states), (before, state) => {
        const decision = markRoom(before, { state, closedReason: 'damage', observed: seen });
        const offered = state === before.state || roomMoves(before).includes(state);
        expect(refused(decision)).toBe(!offered);
        if (refused(decision)) return;
        // Whoever is in it stays where they are, however the room is closed over them, and closes it behind them.
        const stays = before.state === 'occupied' && state === 'closed';
        const leaves = isClosing(before) && state !== 'occupied';
        const becomes = stays ? 'occupied' : leaves ? 'closed' : state;
        expect(decision).toMatchObject({ state: becomes, observed: seen });
      }),
    );
  });

  it('is refused with what it may say instead', () => {
    expect(refusalOf(markRoom(held, { state: 'available', observed: seen }))).toMatchObject({
      code: 'not-allowed-in-this-state',
      message: expect.stringContaining('release the hold') as string,
      details: { state: 'held', allowed: [] },
    });
    expect(refusalOf(markRoom(detainedIn, { state: 'cleaning', observed: seen })).message).toContain(
      'detained person',
    );
    expect(
      refusalOf(markRoom(room({ state: 'cleaning' }), { state: 'occupied', observed: seen })),
    ).toMatchObject({
      details: { allowed: ['available', 'closed'] },
    });
  });

  it('may close a room before there is time to say why, and is reminded ten minutes later', () => {
    for (const [before, state] of [
      [room(), 'closed'],
      [detainedIn, 'occupied'],
    ] as const) {
      const closed = granted(markRoom(before, { state: 'closed', observed: seen }));
      expect(closed).toMatchObject({ state, closedReason: 'not-said' });
      expect(reasonDueAt(closed)).toBe(after(20));
      const said = granted(markRoom(closed, { state: 'closed', closedReason: 'damage', observed: seen }));
      expect(said).toMatchObject({ state, closedReason: 'damage' });
      expect(reasonDueAt(said)).toBeNull();
    }
  });

  it('closes a room over whoever is in it, however they came: it is closed when they have left', () => {
    const closing = granted(markRoom(walkIn, { state: 'closed', closedReason: 'damage', observed: seen }));
    expect(closing).toMatchObject({ state: 'occupied', closedReason: 'damage' });
    for (const state of ['available', 'cleaning'] as const)
      expect(granted(markRoom(closing, { state, observed: seen }))).toMatchObject({
        state: 'closed',
        closedReason: 'damage',
      });
    const promised = { ...closing, promised: reopening };
    expect(granted(markRoom(promised, { state: 'occupied', observed: seen }))).toEqual({
      ...walkIn,
      observed: seen,
    });
  });

  it('keeps the reason while a room stays closed, and not after it opens', () => {
    const closed = granted(markRoom(room(), { state: 'closed', closedReason: 'infection', observed: seen }));
    expect(closed.closedReason).toBe('infection');
    const confirmed = granted(markRoom(closed, { state: 'closed', observed: { ...seen, at: after(40) } }));
    expect(confirmed).toMatchObject({ closedReason: 'infection', observed: { at: after(40) } });
    expect(granted(markRoom(confirmed, { state: 'available', observed: seen })).closedReason).toBeNull();
  });

  it('may be the same again: that is a fresh observation, and changes nothing else', () => {
    expect(granted(markRoom(room(), { state: 'available', observed: seen }))).toEqual({
      ...room(),
      observed: seen,
    });
  });
});

describe('a slip of the hand', () => {
  it('is taken back whole: state, reason, promise and the age of what was said before it', () => {
    fc.assert(
      fc.property(anyRoom, fc.constantFrom(...states), (before, state) => {
        const marked = markRoom(before, { state, closedReason: 'works', observed: seen });
        if (refused(marked) || before.state === 'held') return;
        expect(granted(unmarkRoom({ ...marked, revision: 9 }, before))).toEqual({ ...before, revision: 9 });
      }),
    );
  });

  it.each([
    ['a hold', room({ state: 'held', holdId: 'hold-2' }), room()],
    ['a hold that has ended', room(), held],
    ['somebody who came', detainedIn, room()],
  ])('is not taken back over %s', (_what, now, before) => {
    expect(refusalOf(unmarkRoom(now, before)).code).toBe('not-allowed-in-this-state');
  });
});

describe('a room that a hold or an incident moves', () => {
  it('carries its promise and its occupant, and drops them when it is free', () => {
    const promised = moveRoom(room(), 'held', { holdId: 'hold-9', observed: seen });
    expect(promised).toMatchObject({ state: 'held', holdId: 'hold-9', incidentId: null });
    const taken = moveRoom(promised, 'occupied', { incidentId: 'incident-1', observed: seen });
    expect(taken).toMatchObject({ state: 'occupied', holdId: null, incidentId: 'incident-1' });
    expect(moveRoom(taken, 'cleaning', { observed: seen })).toMatchObject({ holdId: null, incidentId: null });
  });

  it('is never moved past the table: that is a fault, not a choice', () => {
    for (const from of states) {
      for (const to of states.filter((state) => !roomLifecycle[from].includes(state))) {
        expect(() => moveRoom(room({ state: from }), to, { observed: seen })).toThrow(`${from} -> ${to}`);
      }
    }
  });
});

describe('how far a status can be trusted', () => {
  it.each([
    [0, 'fresh'],
    [29.99, 'fresh'],
    [30, 'confirm-due'],
    [59.99, 'confirm-due'],
    [60, 'unknown'],
    [100_000, 'unknown'],
  ])('said %p minutes ago, it is %s', (minutes, expected) => {
    expect(freshness(room(), rule, after(minutes))).toBe(expected);
  });

  it('does not age while Concord itself holds or fills the room', () => {
    expect(freshness(held, rule, after(100_000))).toBe('fresh');
    expect(freshness(detainedIn, rule, after(100_000))).toBe('fresh');
    expect(freshness(walkIn, rule, after(61))).toBe('unknown');
  });

  it('never makes an old "available" look good, whatever else is on the record', () => {
    const rules = fc
      .tuple(fc.nat({ max: 600 }), fc.nat({ max: 600 }))
      .map(([a, b]) => ({ confirmAfterMinutes: Math.min(a, b), unknownAfterMinutes: Math.max(a, b) }));
    fc.assert(
      fc.property(anyRoom, rules, fc.nat({ max: 100_000 }), (any, given, minutes) => {
        const free: Room = { ...any, state: 'available' };
        const now = after(minutes);
        const old = minutesBetween(START, now) > given.unknownAfterMinutes;
        expect(freshness(free, given, now) === 'unknown').toBe(old);
      }),
    );
  });

  it('only ever falls as time passes', () => {
    const worth = { fresh: 2, 'confirm-due': 1, unknown: 0 } as const;
    fc.assert(
      fc.property(anyRoom, fc.nat({ max: 5000 }), fc.nat({ max: 5000 }), (any, a, b) => {
        const [sooner, later] = [Math.min(a, b), Math.max(a, b)];
        expect(worth[freshness(any, rule, after(later))]).toBeLessThanOrEqual(
          worth[freshness(any, rule, after(sooner))],
        );
      }),
    );
  });

  it('names who said it, and how they knew', () => {
    expect(room().observed).toEqual({ at: START, by: nurse, source: 'site' });
  });
});
