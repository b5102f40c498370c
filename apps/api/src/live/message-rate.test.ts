import { messageRate } from './message-rate';

test('forty at once and twenty a second are talk; more is not', () => {
  let now = 0;
  const mayTalk = messageRate(() => now);
  const many = (count: number) => Array.from({ length: count }, mayTalk).filter(Boolean).length;
  expect(many(60)).toBe(40);
  now += 1000;
  expect(many(60)).toBeLessThanOrEqual(20);
  now += 60_000;
  expect(many(100)).toBe(40);
});
