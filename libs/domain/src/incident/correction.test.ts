import {
  after,
  agreement,
  blankIncident,
  details,
  factAt,
  granted,
  history,
  lived,
  refusalOf,
  takenBack,
  tell,
  told,
  wayTo,
} from '../examples';
import { runsOf } from '../agreement/clock-run';
import { deadlinesOf } from '../escalation/deadline';
import { statutoryLimit } from '../law/statutory-limit';
import type { Fact, FactKind } from './fact';
import { lastOf, standing, stateOf } from './history';
import type { Incident } from './incident';
import { recordFact } from './record-fact';

/** fact-4 is the arrival at 40, fact-5 the handover at 95. */
const there = lived(
  blankIncident,
  ['opened', 0],
  ['advice-sought', 5],
  ['detained', 10],
  ['arrived', 40],
  ['handed-over', 95],
);
const corrected = told(there, 'arrived', 30, { toldAt: 200, corrects: 'fact-4', id: 'second' });

const arrivals = ({ facts }: Incident) => standing(facts).filter(({ kind }) => kind === 'arrived');
const handover = agreement.thresholds.filter(({ id }) => id === 'handover');
const handovers = (incident: Incident) =>
  runsOf(incident, { thresholds: handover, disputedTimes: 'earliest' });

describe('a correction', () => {
  it('takes the place of what it corrects, which stays readable', () => {
    expect(arrivals(corrected).map(({ id, happenedAt }) => [id, happenedAt])).toEqual([
      ['second', after(30)],
    ]);
    expect(corrected.facts.map(({ id }) => id)).toEqual([...there.facts.map(({ id }) => id), 'second']);
    expect(corrected.facts.slice(0, -1)).toEqual(there.facts);
    expect(stateOf(corrected.facts)).toBe('handed-over');
  });

  it('moves every clock at once, and each keeps the name it was started with', () => {
    expect(statutoryLimit(corrected.facts)).toMatchObject({ startedBy: 'fact-4', startedAt: after(30) });
    expect(handovers(corrected)).toMatchObject([
      { subject: 'fact-4', startedAt: after(30), stoppedAt: after(95) },
    ]);
    const names = (incident: Incident) =>
      deadlinesOf(incident, agreement).map(({ clock, subject, point }) => [clock.label, subject, point]);
    expect(names(corrected)).toEqual(names(there));
  });

  it('calls for the alarm at once when the new truth is already past the limit', () => {
    const open = lived(
      blankIncident,
      ['opened', 0],
      ['advice-sought', 5],
      ['detained', 10],
      ['arrived', 1000],
    );
    const earlier = told(open, 'arrived', 40, { toldAt: 2000, corrects: 'fact-4' });
    const alarm = deadlinesOf(earlier, agreement).find(
      ({ clock, level }) => clock.label === '24-hour limit' && level === 'over',
    );
    expect(alarm && alarm.dueAt < after(2000)).toBe(true);
  });

  it('may be corrected itself, as often as need be, and the clock is still the same one', () => {
    const third = told(corrected, 'arrived', 38, { toldAt: 210, corrects: 'second', id: 'third' });
    const fourth = told(third, 'arrived', 36, { toldAt: 220, corrects: 'third', id: 'fourth' });
    expect(arrivals(fourth).map(({ id }) => id)).toEqual(['fourth']);
    expect(statutoryLimit(fourth.facts)).toMatchObject({ startedBy: 'fact-4', startedAt: after(36) });
  });

  it('is refused to the second of two who correct one fact, who are told who was first', () => {
    const decision = tell(corrected, 'arrived', 35, { toldAt: 201, corrects: 'fact-4' });
    expect(refusalOf(decision)).toMatchObject({
      code: 'changed-since-seen',
      message: expect.stringContaining('Morgan Reyes') as string,
      details: { factId: 'second', correctedBy: { name: 'Morgan Reyes' } },
    });
    expect(refusalOf(takenBack(corrected, 'fact-4', 210)).code).toBe('changed-since-seen');
  });

  it('needs a reason', () => {
    const silent = {
      ...factAt(details.arrived, after(30), { recordedAt: after(200) }),
      corrects: { factId: 'fact-4', reason: '  ' },
    };
    expect(refusalOf(recordFact(there, silent))).toMatchObject({
      code: 'reason-needed',
      details: { field: 'reason' },
    });
  });

  it('is of the same kind as what it corrects', () => {
    expect(refusalOf(tell(there, 'handed-over', 40, { toldAt: 200, corrects: 'fact-4' }))).toMatchObject({
      code: 'not-allowed-in-this-state',
      details: { kind: 'arrived' },
    });
  });

  it('is of something that was told', () => {
    expect(refusalOf(tell(there, 'arrived', 40, { toldAt: 200, corrects: 'nothing' })).code).toBe(
      'not-found',
    );
  });

  it.each<[string, number, string]>([
    ['an arrival before the detention', 9, 'detained'],
    ['an arrival after the handover at that place', 96, 'handed-over'],
  ])('cannot put a step out of order: %s', (_what, minute, other) => {
    const decision = tell(there, 'arrived', minute, { toldAt: 200, corrects: 'fact-4' });
    expect(refusalOf(decision).code).toBe('time-impossible');
    expect(Object.values(refusalOf(decision).details)).toContain(other);
  });

  it('cannot be of a time still to come', () => {
    expect(refusalOf(tell(there, 'arrived', 300, { toldAt: 200, corrects: 'fact-4' })).code).toBe(
      'time-impossible',
    );
  });

  it('may change what happened as well as when', () => {
    const inEd = { ...details.arrived, placeKind: 'emergency-department', placeId: 'ed-1' } as const;
    const moved = told(there, inEd, 40, { toldAt: 200, corrects: 'fact-4' });
    expect(lastOf(moved.facts, 'arrived')?.placeId).toBe('ed-1');
    expect(handovers(moved)).toEqual([]);
  });

  it('may be made of a record that is closed', () => {
    const closed = told(told(there, 'outcome', 400), 'closed', 410);
    expect(stateOf(told(closed, 'arrived', 30, { toldAt: 5000, corrects: 'fact-4' }).facts)).toBe('closed');
  });

  it.each<FactKind>(['hold-accepted', 'hold-expired', 'car-committed', 'amhp-offered', 'merged-in'])(
    "is not made by hand of Concord's own record: %s",
    (kind) => {
      const first = told(there, kind, 100, { id: 'own' });
      expect(refusalOf(tell(first, kind, 90, { toldAt: 200, corrects: 'own' })).code).toBe(
        'not-allowed-in-this-state',
      );
      expect(refusalOf(takenBack(first, 'own', 200)).code).toBe('not-allowed-in-this-state');
    },
  );
});

describe('a correction of what an ending stands on', () => {
  const ran = { ...details.outcome, code: 'expired-unassessed' } as const;
  const expired = told(
    lived(blankIncident, ['opened', 0], ['advice-sought', 5], ['detained', 10], ['arrived', 40]),
    ran,
    40 + 1440,
  );

  it('is refused when the 24 hours would not have ended by then: the outcome is put right first', () => {
    const later = (incident: Incident) => tell(incident, 'arrived', 60, { toldAt: 1600, corrects: 'fact-4' });
    expect(refusalOf(later(expired))).toMatchObject({
      code: 'time-impossible',
      message: expect.stringContaining('"outcome" could not stand') as string,
    });
    expect(later(told(expired, ran, 1550, { toldAt: 1590, corrects: 'told-5' }))).toHaveProperty('facts');
    expect(tell(expired, 'arrived', 30, { toldAt: 1600, corrects: 'fact-4' })).toHaveProperty('facts');
  });
});

describe('taking a fact back', () => {
  it('leaves nothing in its place, and the fact readable', () => {
    const back = granted(takenBack(there, 'fact-5', 200));
    expect(stateOf(back.facts)).toBe('arrived');
    expect(back.facts.find(({ id }) => id === 'fact-5')).toBeDefined();
    expect(handovers(back)).toMatchObject([{ stoppedAt: null }]);
  });

  it('is only ever of something', () => {
    expect(refusalOf(tell(there, 'recorded-in-error', 200)).code).toBe('not-allowed-in-this-state');
  });

  it('is refused while a later step stands on it', () => {
    expect(refusalOf(takenBack(there, 'fact-4', 200))).toMatchObject({
      code: 'time-impossible',
      details: { precedes: 'handed-over' },
    });
    expect(stateOf(granted(takenBack(granted(takenBack(there, 'fact-5', 200)), 'fact-4', 201)).facts)).toBe(
      'detained',
    );
  });

  it('is not itself taken back, nor is the opening', () => {
    const back = granted(takenBack(there, 'fact-5', 200));
    expect(refusalOf(takenBack(back, 'told-6', 201)).code).toBe('not-allowed-in-this-state');
    expect(refusalOf(takenBack(there, 'fact-1', 200)).code).toBe('not-allowed-in-this-state');
  });

  it.each<[string, Incident, string, string]>([
    [
      'an outcome: the detention and its clock run on',
      told(there, 'outcome', 120, { id: 'last' }),
      'handed-over',
      'last',
    ],
    ['a closing', told(told(there, 'outcome', 120), 'closed', 130, { id: 'last' }), 'concluded', 'last'],
    ['an escape that was none', told(there, 'absconded', 120, { id: 'last' }), 'handed-over', 'last'],
    ['a diversion', lived(blankIncident, ...wayTo.diverted), 'advice', 'fact-2'],
    [
      'marking the whole record as made in error',
      told(there, 'incident-in-error', 120, { id: 'last' }),
      'handed-over',
      'last',
    ],
  ])('undoes %s', (_what, incident, state, factId) => {
    expect(stateOf(granted(takenBack(incident, factId, 200)).facts)).toBe(state);
  });

  it('is all that can still be said of a record made in error', () => {
    const inError = told(there, 'incident-in-error', 120, { id: 'mark' });
    expect(refusalOf(tell(inError, 'noted', 130)).code).toBe('not-allowed-in-this-state');
    expect(refusalOf(takenBack(inError, 'fact-5', 130)).code).toBe('not-allowed-in-this-state');
    expect(statutoryLimit(granted(takenBack(inError, 'mark', 130)).facts)?.endedAt).toBeNull();
  });
});

describe('whatever is told', () => {
  it('never waits for an old fault in the record to be put right', () => {
    // A handover told of the other record, whose arrival went with it when the two were parted.
    const orphan: Fact = { ...factAt(details['handed-over'], after(20)), id: 'orphan' };
    const faulty: Incident = { ...lived(blankIncident, 'opened', 'advice-sought', 'detained') };
    const incident = { ...faulty, facts: [...faulty.facts, orphan] };
    expect(tell(incident, 'noted', 60)).toHaveProperty('facts');
    expect(tell(incident, 'arrived', 30, { toldAt: 60 })).toHaveProperty('facts');
    const unconsulted = {
      ...blankIncident,
      facts: history(['opened', 0], ['detained', 10], ['arrived', 40]),
    };
    expect(tell(unconsulted, 'noted', 20, { toldAt: 60 })).toHaveProperty('facts');
    expect(tell(unconsulted, 'arrived', 35, { toldAt: 60, corrects: 'fact-3' })).toHaveProperty('facts');
  });
});
