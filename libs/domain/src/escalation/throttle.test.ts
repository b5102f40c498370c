import fc from 'fast-check';
import { instantFromMs, minutesBetween, msOf } from '../instant';
import type { Channel } from './channel';
import type { Notification } from './notification';
import { bundlesOf, heldUntil } from './throttle';

const start = '2026-11-22T02:00:00.000Z';
/** All of a message that decides what it goes with. */
const partly = (so: Partial<Notification>) => so as Notification;
const after = (seconds: number) => instantFromMs(msOf(start) + seconds * 1000);

describe('ordinary messages to one person', () => {
  it('go at once when there were none lately', () => {
    expect(heldUntil([], start)).toBeNull();
    expect(heldUntil([after(-3_600)], start)).toBeNull();
  });

  it('wait until a minute after the one before', () => {
    expect(heldUntil([start], after(1))).toBe(after(60));
    expect(heldUntil([start], after(60))).toBeNull();
  });

  it('wait for the hour to pass after ten of them', () => {
    const ten = Array.from({ length: 10 }, (_, i) => after(i * 60));
    expect(heldUntil(ten, after(700))).toBe(after(3_600));
    expect(heldUntil(ten, after(3_600))).toBeNull();
    expect(heldUntil(ten.slice(1), after(700))).toBeNull();
  });

  it('of one bundle count as one', () => {
    expect(
      heldUntil(
        Array.from({ length: 12 }, () => start),
        after(60),
      ),
    ).toBeNull();
  });
});

test('however many are asked for, nobody gets more than ten in an hour, and none waits longer than that', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 80 }), (gaps) => {
      const sent: string[] = [];
      let now = start;
      for (const gap of gaps) {
        now = instantFromMs(msOf(now) + gap * 1000);
        const until = heldUntil(sent, now);
        if (until === null) sent.push(now);
        else expect(minutesBetween(now, until)).toBeLessThanOrEqual(60);
      }
      for (const at of sent)
        expect(sent.filter((one) => one >= at && minutesBetween(at, one) < 60).length).toBeLessThanOrEqual(
          10,
        );
    }),
    { seed: 136 },
  );
});

test('of what waits for one person, the ordinary goes together and every message of a legal limit alone', () => {
  const message = (id: string, statutory: boolean) => partly({ id, statutory, channels: [] });
  const bundles = bundlesOf([
    message('a', false),
    message('L', true),
    message('b', false),
    message('M', true),
  ]);
  expect(bundles.map((bundle) => bundle.map(({ id }) => id))).toEqual([['L'], ['M'], ['a', 'b']]);
  expect(bundlesOf([])).toEqual([]);
});

test('what is to go by other ways goes by itself', () => {
  const message = (id: string, ...channels: Channel[]) => partly({ id, channels });
  const bundles = bundlesOf([
    message('a', 'sms', 'push'),
    message('b', 'email'),
    message('c', 'push', 'sms'),
    message('d'),
  ]);
  expect(bundles.map((bundle) => bundle.map(({ id }) => id))).toEqual([['a', 'c'], ['b'], ['d']]);
});
