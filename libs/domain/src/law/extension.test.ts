import {
  after,
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
import type { Fact, FactDetail } from '../incident/fact';
import type { ExtensionGround } from '../incident/fact-codes';
import type { Incident } from '../incident/incident';
import { grounds } from '../test-support/any-life';
import { statutoryLimit } from './statutory-limit';

const HOUR = 60;
const DAY = 24 * HOUR;

const detained = lived(blankIncident, ['opened', 0], ['advice-sought', 2], ['detained', 10]);
const arrived = told(detained, 'arrived', 35, { id: 'arrival' });
const END = 35 + DAY;

const by = (more: Partial<typeof details.extended>): FactDetail => ({ ...details.extended, ...more });
const hours = (count: number, more: Partial<typeof details.extended> = {}) =>
  by({ minutes: count * HOUR, ...more });
const ends = ({ facts }: Incident) => statutoryLimit(facts)?.endsAt;

describe('an extension of the 24 hours (MHA 1983 s136B)', () => {
  it.each([
    ['an hour before they end', 23 * HOUR, 6],
    ['in their last minute', DAY - 1, 12],
    ['as soon as the person has come', 0, 12],
  ])('given %s, follows them at once', (_when, minute, count) => {
    const extended = told(arrived, hours(count), 35 + minute);
    expect(statutoryLimit(extended.facts)).toMatchObject({
      endsAt: after(END + count * HOUR),
      extendedByMinutes: count * HOUR,
      startedAt: after(35),
    });
  });

  it.each([
    ['at the very minute they end', 0],
    ['a minute after', 1],
    ['six hours after', 6 * HOUR],
  ])('given %s, has no effect in law and is refused, whatever evidence there is', (_when, late) => {
    const decision = tell(arrived, hours(6, { evidence: 'Signed form' }), END + late);
    expect(refusalOf(decision)).toMatchObject({
      code: 'unlawful',
      rule: 'Mental Health Act 1983 s136B(1)',
      details: { field: 'happenedAt', notAfter: after(END) },
    });
  });

  it('given in time and entered afterwards, needs evidence of when it was given', () => {
    const late = { toldAt: END + 90 };
    expect(refusalOf(tell(arrived, hours(6), END - 60, late))).toMatchObject({
      code: 'reason-needed',
      details: { field: 'evidence' },
    });
    expect(refusalOf(tell(arrived, hours(6, { evidence: '  ' }), END - 60, late)).code).toBe('reason-needed');
    expect(ends(told(arrived, hours(6, { evidence: 'Form scanned at 01:05' }), END - 60, late))).toBe(
      after(END + 6 * HOUR),
    );
  });

  it('given and entered in time, needs none', () => {
    expect(ends(told(arrived, hours(6), END - 60, { toldAt: END - 1 }))).toBe(after(END + 6 * HOUR));
  });

  it.each<ExtensionGround>(['no-bed', 'no-amhp', 'no-doctor', 'other'])(
    "is refused for %s: only the person's condition can be the ground",
    (ground) => {
      expect(refusalOf(tell(arrived, hours(6, { ground }), 20 * HOUR))).toMatchObject({
        code: 'unlawful',
        rule: 'Mental Health Act 1983 s136B(2)',
        details: { ground },
      });
    },
  );

  it.each([
    ['13 hours at once', 13 * HOUR],
    ['a minute over 12 hours', 12 * HOUR + 1],
    ['none at all', 0],
    ['less than none', -60],
  ])('is refused of %s', (_length, minutes) => {
    expect(refusalOf(tell(arrived, by({ minutes }), 20 * HOUR))).toMatchObject({
      code: 'unlawful',
      details: { field: 'minutes', atMost: 12 * HOUR },
    });
  });

  it('may be given twice, 12 hours in all, and both before the first 24 hours have passed', () => {
    const once = told(arrived, hours(6), 20 * HOUR);
    expect(ends(told(once, hours(6), 22 * HOUR))).toBe(after(END + 12 * HOUR));
    expect(refusalOf(tell(once, hours(7), 22 * HOUR)).details).toMatchObject({ atMost: 6 * HOUR });
    // At the 26th hour the extended period still runs; the power to extend it has gone.
    expect(refusalOf(tell(once, hours(6), 26 * HOUR))).toMatchObject({
      code: 'unlawful',
      details: { field: 'happenedAt', notAfter: after(END) },
    });
  });

  it('cannot be given before the 24 hours have begun', () => {
    expect(refusalOf(tell(detained, hours(6), 20)).code).toBe('not-allowed-in-this-state');
    expect(refusalOf(tell(arrived, hours(6), 20, { toldAt: 60 })).code).toBe('not-allowed-in-this-state');
  });

  it('has nothing to extend under s135(2)', () => {
    const retaken = lived(
      blankIncident,
      ['opened', 0],
      [{ ...details['warrant-entered'], warrant: 's135-2' }, 5],
      [{ ...details.detained, power: 's135-2' }, 10],
      ['arrived', 35],
    );
    expect(refusalOf(tell(retaken, hours(6), 20 * HOUR)).code).toBe('not-allowed-in-this-state');
  });

  describe('at a police station', () => {
    const station = told(
      detained,
      { ...details.arrived, placeKind: 'police-station', roomId: null, policeStation: grounds },
      35,
    );

    it('needs the approval of a superintendent', () => {
      for (const superintendent of [undefined, ' ']) {
        expect(refusalOf(tell(station, hours(6, { superintendent }), 20 * HOUR))).toMatchObject({
          code: 'unlawful',
          rule: 'Mental Health Act 1983 s136B(3)',
          details: { field: 'superintendent' },
        });
      }
      expect(ends(told(station, hours(6, { superintendent: 'Supt. Oka' }), 20 * HOUR))).toBe(
        after(END + 6 * HOUR),
      );
    });

    it('needs none once the person has been moved to a suite', () => {
      const moved = told(told(station, 'conveyance-started', 100), 'arrived', 130);
      expect(ends(told(moved, hours(6), 20 * HOUR))).toBe(after(END + 6 * HOUR));
    });
  });
});

describe('an extension when the record is put right', () => {
  const extended = told(arrived, hours(6), END - 30, { id: 'extension' });

  it('follows a corrected arrival, and loses its effect when that shows that it was given too late', () => {
    const corrected = told(extended, 'arrived', 11, { toldAt: END, corrects: 'arrival' });
    expect(ends(corrected)).toBe(after(11 + DAY + 6 * HOUR));
    const earlier = told(told(arrived, hours(6), END - 10, { id: 'x' }), 'arrived', 20, {
      toldAt: END,
      corrects: 'arrival',
    });
    expect(statutoryLimit(earlier.facts)).toMatchObject({ endsAt: after(20 + DAY), extendedByMinutes: 0 });
  });

  it('ends with it when it was recorded in error', () => {
    expect(ends(granted(takenBack(extended, 'extension', END)))).toBe(after(END));
  });

  it('may be put right within the same 12 hours: what it corrects no longer counts', () => {
    const longer = told(extended, hours(12), END - 30, { toldAt: END - 10, corrects: 'extension' });
    expect(ends(longer)).toBe(after(END + 12 * HOUR));
  });

  it('is never more than 12 hours, nor counted twice because two merged records tell it', () => {
    const other = { mergedFrom: { incidentId: 'incident-2', ref: 'HV-1002' } };
    const theirs = (count: number, id: string): Fact => ({
      ...factAt(details.extended, after(END - 40), { id }),
      minutes: count * HOUR,
      ...other,
    });
    const merged = (...facts: Fact[]) => statutoryLimit([...extended.facts, ...facts])?.extendedByMinutes;
    expect(merged(theirs(6, 'a'))).toBe(6 * HOUR);
    expect(merged(theirs(8, 'a'))).toBe(8 * HOUR);
    expect(merged(theirs(8, 'a'), theirs(8, 'b'))).toBe(12 * HOUR);
  });

  it('counts only for a reading of the start under which it was in time', () => {
    const atTheLast = told(arrived, hours(6), END - 10);
    const contested = told(atTheLast, 'start-contested', 12, { toldAt: END - 5 });
    expect(statutoryLimit(contested.facts)?.readings).toMatchObject([
      { startedAt: after(12), endsAt: after(12 + DAY) },
      { startedAt: after(35), endsAt: after(END + 6 * HOUR) },
    ]);
    expect(ends(contested)).toBe(after(12 + DAY));
  });
});
