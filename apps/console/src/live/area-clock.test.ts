import { createAreaClock } from './area-clock';
import { createTestTimers } from './test-timers';

const start = '2026-11-22T02:00:00.000Z';

const told = (rate: number) => {
  const timers = createTestTimers();
  const clock = createAreaClock(timers.monotonicMs, () => Date.parse('2031-01-01T00:00:00.000Z'));
  clock.tell({ now: start, rate, movable: true });
  return { clock, timers };
};

describe("the area's clock", () => {
  it.each([
    [0, '2026-11-22T02:00:00.000Z'],
    [1, '2026-11-22T02:00:30.000Z'],
    [60, '2026-11-22T02:30:00.000Z'],
  ])('runs at rate %d from what the server said, whatever the device thinks', (rate, expected) => {
    const { clock, timers } = told(rate);
    timers.pass(30_000);
    expect(clock.now()).toBe(expected);
  });

  it('does not stutter on the jitter of the network, and follows a real step at once', () => {
    const { clock, timers } = told(1);
    timers.pass(2_000);
    clock.tell({ now: '2026-11-22T02:00:01.800Z', rate: 1, movable: true });
    expect(clock.now()).toBe('2026-11-22T02:00:02.000Z');
    clock.tell({ now: '2026-11-22T02:05:02.000Z', rate: 1, movable: true });
    expect(clock.now()).toBe('2026-11-22T02:05:02.000Z');
  });

  it('follows a change of rate', () => {
    const { clock, timers } = told(1);
    clock.tell({ now: start, rate: 0, movable: true });
    timers.pass(60_000);
    expect(clock.now()).toBe(start);
    expect(clock.pace()).toEqual({ rate: 0, movable: true });
  });
});
