import type { Place, Room } from '@concord/domain';
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
const mark = async (state: string, more: object = {}): Promise<Room> =>
  accepted(await nurse.post<Room>(`rooms/${elm1()}/state`, { state, ...more }), state);
const unmark = ({ revision }: Room, who = nurse) =>
  who.post<Room>(`rooms/${elm1()}/unmark`, { seenRevision: revision });
const same = ({ revision: _, ...room }: Room) => room;
const placeNow = async (): Promise<Place | undefined> =>
  (await control.watch()).state().place.get(concord.ids.places['elm'] ?? '');

test('a wrong tap is taken back: the room is again what it was, and as old as it was', async () => {
  const before = await mark('occupied');
  await concord.advance({ minutes: 20 });
  const wrong = await mark('cleaning');
  const again = accepted(await unmark(wrong), 'take back');
  expect(same(again)).toEqual(same(before));
  const line = accepted(
    await control.get<{ entries: { command: string; entityId: string }[] }>('journal?after=0&limit=2000'),
    'journal',
  ).entries.filter(({ entityId }) => entityId === elm1());
  expect(line.map(({ command }) => command).slice(-3)).toEqual(['mark-room', 'mark-room', 'unmark-room']);
});

test('a promise counted as kept by a wrong tap is open again, and not counted', async () => {
  await mark('cleaning');
  const promised = accepted(
    await nurse.post<Room>(`rooms/${elm1()}/promise`, { freeAt: '2026-11-22T03:00:00Z', reason: 'cleaning' }),
    'promise',
  );
  await concord.advance({ minutes: 50 });
  const wrong = await mark('available');
  expect((await placeNow())?.promises).toEqual({ made: 1, kept: 1 });
  expect(same(accepted(await unmark(wrong), 'take back'))).toEqual(same(promised));
  expect((await placeNow())?.promises).toEqual({ made: 0, kept: 0 });
});

test('nobody takes back what somebody else has said, or what has been built on since', async () => {
  const first = await mark('cleaning');
  expect(await unmark(first, control)).toMatchObject({ status: 403, body: { code: 'not-your-duty' } });
  const second = await mark('available');
  expect(await unmark(first)).toMatchObject({ status: 409, body: { code: 'changed-since-seen' } });
  const journey = await Journey.open(control);
  await journey.detain();
  await journey.hold(elm1());
  expect(await unmark(second)).toMatchObject({ status: 409, body: { code: 'changed-since-seen' } });
  await concord.shown();
  const held = (await control.watch()).state().room.get(elm1());
  expect(held && (await unmark(held))).toMatchObject({ status: 403 });
});

test('a room is closed at once and its reason told later: one clock runs for whoever is in it', async () => {
  const journey = await Journey.open(control);
  await journey.arriveAt(nurse, elm1());
  const closing = await mark('closed');
  expect(closing).toMatchObject({ state: 'occupied', closedReason: 'not-said' });
  await concord.advance({ minutes: 5 });
  expect(await mark('closed', { closedReason: 'damage' })).toMatchObject({ closedReason: 'damage' });
  const { facts } = await journey.read();
  expect(facts.filter(({ kind }) => kind === 'room-closing')).toHaveLength(1);
  expect(facts.at(-1)).toMatchObject({ kind: 'noted', text: 'Why Elm 1 closes: damage.' });
});

test('a room closed over somebody by a wrong tap is theirs again, and says so on their record', async () => {
  const journey = await Journey.open(control);
  await journey.arriveAt(nurse, elm1());
  const before = (await control.watch()).state().room.get(elm1());
  const again = accepted(await unmark(await mark('closed')), 'take back');
  expect(before && same(again)).toEqual(before && same(before));
  expect((await journey.read()).facts.slice(-2).map(({ kind }) => kind)).toEqual([
    'room-closing',
    'room-reopened',
  ]);
});
