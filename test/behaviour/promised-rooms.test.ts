import type { Place, Room } from '@concord/domain';
import type { Problem } from '@concord/contracts';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let nurse: Person;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
});
afterEach(() => concord.stop());

const elm1 = () => concord.ids.rooms['elm-1'] ?? '';
const mark = async (state: string): Promise<Room> =>
  accepted(await nurse.post<Room>(`rooms/${elm1()}/state`, { state }), state);
const promise = (body: object, who = nurse) =>
  who.post<Room>(`rooms/${elm1()}/promise`, { reason: 'discharge', ...body });
const score = async (): Promise<Place['promises'] | undefined> =>
  (await control.watch()).state().place.get(concord.ids.places['elm'] ?? '')?.promises;

test('"free at 03:00, likely" is shown beside the present: the room is still occupied, and cannot be held', async () => {
  await mark('occupied');
  accepted(await promise({ freeAt: '2026-11-22T03:00:00Z' }), 'promise');
  const journey = await Journey.open(control);
  const places = await journey.places();
  const room = places.find(({ roomId }) => roomId === elm1());
  expect(room).toMatchObject({ standing: 'no', rank: null });
  expect(room?.reasons).toContain('promised free at 03:00, likely (too few promises to judge by)');
  const held = await control.post(`incidents/${journey.incidentId}/holds`, { roomId: elm1() });
  expect(held.status).toBeGreaterThanOrEqual(400);
});

test('a promise kept and a promise broken are both counted, for the site that made them', async () => {
  await mark('occupied');
  accepted(await promise({ freeAt: '2026-11-22T03:00:00Z' }), 'first');
  await concord.advance({ minutes: 70 });
  expect((await mark('available')).promised).toBeNull();
  expect(await score()).toEqual({ made: 1, kept: 1 });
  await mark('occupied');
  accepted(await promise({ freeAt: '2026-11-22T04:00:00Z' }), 'second');
  await concord.advance({ minutes: 120 });
  expect((await mark('occupied')).promised).toBeNull();
  expect(await score()).toEqual({ made: 2, kept: 1 });
});

test('a promise that nobody mentions again is settled an hour after its time, and put off after its time has failed too', async () => {
  await mark('occupied');
  accepted(await promise({ freeAt: '2026-11-22T03:00:00Z' }), 'first');
  await concord.advance({ minutes: 90 });
  accepted(await promise({ freeAt: '2026-11-22T05:00:00Z' }), 'put off');
  expect(await score()).toEqual({ made: 1, kept: 0 });
  await concord.advance({ hours: 3 });
  expect(await score()).toEqual({ made: 2, kept: 0 });
  const room = (await control.watch()).state().room.get(elm1());
  expect(room?.promised).toBeNull();
});

test('put off by a quarter of an hour again and again, it is broken each time that its grace is over', async () => {
  await mark('occupied');
  accepted(await promise({ freeAt: '2026-11-22T03:00:00Z' }), 'first');
  await concord.advance({ minutes: 61 });
  for (const freeAt of ['03:15', '03:30', '03:45', '04:00', '04:15']) {
    accepted(await promise({ freeAt: `2026-11-22T${freeAt}:00Z` }), freeAt);
    await concord.advance({ minutes: 15 });
  }
  expect((await mark('available')).promised).toBeNull();
  expect(await score()).toEqual({ made: 3, kept: 0 });
});

test('put off by an hour at the very minute of its time, it is broken too', async () => {
  await mark('occupied');
  for (const freeAt of ['03:00', '04:00', '05:00']) {
    accepted(await promise({ freeAt: `2026-11-22T${freeAt}:00Z` }), freeAt);
    await concord.clock.set(`2026-11-22T${freeAt}:00.000Z`, 0);
  }
  expect(await score()).toEqual({ made: 2, kept: 0 });
});

test('a promise that is long past its time is told to nobody', async () => {
  await mark('occupied');
  accepted(await promise({ freeAt: '2026-11-22T03:00:00Z' }), 'promise');
  await concord.advance({ minutes: 80 });
  const journey = await Journey.open(control);
  const room = (await journey.places()).find(({ roomId }) => roomId === elm1());
  expect(room?.reasons.join()).not.toContain('promised');
});

test('a free room without staff is promised for when they come, and kept by what is then said of them', async () => {
  const staff = (staffedFor: number) =>
    nurse.post<Place>(`places/${concord.ids.places['elm']}/observation`, { staffedFor });
  expect(await promise({ freeAt: '2026-11-22T06:00:00Z', reason: 'staff-due' })).toMatchObject({
    status: 409,
  });
  accepted(await staff(0), 'nobody');
  accepted(await promise({ freeAt: '2026-11-22T06:00:00Z', reason: 'staff-due' }), 'staff due');
  const journey = await Journey.open(control);
  const room = (await journey.places()).find(({ roomId }) => roomId === elm1());
  expect(room?.reasons).toContain('staff for 1 due at 06:00, likely (too few promises to judge by)');
  await concord.advance({ hours: 3, minutes: 50 });
  accepted(await staff(1), 'one came');
  expect(await score()).toEqual({ made: 1, kept: 1 });
});

test('a room is closed for works until a day weeks ahead: one promise, said with the closing or after it', async () => {
  const close = (more: object) =>
    nurse.post<Room & Problem>(`rooms/${elm1()}/state`, { state: 'closed', closedReason: 'works', ...more });
  const closed = accepted(await close({ reopensAt: '2026-12-06T09:00:00Z' }), 'close');
  expect(closed.promised).toMatchObject({ freeAt: '2026-12-06T09:00:00.000Z', reason: 'repair' });
  const later = accepted(await promise({ freeAt: '2026-12-08T09:00:00Z', reason: 'repair' }), 'later');
  expect(later.promised).toMatchObject({ freeAt: '2026-12-08T09:00:00.000Z' });
  expect(await score()).toEqual({ made: 0, kept: 0 });
  expect(await close({ reopensAt: '2027-12-06T09:00:00Z' })).toMatchObject({
    status: 422,
    body: { code: 'time-impossible', details: { field: 'reopensAt' } },
  });
  const open = { state: 'available', reopensAt: '2026-12-06T09:00:00Z' };
  expect(await nurse.post(`rooms/${elm1()}/state`, open)).toMatchObject({ status: 400 });
});

test("no room that is free, no time that is past, and no word but the site's own or a telephone call", async () => {
  expect(await promise({ freeAt: '2026-11-22T03:00:00Z' })).toMatchObject({ status: 409 });
  await mark('cleaning');
  expect(await promise({ freeAt: '2026-11-22T01:00:00Z' })).toMatchObject({
    status: 422,
    body: { code: 'time-impossible', details: { field: 'freeAt' } },
  });
  expect(await promise({ freeAt: '2026-11-22T03:00:00Z' }, control)).toMatchObject({ status: 403 });
  const rung = await promise({ freeAt: '2026-11-22T03:00:00Z', source: 'telephone' }, control);
  expect(accepted(rung, 'rung').promised).toMatchObject({ source: 'telephone' });
});
