import * as fc from 'fast-check';
import { after, agreement, nurse } from '../examples';
import { place, room } from './examples';
import { minutesBetween } from '../instant';
import type { Place } from './place';
import type { Observation, Room, RoomState } from './room';
import { freshness, freshnessOf } from './room';
import { offerOf } from './staffing';
import { ageingWords, isOverdue, oldestWord, statusDeadlines } from './status-clock';

fc.configureGlobal({ seed: 1983 });

const rule = agreement.freshness;
const seen = (minutesAgo: number): Observation => ({ at: after(-minutesAgo), by: nurse, source: 'site' });
const free = (minutesAgo: number, more: Partial<Room> = {}): Room =>
  room({ observed: seen(minutesAgo), ...more });
const inBrief = (given: Place, rooms: readonly Room[]) =>
  statusDeadlines(given, rooms, rule).map(({ point, dueAt }) => [point, minutesBetween(after(0), dueAt)]);

describe('the clock on what a place says of itself', () => {
  it('runs from its oldest word: asked for after 30 minutes, unknown after 60', () => {
    expect(inBrief(place(), [free(5), free(20, { id: 'b' })])).toEqual([
      ['confirm', 10],
      ['unknown', 40],
    ]);
  });

  it.each<[string, Partial<Place>, Room[], number | null]>([
    ['staff counted before the rooms', { staffing: { staffedFor: 2, observed: seen(25) } }, [free(5)], 25],
    ['how hard a department is pressed', { pressure: { state: 'taking', observed: seen(7) } }, [], 7],
    ['a room that is held: the record knows', {}, [free(50, { state: 'held', holdId: 'h' })], null],
    [
      'somebody detained in it: the record knows',
      {},
      [free(50, { state: 'occupied', incidentId: 'i' })],
      null,
    ],
    ['somebody who walked in: only the site knows', {}, [free(50, { state: 'occupied' })], 50],
    ['a place that says nothing', {}, [], null],
  ])('%s', (_what, more, rooms, minutesAgo) => {
    const word = oldestWord(place(more), rooms);
    expect(word && minutesBetween(word.at, after(0))).toBe(minutesAgo);
    expect(statusDeadlines(place(more), rooms, rule)).toHaveLength(minutesAgo === null ? 0 : 2);
  });

  it('calls whom the agreement says, each list in turn, about the place and no incident', () => {
    const [ask, tell] = statusDeadlines(place(), [free(0)], rule);
    expect(ask).toMatchObject({ subject: 'suite-1', level: 'due', step: { duties: rule.confirmDuties } });
    expect(tell).toMatchObject({ subject: 'suite-1', level: 'over', step: { duties: rule.unknownDuties } });
  });
});

const states: readonly RoomState[] = ['available', 'held', 'occupied', 'cleaning', 'closed'];
const anyRoom = fc
  .record({
    state: fc.constantFrom(...states),
    incidentId: fc.option(fc.constant('incident-9')),
    minutesAgo: fc.nat({ max: 300 }),
  })
  .map(({ state, incidentId, minutesAgo }) =>
    free(minutesAgo, { state, incidentId: state === 'occupied' ? incidentId : null }),
  );
const anyPlace = fc
  .record({ staffedFor: fc.option(fc.nat({ max: 6 })), minutesAgo: fc.nat({ max: 300 }) })
  .map(({ staffedFor, minutesAgo }) =>
    place({ staffing: staffedFor === null ? null : { staffedFor, observed: seen(minutesAgo) } }),
  );
const anyRule = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }))
  .map(([a, b]) => ({ ...rule, confirmAfterMinutes: Math.min(a, b), unknownAfterMinutes: Math.max(a, b) }));
const rooms = fc.array(anyRoom, { maxLength: 6 });
const minutes = fc.nat({ max: 600 });

describe('whatever a place has said, and whatever was agreed', () => {
  it('passing time never raises what it offers', () => {
    fc.assert(
      fc.property(anyPlace, rooms, anyRule, minutes, minutes, (given, own, agreed, now, more) => {
        const at = (minute: number) => offerOf(given.staffing, own, agreed, after(minute));
        expect(at(now + more).canTake).toBeLessThanOrEqual(at(now).canTake);
        expect(at(now + more).freeRooms).toBeLessThanOrEqual(at(now).freeRooms);
      }),
    );
  });

  it('no setting raises it: believing a word for longer offers at most what it said, for a shorter time less', () => {
    fc.assert(
      fc.property(anyPlace, rooms, anyRule, anyRule, minutes, (given, own, one, other, now) => {
        const offer = (agreed: typeof one) => offerOf(given.staffing, own, agreed, after(now)).canTake;
        const asSaid = own.filter(({ state }) => state === 'available').length;
        expect(offer(one)).toBeLessThanOrEqual(Math.min(asSaid, given.staffing?.staffedFor ?? asSaid));
        if (one.unknownAfterMinutes <= other.unknownAfterMinutes)
          expect(offer(one)).toBeLessThanOrEqual(offer(other));
      }),
    );
  });

  it('the clock and the screens agree: unknown is said of something exactly when its second step has passed', () => {
    fc.assert(
      fc.property(anyPlace, rooms, anyRule, minutes, (given, own, agreed, minute) => {
        const now = after(minute);
        const deadlines = statusDeadlines(given, own, agreed);
        const unknown =
          own.some((each) => freshness(each, agreed, now) === 'unknown') ||
          (given.staffing !== null && freshnessOf(given.staffing.observed, agreed, now) === 'unknown');
        expect(deadlines.some(({ point, dueAt }) => point === 'unknown' && dueAt < now)).toBe(unknown);
        if (unknown) expect(isOverdue(deadlines, now)).toBe(true);
        expect(deadlines.length > 0).toBe(ageingWords(given, own).length > 0);
      }),
    );
  });
});
