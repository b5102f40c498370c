import { adult, after, refusalOf, START } from '../examples';
import { lending, place, room } from './examples';
import { plusMinutes } from '../instant';
import type { LendingRules } from './lending';
import { LONGEST_LENDING_MINUTES, lendingIsLive, lendingTimes, roomsInUse, whyNotLent } from './lending';
import type { LentBy } from './lent';
import { rankRooms } from './rank';
import { agreement, blankIncident } from '../examples';

const with_ = (rules: Partial<LendingRules>) => lending({ rules: { ...lending().rules, ...rules } });
const ask = (more: object = {}) => ({ person: adult, inUse: 0, now: after(5), ...more });

describe('for how long places are lent', () => {
  it('is from now or later, forward, and at most 31 days', () => {
    expect(lendingTimes(START, after(60), START)).toBeUndefined();
    expect(lendingTimes(after(10), plusMinutes(after(10), LONGEST_LENDING_MINUTES), START)).toBeUndefined();
  });

  it.each([
    ['in the past', after(-1), after(60), 'from'],
    ['backwards', after(60), after(60), 'until'],
    ['for over 31 days', START, plusMinutes(START, LONGEST_LENDING_MINUTES + 1), 'until'],
  ])('is never %s', (_what, from, until, field) => {
    expect(refusalOf(lendingTimes(from, until, START))).toMatchObject({
      code: 'time-impossible',
      details: { field },
    });
  });

  it('is over once it has ended or was withdrawn', () => {
    expect(
      (['agreed', 'running', 'ended', 'withdrawn'] as const).filter((state) => lendingIsLive({ state })),
    ).toEqual(['agreed', 'running']);
  });
});

describe("the lender's rules", () => {
  it('keep nobody out where there are none', () => {
    expect(whyNotLent(lending(), ask({ inUse: 9 }))).toBeUndefined();
  });

  it('count the rooms in use at once', () => {
    expect(whyNotLent(with_({ atMost: 2 }), ask({ inUse: 1 }))).toBeUndefined();
    expect(whyNotLent(with_({ atMost: 2 }), ask({ inUse: 2 }))).toBe('Fallowmere lends 2 at once: 2 in use');
    expect(whyNotLent(with_({ atMost: 0 }), ask())).toBe('shown by Fallowmere, not lent: ring to ask');
  });

  it('name an age, and whose age nobody knows is treated as under 18', () => {
    const adults = with_({ ages: 'adults' });
    expect(whyNotLent(adults, ask())).toBeUndefined();
    expect(whyNotLent(adults, ask({ person: { ...adult, ageYears: null } }))).toBe(
      'Fallowmere lends it for adults only',
    );
    expect(whyNotLent(with_({ ages: 'under-18s' }), ask())).toBe('Fallowmere lends it for under-18s only');
  });

  it.each([
    ['2026-11-22T19:59:00.000Z', false],
    ['2026-11-22T20:00:00.000Z', true],
    ['2026-11-23T06:59:00.000Z', true],
    ['2026-11-23T07:00:00.000Z', false],
    // Summer time: 20:00 in London is 19:00 here.
    ['2026-07-01T19:00:00.000Z', true],
  ])('name hours by the clock on the wall: at %s they are kept: %s', (now, open) => {
    const nights = with_({ hours: { from: '20:00', to: '07:00' } });
    expect(whyNotLent(nights, ask({ now }))).toBe(
      open ? undefined : 'Fallowmere lends it 20:00 to 07:00 only',
    );
    const days = with_({ hours: { from: '07:00', to: '20:00' } });
    expect(whyNotLent(days, ask({ now })) === undefined).toBe(!open);
  });

  it('are nothing to ask about once it is over', () => {
    expect(whyNotLent(lending({ state: 'withdrawn' }), ask())).toBe('no longer lent by Fallowmere');
  });
});

describe("a neighbour's rooms among our own", () => {
  const lentBy: LentBy = {
    areaId: 'area-2',
    areaName: 'Fallowmere',
    originalId: 'theirs',
    lendingId: 'lending-1',
    until: '2026-11-22T21:00:00.000Z',
    state: 'lent',
  };
  const far = place({ id: 'own', name: 'Own Suite', position: { lat: 54.9, lon: -2 } });
  const near = place({ id: 'lent-suite', name: 'Sedge Suite', position: { lat: 54.01, lon: -2 }, lentBy });
  const lent = (more: object = {}) => room({ id: 'lent', placeId: 'lent-suite', lentBy, ...more });
  const ranked = (
    rooms = [lent(), room({ id: 'mine', placeId: 'own' })],
    given = lending(),
    places = [near, far],
  ) => rankRooms({ incident: blankIncident, places, rooms, agreement, lendings: [given], now: after(5) });

  it('name the day that the lending ends when it is not today', () => {
    const until = '2026-12-22T21:00:00.000Z';
    const [first] = ranked(undefined, undefined, [{ ...near, lentBy: { ...lentBy, until } }]);
    expect(first?.reasons).toContain('lent by Fallowmere until 22-Dec 21:00');
  });

  it('stand after our own of equal fitness however near, and say whose they are and until when', () => {
    const [first, second] = ranked();
    expect(first).toMatchObject({ roomId: 'mine', rank: 1, lentBy: null });
    expect(second).toMatchObject({
      roomId: 'lent',
      rank: 2,
      lentBy: { areaName: 'Fallowmere', until: lentBy.until },
      reasons: ['free, confirmed 5 min ago', 'lent by Fallowmere until 21:00', 'about 2 min drive'],
    });
  });

  it('stand among our own where the lender says so', () => {
    expect(ranked(undefined, with_({ ranked: 'as-own' })).map(({ roomId }) => roomId)).toEqual([
      'lent',
      'mine',
    ]);
  });

  it('say whose yes is needed', () => {
    expect(ranked(undefined, with_({ needsYes: true }))[1]?.reasons).toContain(
      "Fallowmere's coordinator must say yes",
    );
  });

  it('come before our own that are stale or taken: those cannot be had', () => {
    const rooms = [lent(), room({ id: 'mine', placeId: 'own', state: 'cleaning' })];
    expect(ranked(rooms).map(({ roomId }) => roomId)).toEqual(['lent', 'mine']);
  });

  it("are never offered against the lender's rules, though free", () => {
    const using = room({ id: 'other', placeId: 'lent-suite', lentBy, state: 'occupied', incidentId: 'i' });
    expect(roomsInUse('lending-1', [lent(), using])).toBe(1);
    const found = ranked([lent(), using], with_({ atMost: 1 })).find(({ roomId }) => roomId === 'lent');
    expect(found).toMatchObject({ standing: 'no', rank: null });
    expect(found?.reasons[0]).toBe('Fallowmere lends 1 at once: 1 in use');
  });

  it('are gone when the lending is, but for one that is ours until they leave', () => {
    const over = (state: LentBy['state']) => [place({ ...near, lentBy: { ...lentBy, state } })];
    const rooms = [
      lent({ id: 'gone', lentBy: { ...lentBy, state: 'ended' } }),
      lent({ id: 'stays', lentBy: { ...lentBy, state: 'ending' } }),
    ];
    expect(ranked(rooms, lending({ state: 'withdrawn' }), over('ending'))).toMatchObject([
      { roomId: 'stays', standing: 'no', reasons: ['no longer lent by Fallowmere', 'about 2 min drive'] },
    ]);
  });
});
