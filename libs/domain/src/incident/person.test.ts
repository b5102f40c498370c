import { adult, after, blankIncident, granted, lived, takenBack, told } from '../examples';
import type { FactDetail } from './fact';
import { describedBy } from './description';
import type { AgeBasis, PersonSaidOf } from './person';
import { ageOn, currentRisks, mustTreatAsUnder18, personAfter, unknownPerson } from './person';

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

describe('the age that a date of birth gives', () => {
  it.each([
    ['2008-11-22', '2026-11-21T23:59:59.000Z', 17, 'the day before the birthday'],
    ['2008-11-22', '2026-11-22T00:00:00.000Z', 18, 'on it'],
    ['2008-07-01', '2026-06-30T23:30:00.000Z', 18, 'on it in London, not yet in UTC'],
    ['2008-02-29', '2026-02-28T12:00:00.000Z', 17, 'born on a leap day, on the 28th'],
    ['2008-02-29', '2026-03-01T12:00:00.000Z', 18, 'born on a leap day, on 1 March'],
    ['2027-01-01', '2026-11-22T02:00:00.000Z', -1, 'not born yet'],
  ])('born %s, at %s: %p, %s', (born, at, years) => {
    expect(ageOn(born, at)).toBe(years);
  });
});

const said = (what: Partial<PersonSaidOf>): FactDetail => ({ kind: 'person-described', said: what });
const opened = lived(
  blankIncident,
  ['opened', 0],
  [said({ ...unknownPerson, ageYears: 30, ageBasis: 'estimated', sex: 'male' }), 0],
);

describe('what is known of the person', () => {
  it('is everything told of them: the latest word on each thing, the rest left as it was', () => {
    const more = told(told(opened, said({ interpreter: 'Polish' }), 10), said({ gender: 'non-binary' }), 12);
    expect(more.person).toMatchObject({
      ageYears: 30,
      sex: 'male',
      interpreter: 'Polish',
      gender: 'non-binary',
    });
  });

  it('is by when it was found out: an old note entered late does not undo a later word', () => {
    const sister = told(opened, said({ ageYears: 41, ageBasis: 'known' }), 60);
    const paper = told(sister, said({ ageYears: 35, ageBasis: 'known', communicationNeeds: 'Deaf' }), 20, {
      toldAt: 90,
    });
    expect(paper.person).toMatchObject({ ageYears: 41, communicationNeeds: 'Deaf' });
  });

  it('loses what is taken back, and changes with what is put right', () => {
    const known = told(opened, said({ ageYears: 41, ageBasis: 'known' }), 60, { id: 'wrong' });
    expect(granted(takenBack(known, 'wrong', 70)).person).toMatchObject({
      ageYears: 30,
      ageBasis: 'estimated',
    });
    const corrected = told(known, said({ ageYears: 43, ageBasis: 'known' }), 60, {
      toldAt: 70,
      corrects: 'wrong',
    });
    expect(corrected.person.ageYears).toBe(43);
    const blank = granted(takenBack(opened, 'fact-2', 70));
    expect(blank.person).toEqual({ ...unknownPerson, risks: [] });
  });

  it('may be said anew as a whole: what nobody knows any more is cleared', () => {
    const polish = told(opened, said({ interpreter: 'Polish' }), 10);
    const again = told(polish, said({ ...unknownPerson, sex: 'male' }), 20);
    expect(again.person).toMatchObject({ interpreter: null, ageYears: null, sex: 'male' });
  });

  it('takes an age said without its basis as of unknown basis', () => {
    expect(personAfter(unknownPerson, { ageYears: 30 })).toMatchObject({ ageYears: 30, ageBasis: 'unknown' });
    expect(personAfter({ ...adult }, { sex: 'male' })).toMatchObject({ ageYears: 34, ageBasis: 'known' });
  });

  it('is as it was while nothing has been told', () => {
    expect(describedBy(lived(blankIncident, 'opened').facts, adult)).toBe(adult);
  });

  it('keeps what people say of themselves apart from what an officer sees', () => {
    const both = told(told(opened, said({ observedEthnicity: 'IC3' }), 5), said({ ethnicity: 'B1' }), 30);
    expect(both.person).toMatchObject({ ethnicity: 'B1', observedEthnicity: 'IC3' });
  });
});

describe('a risk', () => {
  const risk = (kind: 'violence' | 'weapons', expires: number): FactDetail => ({
    kind: 'risk-noted',
    risk: {
      kind,
      note: 'Said so.',
      source: 'Constable Ames',
      confidence: 'reported',
      expiresAt: after(expires),
    },
  });
  const noted = told(told(opened, risk('violence', 500), 10, { id: 'one' }), risk('weapons', 100), 20);

  it('is noted with its source, its date and its end', () => {
    expect(noted.person.risks).toMatchObject([
      { kind: 'violence', source: 'Constable Ames', recordedAt: after(10), expiresAt: after(500) },
      { kind: 'weapons', recordedAt: after(20) },
    ]);
  });

  it('is gone when it expires: need to know, never a label for life', () => {
    expect(currentRisks(noted.person, after(99)).map(({ kind }) => kind)).toEqual(['violence', 'weapons']);
    expect(currentRisks(noted.person, after(100)).map(({ kind }) => kind)).toEqual(['violence']);
    expect(currentRisks(noted.person, after(500))).toEqual([]);
  });

  it('is gone when it is taken back, and changed when it is put right', () => {
    expect(granted(takenBack(noted, 'one', 60)).person.risks.map(({ kind }) => kind)).toEqual(['weapons']);
    const corrected = told(noted, risk('weapons', 300), 10, { toldAt: 60, corrects: 'one' });
    expect(corrected.person.risks.map(({ kind }) => kind)).toEqual(['weapons', 'weapons']);
  });
});
