import fc from 'fast-check';
import { minutesBetween, plusMinutes } from '../instant';
import { nextTry } from './next-try';
import type { AmhpOffer, PassedOver } from './amhp-request';

const at = '2026-11-22T02:00:00.000Z';
const who = { userId: 'amhp', name: 'H. Brightwater' };
const until = (minutes: number | null): PassedOver => ({
  ...{ who, at, why: 'resting', minutes: null },
  until: minutes === null ? null : plusMinutes(at, minutes),
});
const answered = (minutesAgo: number): AmhpOffer => ({
  ...{ to: who, offeredAt: at, answerBy: at, answer: 'declined', reason: null },
  answeredAt: plusMinutes(at, -minutesAgo),
});
const minutesTill = (passedOver: readonly PassedOver[], offers: readonly AmhpOffer[] = []) =>
  minutesBetween(at, nextTry({ offers }, { at, answerMinutes: 10, passedOver, rotas: [] }));

it.each([
  ['in the time of an answer, where nothing is known to change', [], [], 10],
  ['when the first of those who rest has rested', [until(7), until(4), until(null)], [], 4],
  ['not for a rest that ends later, or has ended', [until(30), until(-1)], [], 10],
  ['when somebody may be asked once more', [], [answered(3), answered(8), answered(60)], 2],
] as const)('%s', (_when, passedOver, offers, minutes) => {
  expect(minutesTill(passedOver, offers)).toBe(minutes);
});

it('is always ahead, and never later than the time of an answer', () => {
  const minute = fc.integer({ min: -100, max: 100 });
  fc.assert(
    fc.property(fc.array(minute), fc.array(minute), (rests, answers) => {
      const minutes = minutesTill(rests.map(until), answers.map(answered));
      return minutes > 0 && minutes <= 10;
    }),
  );
});
