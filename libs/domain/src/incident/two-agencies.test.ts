import {
  after,
  agreement,
  blankIncident,
  details,
  lived,
  refusalOf,
  takenBack,
  granted,
  tell,
  told,
} from '../examples';
import type { DisputedTimes } from '../agreement/agreement';
import { runsOf } from '../agreement/clock-run';
import { statutoryLimit } from '../law/statutory-limit';
import type { FactKind } from './fact';
import type { Side } from './fact-codes';
import type { Incident } from './incident';
import { isTwoSided, twoSidedFacts } from './two-agencies';

const onTheWay = lived(blankIncident, ['opened', 0], ['advice-sought', 5], ['detained', 10]);
/** The police say that they came at 40. */
const byPolice = told(onTheWay, 'arrived', 40, { side: 'police', id: 'arrival' });

interface About {
  readonly side?: Side;
  readonly at?: number;
  readonly about?: string;
}

const disputes = (
  incident: Incident,
  minute: number,
  { side = 'health', at = 100, about = 'arrival' }: About = {},
) => tell(incident, { ...details.disputed, factId: about, saysAt: after(minute) }, at, { side });
const confirms = (incident: Incident, { side = 'health', at = 100, about = 'arrival' }: About = {}) =>
  tell(incident, { ...details.confirmed, factId: about }, at, { side });
const arrivalOf = (incident: Incident) =>
  twoSidedFacts(incident.facts).find(({ fact }) => fact.kind === 'arrived');
const says = (minute: number) => granted(disputes(byPolice, minute));

describe('an arrival, a handover and a release', () => {
  it('are what both sides must agree on, and nothing else is', () => {
    expect((Object.keys(details) as FactKind[]).filter(isTwoSided)).toEqual([
      'arrived',
      'handed-over',
      'outcome',
    ]);
  });

  it('wait for the side that has not spoken', () => {
    expect(arrivalOf(byPolice)).toMatchObject({
      says: { police: after(40), health: null },
      waitingFor: ['health'],
      mismatch: false,
    });
    expect(arrivalOf(told(onTheWay, 'arrived', 40))?.waitingFor).toEqual(['police', 'health']);
  });

  it('are agreed once the other side confirms', () => {
    expect(arrivalOf(granted(confirms(byPolice)))).toMatchObject({
      says: { police: after(40), health: after(40) },
      waitingFor: [],
      apartMinutes: 0,
    });
  });

  it.each([
    [34, 6, true],
    [35, 5, false],
    [40, 0, false],
    [45, 5, false],
    [46, 6, true],
    [70, 30, true],
  ])(
    'are flagged when the two times are more than 5 minutes apart: 40 and %p',
    (minute, apartMinutes, mismatch) => {
      expect(arrivalOf(says(minute))).toMatchObject({ apartMinutes, mismatch, waitingFor: [] });
    },
  );

  it("take a side's latest word, whichever it is", () => {
    const twice = granted(disputes(says(70), 44, { at: 110 }));
    expect(arrivalOf(twice)).toMatchObject({ says: { health: after(44) }, mismatch: false });
    const agreed = granted(confirms(says(70), { at: 110 }));
    expect(arrivalOf(agreed)).toMatchObject({ says: { health: after(40) }, mismatch: false });
    const again = granted(disputes(agreed, 60, { at: 120 }));
    expect(arrivalOf(again)).toMatchObject({ says: { health: after(60) }, mismatch: true });
  });

  it('forget a dispute that was taken back', () => {
    expect(arrivalOf(granted(takenBack(says(70), 'told-5', 120)))).toMatchObject({ waitingFor: ['health'] });
  });

  it('keep the dispute in sight when the record is put right to another time than either', () => {
    const corrected = told(says(70), 'arrived', 50, { toldAt: 130, corrects: 'arrival', side: 'police' });
    expect(arrivalOf(corrected)).toMatchObject({
      says: { police: after(50), health: after(70) },
      apartMinutes: 20,
      mismatch: true,
    });
  });

  it('ask again for a confirmation that was given for another time', () => {
    const confirmed = granted(confirms(byPolice));
    const corrected = told(confirmed, 'arrived', 50, { toldAt: 130, corrects: 'arrival', side: 'police' });
    expect(arrivalOf(corrected)).toMatchObject({
      says: { police: after(50), health: null },
      waitingFor: ['health'],
    });
    const sameTime = told(confirmed, { ...details.arrived, roomId: null }, 40, {
      toldAt: 130,
      corrects: 'arrival',
      side: 'police',
    });
    expect(arrivalOf(sameTime)?.waitingFor).toEqual([]);
  });

  it('may be put right by the other side, and then wait for the first', () => {
    const byHealth = told(says(70), 'arrived', 65, {
      toldAt: 130,
      corrects: 'arrival',
      side: 'health',
      id: 'log',
    });
    expect(arrivalOf(byHealth)).toMatchObject({
      says: { police: null, health: after(65) },
      waitingFor: ['police'],
    });
    expect(
      arrivalOf(granted(confirms(byHealth, { side: 'police', about: 'log', at: 140 })))?.waitingFor,
    ).toEqual([]);
  });

  it('are confirmed in the very minute in which they are told', () => {
    expect(arrivalOf(granted(confirms(byPolice, { at: 40 })))?.waitingFor).toEqual([]);
  });

  it('can be confirmed and disputed once the record is closed', () => {
    const closed = told(told(byPolice, 'outcome', 300, { side: 'health', id: 'end' }), 'closed', 310);
    const decision = disputes(closed, 290, { side: 'police', at: 5000, about: 'end' });
    expect(twoSidedFacts(granted(decision).facts).find(({ fact }) => fact.kind === 'outcome')?.mismatch).toBe(
      true,
    );
  });
});

describe('what cannot be confirmed or disputed', () => {
  it("is one's own word", () => {
    expect(refusalOf(confirms(byPolice, { side: 'police' }))).toMatchObject({
      code: 'not-allowed-in-this-state',
      details: { side: 'police' },
    });
    expect(refusalOf(disputes(byPolice, 30, { side: 'police' })).code).toBe('not-allowed-in-this-state');
  });

  it.each(['fact-3', 'nothing'])('is no arrival, handover or release that stands: %s', (about) => {
    expect(refusalOf(confirms(byPolice, { about })).code).toBe('not-found');
    const corrected = told(byPolice, 'arrived', 41, { toldAt: 90, corrects: 'arrival' });
    expect(refusalOf(confirms(corrected)).code).toBe('not-found');
  });

  it('is a time still to come', () => {
    expect(refusalOf(disputes(byPolice, 101))).toMatchObject({
      code: 'time-impossible',
      details: { field: 'saysAt' },
    });
  });
});

describe('agreed clocks, while two agencies give different times', () => {
  const handover = agreement.thresholds.filter(({ id }) => id === 'handover');
  const startedAt = (incident: Incident, rule: DisputedTimes) =>
    runsOf(incident, { thresholds: handover, disputedTimes: rule }).map((run) => [
      run.subject,
      run.startedAt,
    ]);

  it.each<[DisputedTimes, number, number]>([
    ['earliest', 30, 30],
    ['earliest', 70, 40],
    ['latest', 30, 40],
    ['latest', 70, 70],
    ['police', 30, 40],
    ['police', 70, 40],
    ['health', 30, 30],
    ['health', 70, 70],
  ])('run as the agreement says: %s, health saying %p', (rule, minute, expected) => {
    expect(startedAt(says(minute), rule)).toEqual([['arrival', after(expected)]]);
  });

  it('leave the law alone: it takes the earlier time whatever is agreed', () => {
    expect(statutoryLimit(says(30).facts)?.startedAt).toBe(after(30));
    expect(statutoryLimit(says(70).facts)?.startedAt).toBe(after(40));
  });

  it("take the record's own time where the side that counts has not spoken", () => {
    const byNobody = granted(disputes(told(onTheWay, 'arrived', 40, { id: 'arrival' }), 70));
    expect(startedAt(byNobody, 'police')).toEqual([['arrival', after(40)]]);
  });

  it('stop no earlier than they started, however the times are disputed', () => {
    const handed = told(byPolice, 'handed-over', 60, { side: 'police', id: 'handover' });
    const disputed = granted(disputes(handed, 20, { about: 'handover' }));
    expect(runsOf(disputed, { thresholds: handover, disputedTimes: 'earliest' })).toMatchObject([
      { startedAt: after(40), stoppedAt: after(40) },
    ]);
  });
});
