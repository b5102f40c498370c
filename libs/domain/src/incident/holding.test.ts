import { after, blankIncident, details, lived, told } from '../examples';
import { factsAllowedNow } from './allowed-now';
import type { Holding } from './holding';
import { holdingAt, stillAt } from './holding';
import type { Incident } from './incident';

const bySgt = { ...details.retaken, officer: 'Constable Lowe' };
const inEd = {
  ...details.arrived,
  placeKind: 'emergency-department',
  placeId: 'ed-1',
  placeName: 'Vale ED',
} as const;

/** To the emergency department, police leaving before anybody accepts; accepted; moved; escaped; retaken; brought back. */
const night = lived(
  blankIncident,
  ['opened', 0],
  ['advice-sought', 5],
  ['detained', 10],
  ['conveyance-started', 20],
  [inEd, 40],
  ['police-left', 60],
  ['handed-over', 90],
  ['conveyance-started', 200],
  ['arrived', 230],
  [{ ...details['handed-over'], acceptedBy: 'Sam Oduya' }, 250],
  ['absconded', 300],
  [bySgt, 400],
  ['conveyance-started', 405],
  ['arrived', 430],
  [{ ...details['handed-over'], acceptedBy: 'Kit Marlow' }, 440],
  ['assessment-started', 450],
  ['outcome', 500],
);

const heldBy = (minute: number) => holdingAt(night.facts, after(minute));

describe('who is holding the person', () => {
  it.each<[number, Partial<Holding> | undefined, string]>([
    [9, undefined, 'nobody is detained yet'],
    [10, { by: 'police', who: 'Constable Ames', placeName: null }, 'the officer, from the decision'],
    [25, { by: 'police', placeName: null }, 'the officer, on the way'],
    [
      40,
      { by: 'police', placeName: 'Vale ED', since: after(10) },
      'the officer, in the emergency department',
    ],
    [60, { by: 'nobody', placeName: 'Vale ED', unaccepted: true }, 'nobody: police left, nobody accepted'],
    [89, { by: 'nobody', unaccepted: true }, 'nobody still'],
    [90, { by: 'place', who: 'Nia Patel', placeName: 'Vale ED', unaccepted: false }, 'who accepted, by name'],
    [200, { by: 'conveyance', who: 'ambulance', placeName: null }, 'the ambulance, on a transfer'],
    [230, { by: 'conveyance', placeName: 'Elm Suite' }, 'the ambulance, until the suite accepts'],
    [250, { by: 'place', who: 'Sam Oduya', placeName: 'Elm Suite' }, 'who accepted there'],
    [300, { by: 'nobody', placeName: null, unaccepted: false }, 'nobody: absconded'],
    [400, { by: 'police', who: 'Constable Lowe' }, 'who retook them'],
    [430, { by: 'police', placeName: 'Elm Suite' }, 'the same officer, back at the suite'],
    [440, { by: 'place', who: 'Kit Marlow' }, 'who accepted them back'],
    [499, { by: 'place', who: 'Kit Marlow', since: after(440) }, 'the same, to the last minute'],
    [500, undefined, 'nobody is detained any more'],
  ])('at minute %p is %p: %s', (minute, expected) => {
    if (expected) expect(heldBy(minute)).toMatchObject(expected);
    else expect(heldBy(minute)).toBeUndefined();
  });

  it('is somebody, or named as nobody, at every instant of the detention', () => {
    for (let minute = 10; minute < 500; minute += 1) {
      const holding = heldBy(minute);
      expect(holding).toBeDefined();
      expect(holding?.who === '').toBe(holding?.by === 'nobody');
      expect((holding?.since ?? '') <= after(minute)).toBe(true);
    }
  });

  it('is, for somebody kept where they were, the officer from the decision on', () => {
    const kept = lived(
      blankIncident,
      ['opened', 0],
      ['advice-sought', 5],
      [{ ...details.detained, power: 's136-kept' }, 70],
    );
    const there = told(kept, inEd, 20, { toldAt: 80 });
    expect(holdingAt(there.facts, after(50))).toBeUndefined();
    expect(holdingAt(there.facts, after(70))).toMatchObject({ by: 'police', placeName: 'Vale ED' });
  });

  it('is the police again when they arrest the person for an offence', () => {
    const handed = lived(
      blankIncident,
      ['opened', 0],
      ['advice-sought', 5],
      ['detained', 10],
      ['arrived', 40],
      ['handed-over', 50],
    );
    expect(holdingAt(told(handed, 'arrested', 60).facts, after(60))).toMatchObject({
      by: 'police',
      who: 'Constable Ames',
      placeName: 'Elm Suite',
    });
  });

  it('is still the police on a transfer that they make themselves before anybody accepted', () => {
    const there = lived(blankIncident, ['opened', 0], ['advice-sought', 5], ['detained', 10], [inEd, 40]);
    expect(holdingAt(told(there, 'conveyance-started', 60).facts, after(60))).toMatchObject({
      by: 'police',
      placeName: null,
      since: after(10),
    });
  });

  it('is whoever conveys, when police had left and nobody had accepted', () => {
    const left = lived(
      blankIncident,
      ['opened', 0],
      ['advice-sought', 5],
      ['detained', 10],
      [inEd, 40],
      ['police-left', 50],
    );
    expect(holdingAt(told(left, 'conveyance-started', 60).facts, after(60))).toMatchObject({
      by: 'conveyance',
    });
  });

  it('does not change when police leave a person whom the place has accepted', () => {
    const handed = lived(
      blankIncident,
      ['opened', 0],
      ['advice-sought', 5],
      ['detained', 10],
      ['arrived', 40],
      ['handed-over', 50],
    );
    expect(holdingAt(told(handed, 'police-left', 55).facts, after(60))).toMatchObject({ by: 'place' });
  });

  it('follows a correction', () => {
    const moved = told(night, 'police-left', 95, { toldAt: 600, corrects: 'fact-6' });
    expect(holdingAt(moved.facts, after(60))?.by).toBe('police');
    expect(holdingAt(moved.facts, after(95))?.by).toBe('place');
  });
});

describe('the handover', () => {
  it('is a named acceptance at the present place: a transfer asks for another', () => {
    const there = lived(
      blankIncident,
      ['opened', 0],
      ['advice-sought', 5],
      ['detained', 10],
      ['arrived', 40],
    );
    const asked = (incident: Incident) => factsAllowedNow(incident).includes('handed-over');
    expect(asked(there)).toBe(true);
    const handed = told(there, 'handed-over', 50);
    expect(asked(handed)).toBe(false);
    expect(asked(told(told(handed, 'conveyance-started', 60), 'arrived', 80))).toBe(true);
  });
});

describe('a place that has the person, or must keep their room', () => {
  const until = (minute: number) => night.facts.filter(({ happenedAt }) => happenedAt <= after(minute));

  it.each<[number, string, boolean, string]>([
    [30, 'ed-1', false, 'on the way'],
    [40, 'ed-1', true, 'on arrival'],
    [150, 'ed-1', true, 'until they set off'],
    [200, 'ed-1', false, 'once they have set off'],
    [240, 'suite-1', true, 'at the next place'],
    [320, 'suite-1', true, 'while they are absent: they may be brought back'],
    [410, 'suite-1', true, 'on the way back'],
    [430, 'suite-1', true, 'back'],
    [500, 'suite-1', false, 'once the detention has ended'],
  ])('at minute %p, %s: %p, %s', (minute, placeId, expected) => {
    expect(stillAt(until(minute), placeId)).toBe(expected);
  });
});
