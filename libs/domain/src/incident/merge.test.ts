import { after, blankIncident, details, granted, lived, tell, told } from '../examples';
import { statutoryLimit } from '../law/statutory-limit';
import type { Fact } from './fact';
import { standing, stateOf } from './history';
import type { Incident } from './incident';
import { impossibleMerge, joinedRecords } from './merge';
import { unknownPerson } from './person';
import { twoSidedFacts } from './two-agencies';

const names = () => {
  let count = 0;
  return () => `new-${(count += 1)}`;
};

const opened = lived(blankIncident, ['opened', 0], ['advice-sought', 5], ['detained', 10]);
const mine = { ...opened, id: 'mine', ref: 'HV-1001' };
const theirs: Incident = {
  ...told(told({ ...opened, id: 'theirs', ref: 'HV-1002' }, 'hold-requested', 12), 'arrived', 40, {
    side: 'police',
    id: 'arrival',
  }),
  id: 'theirs',
};
const disputed = granted(
  tell(theirs, { ...details.disputed, factId: 'arrival', saysAt: after(60) }, 90, {
    side: 'health',
    id: 'dispute',
  }),
);
const join = (other: Incident) => joinedRecords(mine, other, names());
const arrivalOf = ({ facts }: Incident) => twoSidedFacts(facts).find(({ fact }) => fact.kind === 'arrived');

describe('a record joined to another', () => {
  it('tells there what stood in it, under new names, with its times and its author', () => {
    const both = join(theirs);
    const added = both.facts.slice(mine.facts.length);
    expect(added.map(({ kind, id, mergedFrom }) => [kind, id, mergedFrom?.ref])).toEqual([
      ['advice-sought', 'new-1', 'HV-1002'],
      ['detained', 'new-2', 'HV-1002'],
      ['arrived', 'new-3', 'HV-1002'],
    ]);
    expect(added[2]).toMatchObject({
      happenedAt: after(40),
      recordedAt: after(40),
      by: { name: 'Morgan Reyes' },
    });
    expect(stateOf(both.facts)).toBe('arrived');
  });

  it('leaves both records as they were', () => {
    const before = structuredClone([mine, theirs]);
    join(theirs);
    expect([mine, theirs]).toEqual(before);
  });

  it('keeps a dispute in sight, and the earlier time governing', () => {
    expect(arrivalOf(join(disputed))).toMatchObject({ says: { health: after(60) }, mismatch: true });
    expect(statutoryLimit(join(disputed).facts)?.readings).toHaveLength(2);
  });

  it('keeps what was said of a fact since put right, and the reading that was adopted', () => {
    const corrected = told(disputed, 'arrived', 45, {
      toldAt: 100,
      corrects: 'arrival',
      side: 'police',
      id: 'second',
    });
    const adopted = granted(tell(corrected, { ...details['reading-adopted'], startFactId: 'arrival' }, 120));
    const both = join(adopted);
    expect(arrivalOf(both)).toMatchObject({ says: { police: after(45), health: after(60) } });
    expect(statutoryLimit(both.facts)?.adoptedBy).toBe(both.facts.at(-1)?.id);
    expect(standing(both.facts).filter(({ kind }) => kind === 'arrived')).toHaveLength(1);
  });

  it('brings no confirmation of a time that was corrected since', () => {
    const confirmed = granted(
      tell(theirs, { ...details.confirmed, factId: 'arrival' }, 90, { side: 'health' }),
    );
    expect(arrivalOf(join(confirmed))?.waitingFor).toEqual([]);
    const corrected = told(confirmed, 'arrived', 45, { toldAt: 100, corrects: 'arrival', side: 'police' });
    expect(arrivalOf(join(corrected))?.waitingFor).toEqual(['health']);
  });

  it('brings what is known of the person, at once', () => {
    const known = told(
      theirs,
      { kind: 'person-described', said: { ...unknownPerson, interpreter: 'Polish' } },
      50,
    );
    expect(join(known).person.interpreter).toBe('Polish');
  });

  it('is refused where they were detained again after the other detention had ended, whichever is kept', () => {
    const ended = told(told(mine, 'arrived', 40), 'outcome', 90);
    const again = (minute: number): Incident => ({
      ...lived(blankIncident, ['opened', 0], ['advice-sought', 5], ['detained', minute]),
      ref: 'HV-1002',
    });
    expect(impossibleMerge(ended, again(89))).toBeUndefined();
    for (const [kept, other] of [
      [ended, again(90)],
      [again(200), ended],
    ] as const)
      expect(impossibleMerge(kept, other)).toMatchObject({
        code: 'time-impossible',
        details: { field: 'otherIncidentId', endedAt: after(90) },
      });
    expect(impossibleMerge(mine, again(200))).toBeUndefined();
  });

  it('brings nothing that it had itself from a third', () => {
    const third: Fact = {
      ...(theirs.facts.at(-1) as Fact),
      id: 'x',
      mergedFrom: { incidentId: 'third', ref: 'HV-1003' },
    };
    expect(join({ ...theirs, facts: [...theirs.facts, third] }).facts).toHaveLength(mine.facts.length + 3);
  });
});
