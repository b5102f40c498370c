import * as fc from 'fast-check';
import { adult, after, agreement, blankIncident, details, lived, wayTo } from '../examples';
import { place, room } from './examples';
import type { Incident } from '../incident/incident';
import { plusMinutes } from '../instant';
import type { SexBand } from './fitness';
import type { Place } from './place';
import { rankRooms } from './rank';
import type { AgeBand, Room, RoomState } from './room';

fc.configureGlobal({ seed: 1983 });

const near = place({ id: 'near', name: 'Near Suite', position: { lat: 54.05, lon: -2 } });
const far = place({ id: 'far', name: 'Far Suite', position: { lat: 54.3, lon: -2 } });
const places = [near, far, place({ id: 'ed', kind: 'emergency-department', position: { lat: 54, lon: -2 } })];
type Told = Parameters<typeof lived>[1];
const observedAgo = (minutes: number) => ({ ...room().observed, at: after(-minutes) });
const child: Incident = { ...blankIncident, person: { ...adult, ageYears: 15 } };

const list = (rooms: readonly Room[], incident: Incident = blankIncident, minutes = 5) =>
  rankRooms({ incident, places, rooms, agreement, lendings: [], now: after(minutes) });
const one = (more: Partial<Room>, incident?: Incident, minutes?: number) =>
  list([room({ placeId: 'near', ...more })], incident, minutes)[0];

describe('the list of rooms that a controller chooses from', () => {
  it('puts the nearest that may be held first, then those to ring, then the rest, each with its reasons', () => {
    const rooms = [
      room({ id: 'closed', placeId: 'near', state: 'closed', closedReason: 'staffing' }),
      room({ id: 'far-free', placeId: 'far' }),
      room({ id: 'stale', placeId: 'near', observed: { ...room().observed, at: after(-120) } }),
      room({ id: 'near-free', placeId: 'near' }),
    ];
    expect(
      list(rooms).map(({ roomId, standing, rank, reasons }) => [roomId, standing, rank, reasons[0]]),
    ).toEqual([
      ['near-free', 'offer', 1, 'free, confirmed 5 min ago'],
      ['far-free', 'offer', 2, 'free, confirmed 5 min ago'],
      ['stale', 'ring', null, 'not confirmed for 125 min: ring before relying on it'],
      ['closed', 'no', null, 'closed (staffing)'],
    ]);
  });

  it.each<[string, Partial<Room>, string]>([
    ['is closed', { state: 'closed', closedReason: 'damage' }, 'closed (damage)'],
    ['is occupied', { state: 'occupied' }, 'occupied'],
    ['is being cleaned', { state: 'cleaning' }, 'cleaning'],
    ['is promised to somebody else', { state: 'held', holdId: 'hold-9' }, 'held for another incident'],
    ['is for under-18s and this is an adult', { ages: 'under-18s' }, 'for under-18s only'],
  ])('never ranks a room that %s, and says so', (_why, more, reason) => {
    expect(one(more)).toMatchObject({ standing: 'no', rank: null, reasons: [reason, 'about 9 min drive'] });
  });

  it('lists the rooms of one suite in the order of their numbers, whatever order they come in', () => {
    const rooms = ['Elm 10', 'Elm 2', 'Elm 1'].map((name) => room({ id: name, name, placeId: 'near' }));
    expect(list(rooms).map(({ roomName }) => roomName)).toEqual(['Elm 1', 'Elm 2', 'Elm 10']);
  });

  it('says when the room is the one this incident already holds', () => {
    const holding = lived(blankIncident, 'opened', 'hold-requested');
    expect(one({ state: 'held', holdId: 'hold-1' }, holding)?.reasons[0]).toBe('held for this incident');
  });

  it("never ranks an adults' room for a child, or for somebody who may be one", () => {
    for (const person of [
      { ageYears: 15 },
      { ageYears: null },
      { ageBasis: 'unknown', appearsUnder18: true },
    ] as const) {
      const incident = { ...blankIncident, person: { ...adult, ...person } };
      expect(one({ ages: 'adults' }, incident)).toMatchObject({
        rank: null,
        reasons: ['not fit for under-18s', expect.anything()],
      });
      expect(one({ ages: 'under-18s' }, incident)).toMatchObject({ rank: 1 });
      expect(one({ ages: 'any-age' }, incident)?.reasons).toContain('fit for under-18s');
    }
  });

  it('does not send the person back to a suite that has refused them', () => {
    const turnedAway = lived(blankIncident, 'opened', 'hold-requested', {
      ...details['hold-refused'],
      reason: 'out-of-area',
      placeId: 'near',
    });
    const [first, second] = list(
      [room({ id: 'a', placeId: 'near' }), room({ id: 'b', placeId: 'far' })],
      turnedAway,
    );
    expect(first).toMatchObject({ roomId: 'b', rank: 1 });
    expect(second).toMatchObject({
      roomId: 'a',
      rank: null,
      reasons: ['refused this person', expect.anything()],
    });
  });

  it('counts a refusal for want of staff as newer than what was said of the other rooms, until more is said', () => {
    const refusal = { ...details['hold-refused'], reason: 'no-staff', placeId: 'near' } as const;
    const turnedAway = lived(blankIncident, 'opened', 'hold-requested', refusal);
    const at = turnedAway.facts.at(-1)?.recordedAt ?? '';
    const said = (minutes: number) => ({ ...room().observed, at: plusMinutes(at, minutes) });
    const free = room({ placeId: 'near', observed: said(-1) });
    const first = (more: Partial<Room>, staffing: Place['staffing'] = null) =>
      rankRooms({
        incident: turnedAway,
        places: [{ ...near, staffing }],
        rooms: [{ ...free, ...more }],
        agreement,
        lendings: [],
        now: plusMinutes(at, 5),
      })[0];
    expect(first({})).toMatchObject({
      standing: 'no',
      rank: null,
      reasons: [expect.stringMatching(/^refused this person \d\d:\d\d, nothing said/), expect.anything()],
    });
    expect(first({ observed: said(2) })?.rank).toBe(1);
    expect(first({}, { staffedFor: 2, observed: said(2) })?.rank).toBe(1);
    expect(first({}, { staffedFor: 2, observed: said(-2) })?.rank).toBeNull();
  });

  it('asks each suite once: its other rooms wait for its answer, and another suite is next', () => {
    const asked = lived(blankIncident, 'opened', { ...details['hold-requested'], placeId: 'near' });
    const rooms = [
      room({ id: 'a', placeId: 'near', state: 'held', holdId: 'hold-1' }),
      room({ id: 'b', placeId: 'near' }),
      room({ id: 'c', placeId: 'far' }),
    ];
    const [first, ...others] = list(rooms, asked);
    expect(first).toMatchObject({ roomId: 'c', rank: 1 });
    expect(others.map(({ reasons }) => reasons[0])).toEqual([
      'held for this incident',
      'this suite is asked already',
    ]);
  });

  it('asks anew once they have been somewhere: after the emergency department, rooms of the suite they came from', () => {
    const on = (placeId: string, placeKind: Place['kind']) => ({
      ...details.arrived,
      placeId,
      placeKind,
      roomId: null,
    });
    const way = [
      ...wayTo.detained,
      { ...details['hold-requested'], placeId: 'near' },
      { ...details['hold-accepted'], placeId: 'near' },
      'conveyance-started',
      on('near', 'suite'),
    ] as const;
    const free = [room({ placeId: 'near' })];
    expect(list(free, lived(blankIncident, ...way))[0]).toMatchObject({
      standing: 'no',
      reasons: ['they are at this suite now', expect.anything()],
    });
    const seen = lived(blankIncident, ...way, 'conveyance-started', on('ed', 'emergency-department'));
    expect(list(free, seen)[0]).toMatchObject({ standing: 'offer', rank: 1 });
  });

  it('a suite that wants them seen at an emergency department first may be asked once they have been at one since', () => {
    const refused = {
      ...details['hold-refused'],
      reason: 'needs-emergency-department' as const,
      placeId: 'near',
    };
    const taken = (placeKind: Place['kind']) =>
      ['conveyance-started', { ...details.arrived, placeId: 'elsewhere', placeKind, roomId: null }] as const;
    const standingAfter = (...way: Told[]) =>
      list([room({ placeId: 'near' })], lived(blankIncident, ...wayTo.detained, ...way))[0]?.standing;
    expect([
      standingAfter(...taken('emergency-department'), 'hold-requested', refused),
      standingAfter('hold-requested', refused, ...taken('emergency-department')),
      standingAfter('hold-requested', refused, ...taken('suite')),
    ]).toEqual(['no', 'offer', 'no']);
  });

  it.each([
    [59, 'offer', 1],
    [60, 'ring', null],
  ])('offers a room confirmed %p minutes ago as: %s', (minutes, standing, rank) => {
    expect(one({}, blankIncident, minutes)).toMatchObject({ standing, rank });
  });

  it('lists rooms of suites only: an emergency department has no room to hold', () => {
    expect(list([room({ placeId: 'ed' }), room({ placeId: 'nowhere' })])).toEqual([]);
  });

  it('measures the drive from where the person is: the scene, or the place they would be moved from', () => {
    const atFar = { ...details.arrived, placeId: 'far', roomId: null };
    const moved = lived(blankIncident, ...wayTo.conveying, atFar);
    const rooms = [room({ id: 'a', placeId: 'near' }), room({ id: 'b', placeId: 'far' })];
    expect(list(rooms).map(({ roomId, driveMinutes }) => [roomId, driveMinutes])).toEqual([
      ['a', 9],
      ['b', 56],
    ]);
    expect(list(rooms, moved).map(({ roomId, driveMinutes }) => [roomId, driveMinutes])).toEqual([
      ['a', 47],
      ['b', 1],
    ]);
  });
});

describe('what a suite says beyond its rooms', () => {
  const rooms = [
    room({ id: 'a', placeId: 'near' }),
    room({ id: 'taken', placeId: 'near', state: 'occupied' }),
    room({ id: 'b', placeId: 'far' }),
  ];
  const ranked = (given: readonly Place[]) =>
    rankRooms({ incident: blankIncident, places: given, rooms, agreement, lendings: [], now: after(5) }).map(
      ({ roomId, standing, reasons }) => [roomId, standing, reasons[0]],
    );
  const staffed = (staffedFor: number, minutesAgo: number) => ({
    ...near,
    staffing: { staffedFor, observed: { ...room().observed, at: after(-minutesAgo) } },
  });

  it('a free room that nobody can staff is not offered', () => {
    expect(ranked([staffed(1, 0), far])).toEqual([
      ['b', 'offer', 'free, confirmed 5 min ago'],
      ['a', 'no', 'no staff for another person (staffed for 1)'],
      ['taken', 'no', 'occupied'],
    ]);
  });

  it('what it said of its staff too long ago is asked about, however fresh the room', () => {
    expect(ranked([staffed(2, 60), far])).toEqual([
      ['b', 'offer', 'free, confirmed 5 min ago'],
      ['a', 'ring', 'staff not confirmed for 65 min: ring before relying on it'],
      ['taken', 'no', 'occupied'],
    ]);
  });

  it('the suite meant for the district comes before a nearer one that is not', () => {
    const order = ranked([
      { ...near, catchment: ['The Vale'] },
      { ...far, catchment: ['Harrowdale'] },
    ]);
    expect(order.map(([roomId]) => roomId)).toEqual(['b', 'a', 'taken']);
  });

  it("the area's own table of times is believed before the distance on the map", () => {
    const travel = { ...agreement.travel, minutes: { Harrowdale: { far: 3 } } };
    const [first, second] = rankRooms({
      incident: blankIncident,
      places: [near, far],
      rooms,
      agreement: { ...agreement, travel },
      lendings: [],
      now: after(5),
    });
    expect([first?.roomId, first?.driveMinutes, second?.driveMinutes]).toEqual(['b', 3, 9]);
  });
});

describe('whatever the rooms are', () => {
  const rooms = fc.array(
    fc.record({
      placeId: fc.constantFrom('near', 'far', 'ed'),
      state: fc.constantFrom<RoomState>('available', 'held', 'occupied', 'cleaning', 'closed'),
      ages: fc.constantFrom<AgeBand>('adults', 'under-18s', 'any-age'),
      holdId: fc.option(fc.constantFrom('hold-1', 'hold-2')),
      incidentId: fc.option(fc.constant('incident-9')),
      age: fc.nat({ max: 200 }),
    }),
    { maxLength: 12 },
  );
  const incidents = fc.tuple(fc.boolean(), fc.boolean()).map(([isChild, nearRefused]) =>
    nearRefused
      ? lived(isChild ? child : blankIncident, 'opened', {
          ...details['hold-refused'],
          reason: 'out-of-area',
          placeId: 'near',
        })
      : lived(isChild ? child : blankIncident, 'opened'),
  );

  it('only a free, fit, confirmed room that has not refused has a rank; ranks are 1 to n by drive; all have reasons', () => {
    fc.assert(
      fc.property(rooms, incidents, (drawn, incident) => {
        const given = drawn.map(({ age, ...more }, index) =>
          room({ ...more, id: `room-${index}`, observed: { ...room().observed, at: after(-age) } }),
        );
        const listed = list(given, incident, 0);
        const refusedNear = incident.facts.length > 1;
        const isChild = incident.person.ageYears === 15;
        const mayBeHeld = given.filter(
          ({ placeId, state, ages, observed }) =>
            placeId !== 'ed' &&
            state === 'available' &&
            observed.at > after(-60) &&
            !(refusedNear && placeId === 'near') &&
            (ages === 'any-age' || (ages === 'under-18s') === isChild),
        );
        const ranked = listed.filter(({ rank }) => rank !== null);
        expect(new Set(ranked.map(({ roomId }) => roomId))).toEqual(new Set(mayBeHeld.map(({ id }) => id)));
        expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_room, index) => index + 1));
        const drives = ranked.map(({ driveMinutes }) => driveMinutes);
        expect(drives).toEqual([...drives].sort((a, b) => a - b));
        expect(listed).toHaveLength(given.filter(({ placeId }) => placeId !== 'ed').length);
        for (const { reasons } of listed) {
          expect(reasons.length).toBeGreaterThan(0);
          for (const reason of reasons) expect(reason.trim()).not.toBe('');
        }
      }),
    );
  });

  it('nothing stale, closed, taken, unfit or without staff has a rank, and waiting gives none', () => {
    const agedStaff = fc.option(
      fc.record({ staffedFor: fc.nat({ max: 4 }), minutesAgo: fc.nat({ max: 200 }) }),
    );
    const sexes = fc.array(fc.constantFrom<SexBand>('any', 'female', 'male'), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(rooms, sexes, agedStaff, fc.nat({ max: 200 }), (drawn, bands, staff, wait) => {
        const given = drawn.map(({ age, ...more }, i) =>
          room({ ...more, id: `room-${i}`, sexes: bands[i] ?? 'any', observed: observedAgo(age) }),
        );
        const staffing = staff && { staffedFor: staff.staffedFor, observed: observedAgo(staff.minutesAgo) };
        const ranked = (minutes: number) =>
          rankRooms({
            incident: blankIncident,
            places: [{ ...near, staffing }, far],
            rooms: given,
            agreement,
            lendings: [],
            now: after(minutes),
          }).filter(({ rank }) => rank !== null);
        for (const { roomId, placeId } of ranked(0)) {
          const one = given.find(({ id }) => id === roomId);
          expect(one).toMatchObject({
            state: 'available',
            sexes: expect.not.stringMatching('^male$') as unknown,
          });
          expect(one?.ages).not.toBe('under-18s');
          expect((one?.observed.at ?? '') > after(-60)).toBe(true);
          if (placeId === 'near' && staff) {
            const inUse = given.filter(
              (each) => each.placeId === 'near' && (each.state === 'held' || each.state === 'occupied'),
            );
            expect(staff.minutesAgo).toBeLessThan(60);
            expect(staff.staffedFor).toBeGreaterThan(inUse.length);
          }
        }
        const now = new Set(ranked(0).map(({ roomId }) => roomId));
        for (const { roomId } of ranked(wait)) expect(now).toContain(roomId);
      }),
    );
  });

  it('no word that grows old raises the room of which it was said', () => {
    fc.assert(
      fc.property(rooms, fc.nat({ max: 120 }), (drawn, more) => {
        const aged = (extra: number) =>
          list(
            drawn.map(({ age, ...each }, i) =>
              room({ ...each, id: `room-${i}`, observed: observedAgo(age + (i === 0 ? extra : 0)) }),
            ),
          );
        const at = (listed: ReturnType<typeof list>) => listed.findIndex(({ roomId }) => roomId === 'room-0');
        expect(at(aged(more))).toBeGreaterThanOrEqual(at(aged(0)));
      }),
    );
  });

  it('the order does not depend on the order they were read in', () => {
    fc.assert(
      fc.property(rooms, (drawn) => {
        const given = drawn.map(({ age: _age, ...more }, index) => room({ ...more, id: `room-${index}` }));
        expect(list([...given].reverse())).toEqual(list(given));
      }),
    );
  });
});
