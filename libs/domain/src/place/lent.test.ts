import * as fc from 'fast-check';
import { adult, after, controller, START } from '../examples';
import { place, room } from './examples';
import type { Guest, LentBy, LentTo } from './lent';
import { guestOutline, mirroredPlace, mirroredRoom, originalAfter } from './lent';
import type { Room } from './room';

fc.configureGlobal({ seed: 1983 });

const link: LentTo = {
  areaId: 'area-1',
  areaName: 'Harrowdale',
  mirrorId: 'mirror',
  lendingId: 'lending-2',
  until: after(600),
  ended: false,
};
const lentBy: LentBy = {
  areaId: 'area-2',
  areaName: 'Fallowmere',
  originalId: 'room-1',
  lendingId: 'lending-1',
  until: after(60),
  state: 'lent',
};
const guest = (areaId: string): Guest => ({
  areaId,
  areaName: areaId,
  incidentRef: 'HV-1001',
  holdId: 'hold-there',
  person: guestOutline(adult),
});
const mirror = room({ id: 'mirror', areaId: 'area-1', lentBy });

const taken: fc.Arbitrary<Partial<Room>> = fc.constantFrom<Partial<Room>>(
  { state: 'available' },
  { state: 'cleaning' },
  { state: 'held', holdId: 'theirs' },
  { state: 'occupied', incidentId: 'theirs' },
  { state: 'held', holdId: 'theirs', guest: guest('area-1') },
  { state: 'occupied', incidentId: 'ours', guest: { ...guest('area-1'), holdId: null } },
  { state: 'held', holdId: 'theirs', guest: guest('area-3') },
  { state: 'occupied', incidentId: 'third', guest: { ...guest('area-3'), holdId: null } },
  { state: 'closed', closedReason: 'damage' },
);

describe("the borrower's row of a room", () => {
  it("is as the room is, and tells of nobody's hold or person but the borrower's own", () => {
    fc.assert(
      fc.property(taken, (more) => {
        const original = room({ areaId: 'area-2', name: 'Sedge 1', ...more });
        const shown = mirroredRoom(mirror, original, link);
        expect(shown).toMatchObject({
          id: 'mirror',
          areaId: 'area-1',
          name: 'Sedge 1',
          state: original.state,
        });
        const ours = original.guest?.areaId === 'area-1';
        expect(shown.holdId).toBe(ours ? original.guest?.holdId : null);
        expect(shown.incidentId).toBe(ours ? original.incidentId : null);
        expect(JSON.stringify(shown)).not.toMatch(/theirs|third|HV-1001/);
      }),
    );
  });

  it('keeps to the end under the record whoever is in it, and no longer', () => {
    const over = { ...link, ended: true };
    const free = room({ areaId: 'area-2' });
    expect(mirroredRoom(mirror, free, link).lentBy?.state).toBe('lent');
    expect(mirroredRoom(mirror, free, over).lentBy?.state).toBe('ended');
    const used = room({ state: 'occupied', incidentId: 'ours', guest: guest('area-1') });
    expect(mirroredRoom(mirror, used, over).lentBy?.state).toBe('ending');
    expect(mirroredRoom(mirror, { ...used, guest: guest('area-3') }, over).lentBy?.state).toBe('ended');
  });

  it('of a place follows what it says of itself, and the time it is lent until', () => {
    const original = place({ areaId: 'area-2', name: 'Sedge Suite', promises: { made: 4, kept: 3 } });
    expect(mirroredPlace(place({ id: 'm', lentBy }), original, link, false)).toMatchObject({
      id: 'm',
      name: 'Sedge Suite',
      promises: { made: 4, kept: 3 },
      lentBy: { until: link.until, state: 'lent' },
    });
    expect(mirroredPlace(place({ lentBy }), original, { ...link, ended: true }, true).lentBy?.state).toBe(
      'ending',
    );
  });
});

describe("the room itself after its borrower's row was changed", () => {
  const original = room({ areaId: 'area-2', lentTo: [link] });

  it('is what was said there, and tells nothing new where nothing new was said', () => {
    const carried = originalAfter(
      original,
      { before: mirror, after: { ...mirror, state: 'held', holdId: 'h' } },
      {
        holdId: 'hold-here',
        guest: guest('area-1'),
      },
    );
    expect(carried).toMatchObject({ state: 'held', holdId: 'hold-here', guest: { areaId: 'area-1' } });
    expect(carried.observed).toBe(original.observed);
    const observed = { at: after(3), by: controller, source: 'telephone' as const };
    const said = originalAfter(
      original,
      { before: mirror, after: { ...mirror, observed } },
      {
        holdId: null,
        guest: null,
      },
    );
    expect(said.observed).toBe(observed);
    expect(said.lentTo).toEqual([link]);
  });

  it('shows back as it was changed', () => {
    const changed = { ...mirror, state: 'held' as const, holdId: 'hold-there' };
    const there = originalAfter(
      original,
      { before: mirror, after: changed },
      {
        holdId: 'hold-here',
        guest: guest('area-1'),
      },
    );
    expect(mirroredRoom(mirror, there, link)).toMatchObject({
      state: 'held',
      holdId: 'hold-there',
      incidentId: null,
    });
  });
});

test("the least that a neighbour's suite needs to know of a person has no name, words or address in it", () => {
  const risk = {
    kind: 'self-harm',
    note: 'Cut her arm.',
    source: 'PC Ames',
    confidence: 'witnessed',
  } as const;
  const risks = [{ ...risk, recordedAt: START, expiresAt: after(60) }];
  expect(guestOutline({ ...adult, gender: 'woman', needs: ['step-free'], risks })).toEqual({
    age: 'adult',
    sex: 'female',
    needs: ['step-free'],
    risks,
  });
  expect(guestOutline({ ...adult, ageYears: 15 }).age).toBe('under-18');
  expect(guestOutline({ ...adult, ageYears: null }).age).toBe('not-known');
});
