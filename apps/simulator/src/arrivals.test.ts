import { Temporal } from 'temporal-polyfill';
import { arrivalsOn } from './arrivals';
import { seededChance } from './chance';
import { detentionsPerDay, published, sharesOf } from './figures/published';
import { toronto } from './figures/toronto';

const from = Temporal.PlainDate.from('2026-10-01');
const year = (seed: number) =>
  Array.from({ length: 365 }, (_, day) => arrivalsOn(from.add({ days: day }), seededChance(seed)));

test('the shares of the hours and of the weekdays each make a whole', () => {
  const whole = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0);
  expect(whole(toronto.hourly)).toBeCloseTo(1, 3);
  expect(whole(toronto.daily)).toBeCloseTo(1, 3);
  expect(toronto.hourly).toHaveLength(24);
});

test('a seed gives the same year again, and another seed another year', () => {
  expect(year(7)).toEqual(year(7));
  expect(year(8)).not.toEqual(year(7));
});

test('a year brings as many calls as lead to an average force’s detentions, at Toronto’s hours', () => {
  const calls = year(7).flat();
  const expected = (detentionsPerDay / toronto.apprehended) * 365;
  expect(Math.abs(calls.length / expected - 1)).toBeLessThan(0.06);
  const at15 = calls.filter(
    ({ at }) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/London').hour === 15,
  );
  expect(Math.abs(at15.length / calls.length - (toronto.hourly[15] ?? 0))).toBeLessThan(0.015);
});

test('on the day the clocks go forward nobody rings at the hour that does not exist, and every call is in order', () => {
  const day = arrivalsOn(Temporal.PlainDate.from('2027-03-28'), seededChance(3), 30);
  expect(day.length).toBeGreaterThan(100);
  for (const [i, { at }] of day.entries()) {
    expect(
      Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/London').toPlainDate().toString(),
    ).toBe('2027-03-28');
    expect(at).toBeGreaterThanOrEqual(day[i - 1]?.at ?? 0);
  }
});

test('published shares are of those that are known', () => {
  const shares = sharesOf(published.firstPlace);
  expect(shares['emergency-department'] + shares.suite + shares['police-station']).toBeCloseTo(1, 10);
  expect(shares['emergency-department']).toBeCloseTo(15_171 / (15_171 + 14_000 + 354), 10);
});
