import * as fc from 'fast-check';
import { nhsChecks, nhsDigits, nhsProblem, nhsShown } from './nhs-number';

fc.configureGlobal({ seed: 1983 });

describe('an NHS number', () => {
  it('is shown 3-3-4 and read however it was spaced', () => {
    expect(nhsShown('9999999468')).toBe('999 999 9468');
    expect(nhsDigits('999 999-9468')).toBe('9999999468');
    expect(nhsShown('9999')).toBe('999 9');
  });

  it('is checked by its last figure', () => {
    expect(nhsProblem('')).toBeUndefined();
    expect(nhsProblem('999 999 9468')).toBeUndefined();
    expect(nhsProblem('999 999 9469')).toContain('one of its figures');
    expect(nhsProblem('999 99')).toContain('Ten figures');
  });

  it('shows any one figure put wrong', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9 }), fc.integer({ min: 1, max: 9 }), (place, off) => {
        const wrong = [...'9999999468'].map((d, at) => (at === place ? String((Number(d) + off) % 10) : d));
        expect(nhsChecks(wrong.join(''))).toBe(false);
      }),
    );
  });
});
