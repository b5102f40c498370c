import type { AgreementTerms } from '@concord/domain';
import { sampleAgreement, termsOf } from '@concord/domain';
import { mergeTerms } from './merge-terms';

const base = termsOf(sampleAgreement('area', 'v1', '2026-11-22T02:00:00.000Z'));
const withWait = (id: string, overAfterMinutes: number, terms = base): AgreementTerms => ({
  ...terms,
  thresholds: terms.thresholds.map((one) => (one.id === id ? { ...one, overAfterMinutes } : one)),
});
const overOf = ({ thresholds }: AgreementTerms, id: string) =>
  thresholds.find((one) => one.id === id)?.overAfterMinutes;

describe('two people writing in one draft', () => {
  it('lose nothing where each changed something else', () => {
    const mine = { ...withWait('handover', 45), holdAnswerMinutes: 20 };
    const theirs = { ...withWait('ambulance', 25), title: 'Theirs' };
    const { terms, both } = mergeTerms(base, mine, theirs);
    expect(both).toEqual([]);
    expect(terms).toEqual({
      ...withWait('handover', 45, withWait('ambulance', 25)),
      holdAnswerMinutes: 20,
      title: 'Theirs',
    });
  });

  it('are told where both changed one thing, and what I typed is kept', () => {
    const { terms, both } = mergeTerms(
      base,
      { ...withWait('handover', 45), title: 'Mine' },
      { ...withWait('handover', 50), title: 'Theirs' },
    );
    expect(both).toEqual(['thresholds.handover', 'title']);
    expect([overOf(terms, 'handover'), terms.title]).toEqual([45, 'Mine']);
  });

  it('agree where both changed it alike', () => {
    expect(mergeTerms(base, withWait('handover', 45), withWait('handover', 45)).both).toEqual([]);
  });

  it('keep what one added, and leave out what one took out', () => {
    const added = {
      ...base.thresholds[0],
      id: 'mine',
      clock: 'mine',
    } as AgreementTerms['thresholds'][number];
    const mine = { ...base, thresholds: [...base.thresholds, added] };
    const theirs = { ...base, thresholds: base.thresholds.filter(({ id }) => id !== 'ambulance') };
    const { terms, both } = mergeTerms(base, mine, theirs);
    expect(both).toEqual([]);
    expect(terms.thresholds.map(({ id }) => id)).toEqual([...theirs.thresholds.map(({ id }) => id), 'mine']);
  });

  it('are told when one took out what the other changed', () => {
    const theirs = { ...base, thresholds: base.thresholds.filter(({ id }) => id !== 'ambulance') };
    const { terms, both } = mergeTerms(base, withWait('ambulance', 25), theirs);
    expect(both).toEqual(['thresholds.ambulance']);
    expect(overOf(terms, 'ambulance')).toBe(25);
  });
});
