import {
  after,
  agreement,
  blankIncident,
  details,
  granted,
  lived,
  refusalOf,
  takenBack,
  tell,
  told,
} from '../examples';
import { deadlinesOf } from '../escalation/deadline';
import type { FactDetail } from '../incident/fact';
import type { Incident } from '../incident/incident';
import { grounds } from '../test-support/any-life';
import type { StatutoryKind } from './statutory-clocks';
import { statutoryClocks, statutoryNames } from './statutory-clocks';

const HOUR = 60;
const DAY = 24 * HOUR;
const detained = lived(blankIncident, ['opened', 0], ['advice-sought', 2], ['detained', 10]);
const arrived = told(detained, 'arrived', 35, { id: 'arrival' });

const clockOf = (incident: Incident, kind: StatutoryKind) =>
  statutoryClocks(incident).find((clock) => clock.kind === kind);
const endOf = (incident: Incident, kind: StatutoryKind) => clockOf(incident, kind)?.endsAt;
const kindsOf = (incident: Incident) => statutoryClocks(incident).map(({ kind }) => kind);
const alarms = (incident: Incident) =>
  deadlinesOf(incident, agreement)
    .filter(({ clock, level }) => clock.kind === 'statutory' && level === 'over')
    .map(({ clock, dueAt }) => [clock.label, dueAt]);

describe('somebody who has absconded', () => {
  const escapedAt = (minute: number) => told(arrived, 'absconded', minute, { id: 'escape' });

  it.each<[string, Incident, number]>([
    ['before any arrival: for 24 hours from the escape', told(detained, 'absconded', 20), 20 + DAY],
    ['from the suite: never past the 24 hours that run there', escapedAt(100), 35 + DAY],
    [
      'from the suite, the period extended: for 24 hours from the escape, if that is sooner',
      told(told(arrived, { ...details.extended, minutes: 720 }, 60), 'absconded', 100),
      100 + DAY,
    ],
    [
      'while the period is extended further: to its end, if that is sooner',
      told(told(arrived, { ...details.extended, minutes: 720 }, 60), 'absconded', 20 * HOUR),
      35 + DAY + 720,
    ],
  ])('may be retaken (MHA 1983 s138(3)), %s', (_case, incident, end) => {
    expect(endOf(incident, 'retake')).toBe(after(end));
  });

  it('has both clocks running, and neither stops the other', () => {
    expect(kindsOf(escapedAt(100))).toEqual(['s136-permitted-period', 'retake']);
    expect(clockOf(escapedAt(100), 'retake')?.startedBy).toBe('escape');
  });

  it('cannot be retaken at that deadline or after it, and can a minute before', () => {
    const end = 35 + DAY;
    expect(refusalOf(tell(escapedAt(100), 'retaken', end))).toMatchObject({
      code: 'unlawful',
      rule: 'Mental Health Act 1983 s138(3)',
      details: { notAfter: after(end) },
    });
    expect(endOf(told(escapedAt(100), 'retaken', end - 1), 'retake')).toBeUndefined();
  });

  it('may be entered late as retaken, if it was in time', () => {
    expect(kindsOf(told(escapedAt(100), 'retaken', 20 * HOUR, { toldAt: 3 * DAY }))).not.toContain('retake');
  });

  it('has a deadline that moves when the time of the escape is put right', () => {
    const early = told(detained, 'absconded', 20, { id: 'escape' });
    const corrected = told(early, 'absconded', 15, { toldAt: 60, corrects: 'escape' });
    expect(clockOf(corrected, 'retake')).toMatchObject({ startedBy: 'escape', endsAt: after(15 + DAY) });
  });

  it('has none once they are back, or the detention has ended', () => {
    const gone = told(escapedAt(100), { ...details.outcome, code: 'absconded-not-retaken' }, 30 * HOUR);
    expect(kindsOf(gone)).toEqual(['s136-permitted-period']);
    expect(clockOf(gone, 's136-permitted-period')?.endedAt).toBe(after(30 * HOUR));
  });
});

describe('an adult at a police station (SI 2017/1036)', () => {
  const station: FactDetail = {
    ...details.arrived,
    placeKind: 'police-station',
    placeId: 'station-1',
    roomId: null,
    policeStation: grounds,
  };
  const there = told(detained, station, 35, { id: 'arrival' });
  const check = (incident: Incident, minute: number) =>
    told(incident, 'station-check', minute, { id: `check-${minute}` });
  const review = (minute: number, more: Partial<(typeof details)['station-review']>, incident = there) =>
    tell(incident, { ...details['station-review'], ...more }, minute, { id: `review-${minute}` });
  const asleep = { asleepNoRiskFlagged: true, nextWithinMinutes: 180 };

  it('is to be checked within 30 minutes of coming, and 30 minutes after each check', () => {
    expect(clockOf(there, 'station-check')).toMatchObject({ startedBy: 'arrival', endsAt: after(65) });
    const checked = check(check(there, 60), 85);
    expect(clockOf(checked, 'station-check')).toMatchObject({ startedBy: 'check-85', endsAt: after(115) });
  });

  it('is to be reviewed within the hour of coming, and within the hour of each review', () => {
    expect(endOf(there, 'station-review')).toBe(after(95));
    expect(endOf(granted(review(90, {})), 'station-review')).toBe(after(150));
  });

  it('may be reviewed sooner than that', () => {
    expect(endOf(granted(review(90, { nextWithinMinutes: 20 })), 'station-review')).toBe(after(110));
  });

  it('may, asleep and with no risk flagged, be reviewed three-hourly; the checks go on', () => {
    const sleeping = granted(review(90, asleep));
    expect(endOf(sleeping, 'station-review')).toBe(after(270));
    expect(endOf(sleeping, 'station-check')).toBe(after(65));
    expect(refusalOf(review(90, { ...asleep, nextWithinMinutes: 181 })).details).toMatchObject({
      atMost: 180,
    });
  });

  it.each([
    ['awake, in two hours', { nextWithinMinutes: 120 }],
    ['awake, a minute over the hour', { nextWithinMinutes: 61 }],
    ['at once', { nextWithinMinutes: 0 }],
  ])('cannot next be reviewed %s', (_when, more) => {
    expect(refusalOf(review(90, more))).toMatchObject({ code: 'unlawful', details: { atMost: 60 } });
  });

  it('is to be moved at once when the conditions have ceased: an alarm, instead of the next review', () => {
    const ceased = granted(review(90, { conditionsStillMet: false }));
    expect(kindsOf(ceased)).not.toContain('station-review');
    expect(clockOf(ceased, 'station-conditions-ceased')).toMatchObject({
      startedBy: 'review-90',
      endsAt: after(90),
    });
    expect(alarms(ceased)).toContainEqual(['Move from the police station', after(90)]);
  });

  it('is reviewed on as before when a later review finds the conditions met again', () => {
    const again = granted(review(100, {}, granted(review(90, { conditionsStillMet: false }))));
    expect(kindsOf(again)).not.toContain('station-conditions-ceased');
    expect(endOf(again, 'station-review')).toBe(after(160));
  });

  it('is no longer checked once on the way elsewhere; the 24 hours run on', () => {
    expect(kindsOf(told(there, 'conveyance-started', 100))).toEqual(['s136-permitted-period']);
    expect(kindsOf(told(there, 'absconded', 100))).toEqual(['s136-permitted-period', 'retake']);
  });

  it('starts anew on coming to a second one', () => {
    const second = told(told(check(there, 60), 'conveyance-started', 70), station, 80, { id: 'second' });
    expect(clockOf(second, 'station-check')).toMatchObject({ startedBy: 'second', endsAt: after(110) });
  });

  it('is counted from the decision, if they were there already when they were kept', () => {
    const kept = lived(
      blankIncident,
      ['opened', 0],
      ['advice-sought', 200],
      [{ ...details.detained, power: 's136-kept' }, 210],
    );
    const inCustody = told(kept, station, 5, { toldAt: 212 });
    expect(endOf(inCustody, 'station-check')).toBe(after(240));
    expect(endOf(inCustody, 'station-review')).toBe(after(270));
  });

  it('has a check that was entered late take its place: the clock follows the last one made', () => {
    const late = told(check(there, 90), 'station-check', 62, { toldAt: 95 });
    expect(clockOf(late, 'station-check')?.startedBy).toBe('check-90');
  });

  it('is to be moved at once when it was unlawful to bring them, and that is on record; the checks run too', () => {
    const unlawfully = told(
      detained,
      {
        ...details.arrived,
        placeKind: 'police-station',
        roomId: null,
        unlawfulBecause: 'No inspector was asked.',
      },
      35,
      { id: 'arrival' },
    );
    expect(clockOf(unlawfully, 'station-conditions-ceased')).toMatchObject({
      startedBy: 'arrival',
      endsAt: after(35),
    });
    expect(alarms(unlawfully)).toContainEqual(['Move from the police station', after(35)]);
    expect(endOf(unlawfully, 'station-check')).toBe(after(65));
    expect(kindsOf(told(unlawfully, 'conveyance-started', 60))).toEqual(['s136-permitted-period']);
  });

  it.each(['station-check', 'station-review'] as const)(
    'takes no %s of somebody who is elsewhere',
    (kind) => {
      expect(refusalOf(tell(arrived, kind, 60)).code).toBe('not-allowed-in-this-state');
      expect(refusalOf(tell(there, kind, 20, { toldAt: 60 })).code).toBe('time-impossible');
    },
  );
});

describe('a person in a home that is the place of safety (MHA 1983 s135(7))', () => {
  const home: FactDetail = {
    ...details.arrived,
    placeKind: 'dwelling',
    roomId: null,
    dwelling: { personAgrees: true, occupier: 'Her sister' },
  };
  const there = told(detained, home, 35);

  it.each<[string, FactDetail, string[]]>([
    ['nobody said that they agree', { ...home, dwelling: undefined }, ['personAgrees']],
    [
      'they do not agree',
      { ...home, dwelling: { personAgrees: false, occupier: 'Her sister' } },
      ['personAgrees'],
    ],
    ['no occupier is named', { ...home, dwelling: { personAgrees: true, occupier: ' ' } }, ['occupier']],
  ])('is not taken there when %s', (_why, detail, unmet) => {
    expect(refusalOf(tell(detained, detail, 35))).toMatchObject({ code: 'unlawful', details: { unmet } });
  });

  it('may agree alone where they live alone', () => {
    const alone = { ...home, dwelling: { personAgrees: true, occupier: null } } as FactDetail;
    expect(tell(detained, alone, 35)).toHaveProperty('facts');
  });

  it('must be moved at once when somebody withdraws their consent', () => {
    const withdrawn = told(there, 'consent-withdrawn', 80, { id: 'withdrawn' });
    expect(clockOf(withdrawn, 'dwelling-consent-withdrawn')).toMatchObject({
      startedBy: 'withdrawn',
      endsAt: after(80),
    });
    expect(alarms(withdrawn)).toContainEqual(['Consent withdrawn', after(80)]);
    expect(kindsOf(told(withdrawn, 'conveyance-started', 90))).toEqual(['s136-permitted-period']);
    expect(kindsOf(granted(takenBack(withdrawn, 'withdrawn', 90)))).toEqual(['s136-permitted-period']);
  });

  it('starts anew in another home: consent withdrawn in the first says nothing of the second', () => {
    const withdrawn = told(there, 'consent-withdrawn', 80);
    const second = told(told(withdrawn, 'conveyance-started', 90), { ...home, placeId: 'home-2' }, 120);
    expect(kindsOf(second)).toEqual(['s136-permitted-period']);
  });

  it('cannot have consent withdrawn where none was needed', () => {
    expect(refusalOf(tell(arrived, 'consent-withdrawn', 60)).code).toBe('not-allowed-in-this-state');
  });
});

describe('every clock that the law runs', () => {
  it('has words, a source in law, and somebody whom the sample agreement calls when it ends', () => {
    for (const [kind, { label, rule }] of Object.entries(statutoryNames)) {
      expect(label).not.toBe('');
      expect(rule).toMatch(/Act 1983|SI 2017\/1036/);
      expect(agreement.statutoryLadders[kind as StatutoryKind].at(-1)?.duties).not.toEqual([]);
    }
  });

  it('is stopped by the end of the detention', () => {
    const ended = told(arrived, 'outcome', 90);
    expect(statutoryClocks(ended).map(({ kind, endedAt }) => [kind, endedAt])).toEqual([
      ['s136-permitted-period', after(90)],
    ]);
    expect(alarms(ended)).toEqual([]);
  });
});
