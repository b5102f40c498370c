import { agreementFaults, compareTerms, sampleAgreement, termsOf } from '@concord/domain';
import { nextTerms } from './next-agreement';

const now = sampleAgreement('area', 'v1', '2026-11-22T02:00:00.000Z');
const next = nextTerms(termsOf(now), '2026-12-06T00:00:00.000Z');

describe('the draft that a demo begins with', () => {
  it('could be kept', () => {
    expect(agreementFaults(next)).toEqual([]);
  });

  it('differs from the version in force in waits, in who they are for and in holds', () => {
    const fields = compareTerms(now, { ...now, ...next }).map(({ field }) => field);
    expect(fields).toEqual(
      expect.arrayContaining([
        'title',
        'effectiveFrom',
        'holdAnswerMinutes',
        'thresholds.handover.overAfterMinutes',
        'thresholds.place-found-under-18.ages',
      ]),
    );
  });
});
