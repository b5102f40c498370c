import type { Problem } from '@concord/contracts';
import type { Hold, Room } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, alarmsOf, Journey, startConcord } from '@concord/testing';
import { bothSides, lend, lendersHold, mirrorOf, peopleOf, startNeighbours } from './neighbours';

let concord: Concord;
afterEach(() => concord.stop());

const holdNow = (id: string) => concord.store.get(concord.areaId, 'hold', id);
const arriveAt = async (journey: Journey, { placeId }: Hold, more: object = {}) => {
  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await journey.record({ kind: 'arrived', placeId, ...more });
};
const lastKinds = async (journey: Journey, count: number) =>
  (await journey.read()).facts.slice(-count).map(({ kind }) => kind);

describe('taken back, an arrival has kept no promise', () => {
  let control: Person;
  let nurse: Person;
  let journey: Journey;

  beforeEach(async () => {
    concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
    [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
    journey = await Journey.open(control);
    await journey.detain();
  });

  const roomId = (key: string) => concord.ids.rooms[key] ?? '';
  const room = (key: string) => concord.store.get(concord.areaId, 'room', roomId(key));
  const ask = (of: Journey, key: string) =>
    control.post<Hold & Problem>(`incidents/${of.incidentId}/holds`, { roomId: roomId(key) });
  const acceptedHold = async (key: string): Promise<Hold> => {
    const hold = await journey.hold(roomId(key));
    return accepted(await nurse.post<Hold>(`holds/${hold.id}/accept`), 'accept');
  };
  const another = async (): Promise<Journey> => {
    const other = await Journey.open(control);
    await other.detain();
    return other;
  };

  test('P3: what was accepted is so again, with its room as old as it was, and nobody else is promised it', async () => {
    const seen = (await room('elm-1'))?.observed;
    await concord.advance({ minutes: 4 });
    const hold = await acceptedHold('elm-1');
    await concord.advance({ minutes: 20 });
    await arriveAt(journey, hold);
    await concord.advance({ minutes: 3 });
    await journey.takeBack('arrived');
    expect(await holdNow(hold.id)).toMatchObject({ state: 'accepted', expiresAt: hold.expiresAt });
    expect(await room('elm-1')).toMatchObject({ state: 'held', holdId: hold.id, observed: seen });
    expect(await ask(await another(), 'elm-1')).toMatchObject({ body: { code: 'room-taken' } });
    await journey.record({ kind: 'arrived', placeId: hold.placeId });
    expect(await holdNow(hold.id)).toMatchObject({ state: 'arrived' });
    expect(await room('elm-1')).toMatchObject({ state: 'occupied', incidentId: journey.incidentId });
  });

  test('P2: it lapses at its time, and the wait for a place goes on from the detention', async () => {
    const hold = await acceptedHold('elm-1');
    await arriveAt(journey, hold);
    await journey.takeBack('arrived');
    const board = await control.watch();
    await concord.advance({ minutes: 119 });
    expect(alarmsOf(board, journey, 'Place of safety found')).toEqual([]);
    await concord.advance({ minutes: 1 });
    await concord.shown();
    expect(await holdNow(hold.id)).toMatchObject({ state: 'expired' });
    expect(alarmsOf(board, journey, 'Place of safety found')).toHaveLength(1);
    expect((await room('elm-1'))?.state).toBe('available');
  });

  test('a request that nobody had answered can be answered', async () => {
    const hold = await journey.hold(roomId('elm-1'));
    await concord.advance({ minutes: 2 });
    await arriveAt(journey, hold);
    await journey.takeBack('arrived');
    expect(await holdNow(hold.id)).toMatchObject({ state: 'requested', expiresAt: hold.expiresAt });
    expect(accepted(await nurse.post<Hold>(`holds/${hold.id}/accept`), 'accept').state).toBe('accepted');
  });

  test('what is out of time by then has lapsed and the record says so: the suite can be asked again', async () => {
    const hold = await journey.hold(roomId('elm-1'));
    await concord.advance({ minutes: 2 });
    await arriveAt(journey, hold);
    const board = await control.watch();
    await concord.advance({ minutes: 40 });
    await journey.takeBack('arrived');
    await concord.shown();
    expect(await holdNow(hold.id)).toMatchObject({ state: 'expired', expiresAt: hold.expiresAt });
    expect(await lastKinds(journey, 2)).toEqual(['recorded-in-error', 'hold-expired']);
    expect(alarmsOf(board, journey, 'Suite answers')).toEqual([]);
    expect((await room('elm-1'))?.state).toBe('cleaning');
    accepted(await nurse.post(`places/${hold.placeId}/confirm`), 'confirm');
    accepted(await ask(journey, 'elm-2'), 'ask the suite again');
  });

  test('said to be in another room, they are promised the one that was kept for them', async () => {
    const hold = await acceptedHold('elm-1');
    await arriveAt(journey, hold, { roomId: roomId('elm-2') });
    await journey.takeBack('arrived');
    expect(await room('elm-1')).toMatchObject({ state: 'held', holdId: hold.id });
    expect(await room('elm-2')).toMatchObject({ state: 'cleaning', incidentId: null });
  });

  test('P3: a room that somebody else has been promised meanwhile stays theirs, and the search goes on', async () => {
    const hold = await acceptedHold('elm-1');
    await arriveAt(journey, hold, { roomId: roomId('elm-2') });
    const theirs = accepted(await ask(await another(), 'elm-1'), 'for another');
    await concord.advance({ minutes: 25 });
    await journey.takeBack('arrived');
    expect(await room('elm-1')).toMatchObject({ holdId: theirs.id });
    expect(await holdNow(hold.id)).toMatchObject({ state: 'expired' });
    expect(await lastKinds(journey, 1)).toEqual(['hold-expired']);
    expect((await nurse.post<Problem>(`holds/${hold.id}/accept`)).body.detail).toBe(
      'This hold has lapsed: the room cannot be kept for them any more.',
    );
    const board = await control.watch();
    await concord.advance({ minutes: 1 });
    await concord.shown();
    expect(alarmsOf(board, journey, 'Place of safety found')).toHaveLength(1);
  });

  test('a room that was to close after them is closed, and promised to nobody', async () => {
    const hold = await acceptedHold('elm-1');
    await arriveAt(journey, hold);
    const closing = { state: 'closed', closedReason: 'damage' };
    accepted(await nurse.post<Room>(`rooms/${roomId('elm-1')}/state`, closing), 'close');
    await journey.takeBack('arrived');
    expect(await room('elm-1')).toMatchObject({ ...closing, holdId: null });
    expect(await holdNow(hold.id)).toMatchObject({ state: 'expired' });
  });

  test('asked for elsewhere since the arrival, they have that promise and no other', async () => {
    const hold = await acceptedHold('elm-1');
    await arriveAt(journey, hold);
    const alder = await journey.hold(roomId('alder-1'));
    await journey.takeBack('arrived');
    expect([(await holdNow(hold.id))?.state, (await holdNow(alder.id))?.state]).toEqual([
      'expired',
      'requested',
    ]);
  });

  test('an arrival by an earlier promise stands, and so does what it kept', async () => {
    const first = await acceptedHold('elm-1');
    await arriveAt(journey, first);
    const second = await journey.hold(roomId('alder-1'));
    await arriveAt(journey, second);
    await journey.takeBack('arrived');
    expect((await holdNow(first.id))?.state).toBe('arrived');
    expect((await holdNow(second.id))?.state).toBe('requested');
    expect((await room('alder-1'))?.holdId).toBe(second.id);
  });
});

describe('in a neighbour’s suite', () => {
  const arrived = async () => {
    concord = await startNeighbours();
    const people = await peopleOf(concord);
    const lending = await lend(concord, people.coordinator, { rules: { atMost: 1 } });
    const journey = await Journey.open(people.control);
    await journey.detain();
    const hold = await journey.hold(await mirrorOf(concord, 'sedge-1'));
    accepted(await people.nurse.post(`holds/${(await lendersHold(concord, hold.id)).id}/accept`), 'accept');
    const seen = (await bothSides(concord, 'sedge-1')).original.observed;
    await concord.advance({ minutes: 5 });
    await arriveAt(journey, hold);
    return { ...people, lending, journey, hold, seen };
  };
  const states = async ({ id }: Hold) => {
    const { mirror, original } = await bothSides(concord, 'sedge-1');
    const holds = [await holdNow(id), await lendersHold(concord, id)].map((hold) => hold?.state);
    return { rooms: [mirror.state, original.state], holds };
  };

  test('both areas have the promise and the room again as they were', async () => {
    const { journey, hold, seen } = await arrived();
    await concord.advance({ minutes: 5 });
    await journey.takeBack('arrived');
    expect(await states(hold)).toEqual({ rooms: ['held', 'held'], holds: ['accepted', 'accepted'] });
    const { mirror, original } = await bothSides(concord, 'sedge-1');
    expect([mirror.observed, original.observed]).toEqual([seen, seen]);
    expect([mirror.holdId, original.holdId]).toEqual([hold.id, (await lendersHold(concord, hold.id)).id]);
    expect(original.guest).toMatchObject({ incidentRef: journey.ref, holdId: hold.id });
  });

  test('whoever was accepted keeps the promise though the lending has ended since', async () => {
    const { journey, hold, lending, coordinator } = await arrived();
    accepted(await coordinator.post(`lendings/${lending.id}/withdraw`, { reason: 'Ours again' }), 'withdraw');
    await journey.takeBack('arrived');
    expect(await states(hold)).toEqual({ rooms: ['held', 'held'], holds: ['accepted', 'accepted'] });
  });

  test('its time up, it has lapsed in both', async () => {
    const { journey, hold } = await arrived();
    await concord.advance({ minutes: 130 });
    await journey.takeBack('arrived');
    expect(await states(hold)).toEqual({ rooms: ['cleaning', 'cleaning'], holds: ['expired', 'expired'] });
    expect(await lastKinds(journey, 1)).toEqual(['hold-expired']);
  });
});
