import type { Hold, Incident, Room } from '@concord/domain';
import type { Problem } from '@concord/contracts';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let nurse: Person;
let journey: Journey;
let elm: string;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
  journey = await Journey.open(control);
  await journey.detain();
  elm = concord.ids.places['elm'] ?? '';
});
afterEach(() => concord.stop());

const roomId = (key: string) => concord.ids.rooms[key] ?? '';
const room = async (key: string): Promise<Room | undefined> =>
  (await control.watch()).state().room.get(roomId(key));
const setOff = (of = journey) => of.record({ kind: 'conveyance-started', mode: 'ambulance' });
const arrive = (more: object = {}, of = journey) =>
  of.tell<Incident & Problem>({ kind: 'arrived', placeId: elm, ...more });

test('somebody who came before their hold lapsed, told after it had, has the room that was kept', async () => {
  const hold = await journey.hold(roomId('elm-2'));
  accepted(await nurse.post<Hold>(`holds/${hold.id}/accept`), 'accept');
  await setOff();
  await concord.advance({ minutes: 125 });
  accepted(await arrive({ happenedAt: '2026-11-22T03:55:00Z' }), 'arrived');
  expect(await room('elm-2')).toMatchObject({ state: 'occupied', incidentId: journey.incidentId });
});

test('what was kept and is somebody else’s by now is not taken from them: another room is', async () => {
  const hold = await journey.hold(roomId('elm-2'));
  accepted(await nurse.post<Hold>(`holds/${hold.id}/accept`), 'accept');
  await setOff();
  await concord.advance({ minutes: 125 });
  accepted(await nurse.post<Room>(`rooms/${roomId('elm-2')}/state`, { state: 'occupied' }), 'a walk-in');
  accepted(await arrive({ happenedAt: '2026-11-22T03:55:00Z' }), 'arrived');
  expect(await room('elm-2')).toMatchObject({ incidentId: null });
  expect(await room('elm-1')).toMatchObject({ incidentId: journey.incidentId });
});

test('somebody who comes without a hold takes a room that fits: the suite offers one fewer from then on', async () => {
  await setOff();
  accepted(await arrive(), 'arrived');
  expect(await room('elm-1')).toMatchObject({ state: 'occupied', incidentId: journey.incidentId });
  expect(await room('elm-2')).toMatchObject({ state: 'available' });
  const other = await Journey.open(control);
  const refused = await control.post<Problem>(`incidents/${other.incidentId}/holds`, {
    roomId: roomId('elm-1'),
  });
  expect(refused).toMatchObject({ status: 409, body: { code: 'room-not-free' } });
});

test('the suite says which room they are in, also when another was held, and puts it right afterwards', async () => {
  const hold = await journey.hold(roomId('elm-1'));
  accepted(await nurse.post<Hold>(`holds/${hold.id}/accept`), 'accept');
  await setOff();
  accepted(await nurse.post(`incidents/${journey.incidentId}/facts`, arrivedIn('elm-2')), 'arrived');
  expect(await room('elm-1')).toMatchObject({ state: 'available', holdId: null });
  expect(await room('elm-2')).toMatchObject({ incidentId: journey.incidentId });
  await journey.correct(arrivedIn('elm-1'));
  expect(await room('elm-1')).toMatchObject({ incidentId: journey.incidentId });
  expect(await room('elm-2')).toMatchObject({ state: 'cleaning', incidentId: null });
});

const arrivedIn = (key: string) => ({ kind: 'arrived', placeId: elm, roomId: roomId(key) }) as const;

test('a room in which the suite had seen somebody is named as theirs', async () => {
  await setOff();
  accepted(await nurse.post<Room>(`rooms/${roomId('elm-1')}/state`, { state: 'occupied' }), 'somebody');
  accepted(await arrive({ roomId: roomId('elm-1') }), 'arrived');
  expect(await room('elm-1')).toMatchObject({ incidentId: journey.incidentId });
  expect(await room('elm-2')).toMatchObject({ state: 'available' });
});

test('a room of another place, one held for somebody else and one that is closed are not named', async () => {
  await setOff();
  await (await Journey.open(control)).hold(roomId('elm-1'));
  accepted(await nurse.post<Room>(`rooms/${roomId('elm-2')}/state`, { state: 'closed' }), 'closed');
  for (const [key, status, code] of [
    ['alder-1', 422, 'place-unfit'],
    ['elm-1', 409, 'room-taken'],
    ['elm-2', 409, 'room-not-free'],
  ] as const)
    expect(await arrive({ roomId: roomId(key) })).toMatchObject({
      status,
      body: { code, details: { field: 'roomId' } },
    });
  accepted(await arrive(), 'in no room of its own');
  expect((await journey.read()).facts.at(-1)).toMatchObject({ kind: 'arrived', roomId: null });
});

describe('P3: a room that closes over their head', () => {
  const left = {
    'conveyance-started': () => setOff(),
    outcome: async () => {
      await journey.record({ kind: 'assessment-started', amhp: 'Hollis Brightwater' });
      await journey.record({ kind: 'outcome', code: 'no-mental-disorder', note: '' });
    },
  } as const;
  const mark = async (state: string, more: object = {}) =>
    accepted(await nurse.post<Room>(`rooms/${roomId('elm-1')}/state`, { state, ...more }), state);
  const inElm1 = async () => {
    await setOff();
    accepted(await arrive({ roomId: roomId('elm-1') }), 'arrived');
    await concord.advance({ minutes: 5 });
  };
  const askElm1 = async () =>
    control.post<Problem>(`incidents/${(await Journey.open(control)).incidentId}/holds`, {
      roomId: roomId('elm-1'),
    });
  const closings = async () =>
    (await journey.read()).facts.filter(({ kind }) => kind === 'room-closing' || kind === 'room-reopened');

  test.each(['conveyance-started', 'outcome'] as const)(
    'is theirs and closing again when %s is taken back, and is promised to nobody',
    async (kind) => {
      await inElm1();
      await mark('closed', { closedReason: 'damage' });
      await left[kind]();
      expect(await room('elm-1')).toMatchObject({ state: 'closed', incidentId: null });
      await journey.takeBack(kind);
      const theirs = { state: 'occupied', closedReason: 'damage', incidentId: journey.incidentId };
      expect(await room('elm-1')).toMatchObject(theirs);
      expect(await nurse.post(`rooms/${roomId('elm-1')}/state`, { state: 'available' })).toMatchObject({
        status: 409,
      });
      expect(await askElm1()).toMatchObject({ status: 409, body: { code: 'room-not-free' } });
      expect(await closings()).toHaveLength(1);
    },
  );

  test('closed once they had left, it closes over them when the leaving is taken back: their record says so', async () => {
    await inElm1();
    await setOff();
    await mark('closed', { closedReason: 'damage' });
    await concord.advance({ minutes: 1 });
    await journey.takeBack('conveyance-started');
    expect(await room('elm-1')).toMatchObject({ closedReason: 'damage', incidentId: journey.incidentId });
    expect(await closings()).toMatchObject([{ kind: 'room-closing', reason: 'damage' }]);
  });

  test('open again before the leaving is taken back, it is theirs and closes no more', async () => {
    await inElm1();
    await mark('closed', { closedReason: 'damage' });
    await setOff();
    await mark('available');
    await journey.takeBack('conveyance-started');
    expect(await room('elm-1')).toMatchObject({ closedReason: null, incidentId: journey.incidentId });
    expect((await closings()).map(({ kind }) => kind)).toEqual(['room-closing', 'room-reopened']);
  });

  test('promised to somebody else before the leaving is taken back, it stays theirs', async () => {
    await inElm1();
    await mark('closed', { closedReason: 'damage' });
    await setOff();
    await mark('available');
    expect((await askElm1()).status).toBe(200);
    await journey.takeBack('conveyance-started');
    expect(await room('elm-1')).toMatchObject({ state: 'held', incidentId: null });
  });
});
