import {
  after,
  agreement,
  blankIncident,
  details,
  factAt,
  granted,
  lived,
  refusalOf,
  takenBack,
  tell,
  told,
} from '../examples';
import { deadlinesOf } from '../escalation/deadline';
import type { Fact, FactDetail } from '../incident/fact';
import type { Incident } from '../incident/incident';
import type { PersonSaidOf } from '../incident/person';
import { mustTreatAsUnder18, unknownPerson } from '../incident/person';
import { grounds } from '../test-support/any-life';
import { statutoryClocks } from './statutory-clocks';

const said = (what: Partial<PersonSaidOf>): FactDetail => ({ kind: 'person-described', said: what });
const whole = (what: Partial<PersonSaidOf>) => said({ ...unknownPerson, ...what });
const known = (ageYears: number) => ({ ageYears, ageBasis: 'known' as const });
const estimated = (ageYears: number) => ({ ageYears, ageBasis: 'estimated' as const });

const station: FactDetail = {
  ...details.arrived,
  placeKind: 'police-station',
  placeId: 'station-1',
  roomId: null,
  policeStation: grounds,
};

/** Opened with this description, and detained at 10. */
const opened = (what: Partial<PersonSaidOf>) =>
  lived(blankIncident, ['opened', 0], [whole(what), 0], ['advice-sought', 2], ['detained', 10]);
const alert = (incident: Incident) => statutoryClocks(incident).find(({ kind }) => kind === 'under-18');
const mayBeTaken = (incident: Incident, minute = 60) => tell(incident, station, minute);

describe('evidence that somebody detained is under 18 (domain brief section 8 case 5)', () => {
  const adult = opened(known(34));

  it.each<[string, Partial<PersonSaidOf>]>([
    ['a known age', known(17)],
    ['an estimate', estimated(16)],
    ['an age of unknown basis', { ageYears: 15 }],
    ['nobody knowing any more how old they are', { ageYears: null, ageBasis: 'unknown' }],
  ])('of an adult raises an alert at once: %s', (_what, now) => {
    const found = told(adult, said(now), 90, { id: 'evidence' });
    expect(alert(found)).toMatchObject({ startedBy: 'evidence', endsAt: after(90), endedAt: null });
    const called = deadlinesOf(found, agreement).filter(({ clock }) => clock.label === 'Under 18');
    expect(called).toMatchObject([{ level: 'over', dueAt: after(90) }]);
  });

  it('raises it for somebody already at a police station, and says so until they are an adult or free', () => {
    const there = granted(mayBeTaken(adult));
    const found = told(there, said(known(16)), 90, { id: 'evidence' });
    expect(alert(found)?.startedBy).toBe('evidence');
    expect(alert(told(found, 'conveyance-started', 100))).toBeDefined();
    expect(alert(told(found, 'outcome', 120))).toBeUndefined();
  });

  it.each<[string, Partial<PersonSaidOf>]>([
    ['a known age', known(16)],
    ['appearing so', { appearsUnder18: true }],
    ['an estimate', estimated(15)],
  ])('of somebody whose age nobody knew raises it too: %s', (_what, now) => {
    expect(alert(opened({}))).toBeUndefined();
    expect(alert(told(opened({}), said(now), 90, { id: 'evidence' }))).toMatchObject({
      startedBy: 'evidence',
      endsAt: after(90),
    });
  });

  it('is no news of somebody who was said to be so from the first word on', () => {
    expect(alert(opened(known(15)))).toBeUndefined();
    expect(alert(told(opened(estimated(16)), said(known(15)), 90))).toBeUndefined();
  });

  it('is no news when it came before the detention, of somebody whose age nobody knew', () => {
    const known16 = lived(
      blankIncident,
      ['opened', 0],
      [whole({}), 0],
      [said(known(16)), 5],
      ['advice-sought', 6],
      ['detained', 10],
    );
    expect(alert(known16)).toBeUndefined();
  });

  it('counts from the detention when an adult was found to be under 18 before it, whenever that was told', () => {
    const late = told(adult, said(known(17)), 5, { toldAt: 200, id: 'evidence' });
    expect(alert(late)).toMatchObject({ startedBy: 'evidence', endsAt: after(10) });
  });

  it('ends with a known adult age, and with nothing less', () => {
    const found = told(adult, said(estimated(16)), 90);
    expect(alert(told(found, said(estimated(25)), 100))).toBeDefined();
    expect(alert(told(found, said(known(19)), 100))).toBeUndefined();
  });

  it('appearing under 18 does not outweigh a known adult age', () => {
    expect(alert(told(adult, said({ appearsUnder18: true }), 90))).toBeUndefined();
    expect(alert(told(opened(estimated(20)), said({ appearsUnder18: true }), 90))).toBeDefined();
  });
});

describe('evidence that lies in putting the record right', () => {
  const adult = opened(known(34));
  const there = granted(mayBeTaken(adult));

  it('raises the alert when the adult age itself was wrong', () => {
    const corrected = told(there, whole(known(17)), 0, { toldAt: 90, corrects: 'fact-2' });
    expect(alert(corrected)).toMatchObject({ startedBy: 'fact-2', endsAt: after(10) });
  });

  it('raises it when the word that made an adult of them is taken back', () => {
    const child = opened({ appearsUnder18: true });
    const proved = told(child, said(known(19)), 20, { id: 'passport' });
    const taken = granted(mayBeTaken(proved));
    expect(alert(taken)).toBeUndefined();
    expect(alert(granted(takenBack(taken, 'passport', 90)))?.startedBy).toBe('passport');
  });

  it('is known by the earlier of two words taken back, whichever was told or taken back first', () => {
    const card = told(opened({ appearsUnder18: true }), said(known(19)), 30, { id: 'card' });
    const both = told(card, said(known(20)), 20, { toldAt: 50, id: 'licence' });
    for (const order of [
      ['card', 'licence'],
      ['licence', 'card'],
    ]) {
      const left = order.reduce((incident, word) => granted(takenBack(incident, word, 90)), both);
      expect(alert(left)?.startedBy).toBe('licence');
    }
  });

  it('raises it when taking back their age leaves nobody knowing it', () => {
    expect(alert(granted(takenBack(there, 'fact-2', 90)))?.startedBy).toBe('fact-2');
  });

  it.each<[string, Partial<PersonSaidOf>, Partial<PersonSaidOf>]>([
    ['an estimate, before somebody saw how young they look', {}, estimated(34)],
    ['that the estimate was proved', { ...estimated(20), appearsUnder18: true }, { ageBasis: 'known' }],
  ])('raises it when what is taken back is %s', (_what, first, word) => {
    const proved = told(opened(first), said(word), 3, { toldAt: 20, id: 'word' });
    const young = told(granted(mayBeTaken(proved)), said({ appearsUnder18: true }), 4, { toldAt: 70 });
    expect(alert(granted(takenBack(young, 'word', 90)))?.startedBy).toBe('word');
  });

  it('raises none when the words about an adult were of another record, and went with it', () => {
    const child = opened(known(15));
    const other = { incidentId: 'incident-2', ref: 'HV-1002' };
    const merged = told(child, 'merged-in', 50);
    const mixed = {
      ...merged,
      facts: [
        ...merged.facts,
        { ...factAt(said(known(40)), after(60)), id: 'theirs', mergedFrom: other } as Fact,
      ],
    };
    expect(alert(told(mixed, 'unmerged', 80))).toBeUndefined();
  });

  it('raises none when a description is put right and they are an adult still', () => {
    expect(alert(told(there, whole(known(35)), 0, { toldAt: 90, corrects: 'fact-2' }))).toBeUndefined();
  });

  it('raises none when a child, misdescribed as another child, is put right', () => {
    const child = opened(known(15));
    expect(alert(told(child, whole(known(16)), 0, { toldAt: 90, corrects: 'fact-2' }))).toBeUndefined();
  });
});

describe('evidence that somebody is an adult after all', () => {
  it.each<[string, boolean, Partial<PersonSaidOf>, Partial<PersonSaidOf>]>([
    ['appears under 18, then estimated 25', false, { appearsUnder18: true }, estimated(25)],
    [
      'appears under 18, then estimated 25 and not so young',
      false,
      { appearsUnder18: true },
      { ...estimated(25), appearsUnder18: false },
    ],
    ['estimated 16, then estimated 25', false, estimated(16), estimated(25)],
    ['known to be 16, then estimated 25', false, known(16), estimated(25)],
    ['known to be 16, then nobody knows', false, known(16), { ageYears: null, ageBasis: 'unknown' }],
    ['estimated 16, then known to be 19', true, estimated(16), known(19)],
    ['appears under 18, then known to be 19', true, { appearsUnder18: true }, known(19)],
    ['of no known age, then estimated 25', true, {}, estimated(25)],
    ['of no known age, then known to be 17', false, {}, known(17)],
  ])('may open a police station to them: %s -> %p', (_what, may, first, then) => {
    const decision = mayBeTaken(told(opened(first), said(then), 20));
    if (may) expect(decision).toHaveProperty('facts');
    else expect(refusalOf(decision).rule).toBe('Mental Health Act 1983 s136A(1)');
  });

  it('cannot be made of two weak words, one after the other', () => {
    const vague = told(opened(known(16)), said({ ageYears: null, ageBasis: 'unknown' }), 20);
    const guessed = told(vague, said({ ...estimated(30), appearsUnder18: false }), 25);
    expect(mustTreatAsUnder18(guessed.person)).toBe(true);
    expect(refusalOf(mayBeTaken(guessed)).code).toBe('unlawful');
  });

  it('opens it when the first word is put right, with a reason', () => {
    const corrected = told(opened({ appearsUnder18: true }), whole(estimated(25)), 0, {
      toldAt: 20,
      corrects: 'fact-2',
    });
    expect(mayBeTaken(corrected)).toHaveProperty('facts');
  });
});
