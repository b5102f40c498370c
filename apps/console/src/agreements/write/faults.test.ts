import { sampleAgreement, termsOf } from '@concord/domain';
import { Refused } from '../../api/call';
import { faultAt, faultsOf, refusedFields } from './faults';

const terms = termsOf(sampleAgreement('area', 'v1', '2026-11-22T02:00:00.000Z'));
const [first, ...others] = terms.thresholds;
if (!first) throw new Error('the sample has no waits');

describe('what could not be kept', () => {
  it('is nothing of the sample', () => {
    expect(faultsOf(terms)).toEqual([]);
  });

  it('names a figure that cannot be read, and nothing else until it can', () => {
    const thresholds = [{ ...first, ladder: [], overAfterMinutes: Number.NaN }, ...others];
    expect(faultsOf({ ...terms, thresholds })).toEqual([
      { field: 'thresholds.0.overAfterMinutes', message: 'Write a number.' },
    ]);
  });

  it('is said at its control, by the rule that the server has', () => {
    const faults = faultsOf({ ...terms, thresholds: [{ ...first, ladder: [] }, ...others] });
    expect(faultAt(faults, 'thresholds.0.ladder')).toBe(
      'Suite answers: nobody is called when it is due. Suite answers: nobody is called when it is over.',
    );
    expect(faultAt(faults, 'thresholds.1.ladder')).toBeUndefined();
  });

  it('is said of who is asked to confirm, at that list', () => {
    const freshness = { ...terms.freshness, confirmDuties: [] };
    expect(faultAt(faultsOf({ ...terms, freshness }), 'freshness.confirmDuties')).toBe(
      'Freshness: nobody is asked to confirm a status.',
    );
  });

  it('names both waits that could govern', () => {
    const again = { ...first, id: 'again', label: 'The same again' };
    expect(
      faultsOf({ ...terms, thresholds: [first, again, ...others] }).map(({ message }) => message),
    ).toEqual(['The same again and Suite answers: either could govern, and neither is more specific']);
  });

  it('is also what the server refuses, by the same paths', () => {
    const refusal = new Refused({
      ...{ type: 'about:blank', title: 'No', status: 400, detail: 'No', code: 'invalid' },
      errors: [{ field: 'terms.title', message: 'must be at most 120 characters' }],
    });
    expect(faultAt(refusedFields(refusal), 'title')).toBe('Must be at most 120 characters.');
    expect(refusedFields(new Error('No answer'))).toEqual([]);
  });
});
