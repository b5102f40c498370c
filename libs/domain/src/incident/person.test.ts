import { adult } from '../examples';
import type { AgeBasis } from './person';
import { mustTreatAsUnder18 } from './person';

/** Every combination that matters: age, where it comes from, how old they look, and what follows. */
const table: readonly [number | null, AgeBasis, boolean, boolean][] = [
  [17, 'known', false, true],
  [17, 'known', true, true],
  [18, 'known', false, false],
  [18, 'known', true, false],
  [17, 'estimated', false, true],
  [18, 'estimated', false, false],
  [18, 'estimated', true, true],
  [45, 'estimated', true, true],
  [17, 'unknown', false, true],
  [18, 'unknown', false, false],
  [18, 'unknown', true, true],
  [null, 'known', false, true],
  [null, 'estimated', false, true],
  [null, 'unknown', false, true],
  [null, 'unknown', true, true],
  [0, 'known', false, true],
];

describe('somebody who may be a child is treated as one', () => {
  it.each(table)(
    'age %p (%s), appears under 18: %p -> %p',
    (ageYears, ageBasis, appearsUnder18, expected) => {
      expect(mustTreatAsUnder18({ ...adult, ageYears, ageBasis, appearsUnder18 })).toBe(expected);
    },
  );
});
