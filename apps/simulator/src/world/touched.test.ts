import type { JournalEntry } from '@concord/contracts';
import type { Incident } from '@concord/domain';
import { MINUTE } from '../life/step';
import { Touched } from './touched';

const demoTime = Date.parse('2026-11-22T02:00:00.000Z');
const entry = (kind: string, entityId: string, command = 'record-fact'): JournalEntry => ({
  revision: 9,
  ordinal: 0,
  at: new Date(demoTime).toISOString(),
  actor: { userId: 'u', name: 'Cass Merriweather' },
  command,
  kind,
  entityId,
  image: {},
  hash: '',
});
const incident = { id: 'one' } as Incident;

describe('what people have touched', () => {
  let real = 0;
  const begin = () => {
    real = 0;
    return new Touched(() => real);
  };

  it('is theirs, when it is an incident, a request or a car; a room is left for five minutes of the demo', () => {
    const touched = begin();
    expect(touched.freeFrom('one')).toBe(0);
    touched.by(entry('incident', 'one'));
    touched.by(entry('amhp-request', 'request', 'accept-offer'));
    touched.by(entry('resource', 'car', 'mark-resource'));
    touched.by(entry('room', 'room', 'mark-room'));
    expect(['one', 'request', 'car'].map((id) => touched.freeFrom(id))).toEqual([
      Infinity,
      Infinity,
      Infinity,
    ]);
    expect(touched.freeFrom('room')).toBe(demoTime + 5 * MINUTE);
    expect(touched.freeFrom('another')).toBe(0);
  });

  it('is not the whole incident when all they did was answer for a suite, a car or themselves', () => {
    const touched = begin();
    for (const command of ['accept-hold', 'accept-offer', 'amhp-progress', 'mark-resource']) {
      touched.by(entry('incident', 'one', command));
    }
    expect(touched.freeFrom('one')).toBe(0);
  });

  it('is not the incident of another because they confirmed a time of it, or read it in another way', () => {
    const touched = begin();
    const told = (kind: string) => ({ ...entry('incident', 'one'), image: { facts: [{ kind }] } });
    for (const kind of ['confirmed', 'disputed', 'reading-adopted', 'noted']) touched.by(told(kind));
    expect(touched.freeFrom('one')).toBe(0);
    touched.by(told('handed-over'));
    expect(touched.freeFrom('one')).toBe(Infinity);
    const corrected = begin();
    corrected.by(entry('incident', 'one', 'correct-fact'));
    expect(corrected.freeFrom('one')).toBe(Infinity);
  });

  it('is not the car they sent or the AMHP they asked for: those are other people', () => {
    const touched = begin();
    touched.by(entry('amhp-request', 'request', 'request-amhp'));
    touched.by(entry('resource', 'car', 'commit-resource'));
    expect(touched.freeFrom('request')).toBe(demoTime + 5 * MINUTE);
    expect(touched.freeFrom('car')).toBe(demoTime + 5 * MINUTE);
    touched.by(entry('amhp-request', 'request', 'accept-offer'));
    expect(touched.freeFrom('request')).toBe(Infinity);
    touched.by(entry('amhp-request', 'request', 'withdraw-amhp'));
    expect(touched.freeFrom('request')).toBe(demoTime + 5 * MINUTE);
  });

  it('is carried on with once nobody has come back to it for twenty real minutes, from then on', () => {
    const touched = begin();
    touched.by(entry('incident', 'one'));
    touched.by(entry('resource', 'car', 'mark-resource'));
    real = 20 * MINUTE;
    expect(touched.lookForAbandoned([incident], demoTime)).toBe(false);
    real += 1;
    const later = demoTime + 600 * MINUTE;
    expect(touched.lookForAbandoned([incident], later)).toBe(true);
    expect(touched.isAbandoned('one')).toBe(true);
    expect([touched.freeFrom('one'), touched.freeFrom('car')]).toEqual([later, later]);
    expect(touched.lookForAbandoned([incident], later + MINUTE)).toBe(false);
  });

  it('counts what somebody opened before this run as left when nobody comes to it', () => {
    const touched = begin();
    real = 21 * MINUTE;
    expect(touched.lookForAbandoned([incident], demoTime)).toBe(true);
  });

  it('is theirs again as soon as they come back', () => {
    const touched = begin();
    real = 21 * MINUTE;
    touched.lookForAbandoned([incident], demoTime);
    touched.by(entry('incident', 'one'));
    expect(touched.isAbandoned('one')).toBe(false);
    expect(touched.freeFrom('one')).toBe(Infinity);
  });
});
