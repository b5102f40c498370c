import type { Alternative, RankedAlternative, Room, ToldStatus } from '@concord/domain';
import type { Problem } from '@concord/contracts';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import { realArea, signInThere } from './a-real-area';

let concord: Concord;
let control: Person;
let nurse: Person;
let elm: string;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T19:00:00Z', neighbour: realArea });
  [control, nurse] = [await signInThere(concord, 'controller'), await signInThere(concord, 'suite-nurse')];
  elm = concord.neighbour().ids.places['elm'] ?? '';
});
afterEach(() => concord.stop());

const roomId = (key: string) => concord.neighbour().ids.rooms[key] ?? '';
const say = async (key: string, state: string): Promise<Room> =>
  accepted(await nurse.post<Room>(`rooms/${roomId(key)}/state`, { state }), key);

test('a real area knows nothing of its rooms when it is set up: none is offered, none is confirmed, and no word is kept', async () => {
  const journey = await Journey.open(control);
  const suites = (await journey.places()).filter(({ placeId }) => placeId === elm);
  expect(suites).toMatchObject([
    { standing: 'ring', rank: null, freshness: 'unknown' },
    { standing: 'ring', rank: null, freshness: 'unknown' },
  ]);
  expect(suites[0]?.reasons[0]).toBe('nothing said of it yet: ring first');
  expect(
    await control.post<Problem>(`incidents/${journey.incidentId}/holds`, { roomId: roomId('elm-1') }),
  ).toMatchObject({ status: 409, body: { code: 'place-unconfirmed' } });
  expect(accepted(await control.get<ToldStatus[]>(`places/${elm}/history`), 'history')).toEqual([]);
});

test('nothing is confirmed that nobody has said: the state of each room is told first', async () => {
  const none = await nurse.post<Problem>(`places/${elm}/confirm`);
  expect(none).toMatchObject({ status: 409, body: { details: { untold: ['Elm 1', 'Elm 2'] } } });
  expect(none.body.detail).toContain('Tell the state of each room first');
  await say('elm-1', 'occupied');
  expect(await nurse.post<Problem>(`places/${elm}/confirm`)).toMatchObject({
    body: { details: { untold: ['Elm 2'] } },
  });
  await say('elm-2', 'available');
  expect((await nurse.post(`places/${elm}/confirm`)).status).toBe(200);
  const journey = await Journey.open(control);
  await journey.hold(roomId('elm-2'));
});

test('a real alternative has counted nothing: it is rung, and its places counted before they are confirmed', async () => {
  const cafe = await signInThere(concord, 'cafe-staff');
  const id = concord.neighbour().ids.alternatives['lantern-cafe'] ?? '';
  const journey = await Journey.open(control);
  const [offered] = accepted(
    await control.get<RankedAlternative[]>(`incidents/${journey.incidentId}/alternatives`),
    'alternatives',
  );
  expect(offered?.standing).toBe('ring');
  expect(await cafe.post<Problem>(`alternatives/${id}/confirm`)).toMatchObject({
    status: 409,
    body: { code: 'not-allowed-in-this-state' },
  });
  accepted(await cafe.post<Alternative>(`alternatives/${id}/observation`, { left: 2 }), 'counted');
  expect((await cafe.post(`alternatives/${id}/confirm`)).status).toBe(200);
});
