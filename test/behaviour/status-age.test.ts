import type { RankedRoom, Room } from '@concord/domain';
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

const at = (places: RankedRoom[], key: string) =>
  places.find((place) => place.roomId === concord.ids.rooms[key]);

test('P4: past its agreed limit a free room is "ring first", is not ranked, and cannot be held on old word', async () => {
  const journey = await Journey.open(control);
  await concord.advance({ minutes: 61 });
  const places = await journey.places();
  expect(places.every((place) => place.standing !== 'offer' && place.rank === null)).toBe(true);
  expect(at(places, 'elm-1')).toMatchObject({
    standing: 'ring',
    freshness: 'unknown',
    telephone: '01632 960101',
  });
  const refused = await control.post(`incidents/${journey.incidentId}/holds`, {
    roomId: concord.ids.rooms['elm-1'],
  });
  expect(refused.body).toMatchObject({ code: 'place-unconfirmed', details: { telephone: '01632 960101' } });
});

test('P4: at exactly its agreed limit a status is unknown in the ranking as in the alarm', async () => {
  const elm = concord.ids.places.elm ?? '';
  const journey = await Journey.open(control);
  const board = await control.watch();
  const shown = async () => ({
    steps: [...board.state().escalation.values()].find(({ placeId }) => placeId === elm)?.steps.length,
    standing: at(await journey.places(), 'elm-1')?.standing,
  });
  await concord.advance({ minutes: 59, seconds: 59 });
  expect(await shown()).toEqual({ steps: 1, standing: 'offer' });
  await concord.advance({ seconds: 1 });
  expect(await shown()).toEqual({ steps: 2, standing: 'ring' });
});

test('P4: "nothing has changed" is one command, and makes every room of the suite fresh', async () => {
  await concord.advance({ minutes: 61 });
  const rooms = accepted(await nurse.post<Room[]>(`places/${concord.ids.places.elm}/confirm`), 'confirm');
  expect(rooms).toHaveLength(2);
  const places = await (await Journey.open(control)).places();
  expect([at(places, 'elm-1')?.rank, at(places, 'elm-2')?.rank, at(places, 'alder-1')?.rank]).toEqual([
    1,
    2,
    null,
  ]);
});

test('P4: a telephone check by the control room is an observation of its own, and says so', async () => {
  const elm1 = concord.ids.rooms['elm-1'];
  const asSite = await control.post(`rooms/${elm1}/state`, { state: 'available' });
  expect(asSite).toMatchObject({ status: 403, body: { code: 'not-your-duty' } });
  const room = accepted(
    await control.post<Room>(`rooms/${elm1}/state`, { state: 'available', source: 'telephone' }),
    'telephone',
  );
  expect(room.observed).toMatchObject({ source: 'telephone', by: { name: control.name } });
});

test('P4: holding and giving back a room makes it no fresher', async () => {
  const journey = await Journey.open(control);
  await concord.advance({ minutes: 50 });
  const hold = await journey.hold(concord.ids.rooms['elm-1']);
  await concord.advance({ minutes: 11 });
  accepted(await control.post(`holds/${hold.id}/release`, { reason: 'Not needed' }), 'release');
  expect(at(await journey.places(), 'elm-1')).toMatchObject({ standing: 'ring' });
});
