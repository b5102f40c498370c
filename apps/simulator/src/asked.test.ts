import { readAsked } from './asked';

test('a month of a mean force with seed 7 is what is lived when nothing else is asked', () => {
  expect(readAsked([])).toEqual({ kind: 'month', days: 30, seed: 7, busy: 1 });
  expect(readAsked(['--days', '3', '--seed', '11'])).toEqual({ kind: 'month', days: 3, seed: 11, busy: 1 });
});

test('a file is replayed, a demo is lived', () => {
  expect(readAsked(['--replay', 'calls.csv'])).toEqual({ kind: 'replay', file: 'calls.csv', seed: 7 });
  expect(readAsked(['demo'])).toEqual({ kind: 'demo' });
});

test.each([
  [['--days'], '--days needs a value'],
  [['--days', 'many'], '--days takes a whole number from 1, not "many"'],
  [['--days', '0'], '--days takes a whole number from 1'],
  [['--speed', '3'], '"--speed" is not known'],
  [['--replay', '--days'], '--replay needs a value'],
])('%j is refused in words', (words, why) => {
  expect(() => readAsked(words)).toThrow(why);
});
