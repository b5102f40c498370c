import type { Hold } from '@concord/domain';
import { statutoryLimit } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, alarmOf, Journey, refusal, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let second: Person;
let nurse: Person;
let board: LiveBoard;
let elm1: string;
let elm2: string;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, second, nurse] = await concord.signInAs('controller', 'controller-2', 'suite-nurse');
  board = await control.watch();
  [elm1, elm2] = [concord.ids.rooms['elm-1'] ?? '', concord.ids.rooms['elm-2'] ?? ''];
});
afterEach(() => concord.stop());

const detained = async (by: Person): Promise<Journey> => {
  const journey = await Journey.open(by);
  await journey.detain();
  return journey;
};

test('two forces, one last room: one has it, the other is told who and is left as they were', async () => {
  const others = Object.entries(concord.ids.rooms).filter(([key]) => key !== 'elm-1');
  for (const [key, id] of others) {
    const site = await concord.signIn(`${key.replace(/-\d$/, '')}-nurse`.replace('elm-nurse', 'suite-nurse'));
    accepted(
      await site.post(`rooms/${id}/state`, { state: 'closed', closedReason: 'staffing' }),
      `close ${key}`,
    );
  }
  const [first, late] = [await detained(control), await detained(second)];
  await first.hold(elm1);
  const refused = await refusal(concord, () =>
    second.post(`incidents/${late.incidentId}/holds`, { roomId: elm1 }),
  );
  expect(refused).toMatchObject({
    code: 'room-taken',
    detail: expect.stringMatching(/^Held for .* No other room can be held now\.$/) as string,
    details: { heldFor: first.ref, nextBest: null },
  });
  await concord.advance({ minutes: 30 });
  expect(alarmOf(board, late, 'Place of safety found').level).toBe('over');
});

test('a status nobody has confirmed is never "available": it is rung for first, and accepted by a person', async () => {
  const journey = await detained(control);
  await concord.advance({ minutes: 61 });
  expect((await journey.places()).filter(({ standing }) => standing === 'offer')).toEqual([]);
  const stale = await refusal(concord, () =>
    control.post(`incidents/${journey.incidentId}/holds`, { roomId: elm1 }),
  );
  expect(stale).toMatchObject({ code: 'place-unconfirmed', details: { telephone: '01632 960101' } });
});

test('damaged while somebody is in it: it closes after them and not over them; their clock runs on, and new ones go elsewhere', async () => {
  const inside = await detained(control);
  const hold = await inside.hold(elm1);
  accepted(await nurse.post(`holds/${hold.id}/accept`), 'accept');
  await inside.record({ kind: 'arrived', placeId: hold.placeId });
  const closed = { state: 'closed', closedReason: 'damage' };
  const freed = { state: 'available' };
  expect(await refusal(concord, () => nurse.post(`rooms/${elm1}/state`, freed))).toMatchObject({
    code: 'not-allowed-in-this-state',
  });
  expect(accepted(await nurse.post(`rooms/${elm1}/state`, closed), 'close it')).toMatchObject({
    state: 'occupied',
    incidentId: inside.incidentId,
  });
  await concord.advance({ minutes: 10 });
  accepted(await nurse.post(`rooms/${elm2}/state`, closed), 'close the other');
  const next = await detained(second);
  expect(
    (await next.places()).filter(
      ({ placeName, standing }) => placeName === 'Elm Suite' && standing === 'offer',
    ),
  ).toEqual([]);
  expect(statutoryLimit((await inside.read()).facts)).toMatchObject({
    startedAt: '2026-11-22T02:00:00.000Z',
    endedAt: null,
  });
  await inside.record({
    kind: 'conveyance-started',
    mode: 'ambulance',
    authorisedBy: { name: 'Hollis Brightwater', role: 'amhp' },
  });
  await concord.shown();
  expect(board.state().room.get(elm1)).toMatchObject({ state: 'closed', closedReason: 'damage' });
  expect(statutoryLimit((await inside.read()).facts)).toMatchObject({
    startedAt: '2026-11-22T02:00:00.000Z',
    endedAt: null,
  });
});

test('refused for want of staff: its own code and not "full"; the wait for a place has never stopped', async () => {
  const journey = await detained(control);
  const hold = await journey.hold(elm1);
  await concord.advance({ minutes: 8 });
  const answer = { reason: 'no-staff', rationale: 'Two nurses, both on one-to-one observation' };
  accepted(await nurse.post<Hold>(`holds/${hold.id}/refuse`, answer), 'refuse');
  await concord.shown();
  expect(board.state().room.get(elm1)).toMatchObject({ state: 'available', holdId: null });
  const { placeId } = hold;
  expect(board.state().place.get(placeId)?.staffing).toMatchObject({
    staffedFor: 0,
    observed: { source: 'site' },
  });
  expect((await journey.read()).facts.slice(-2)).toMatchObject([
    { kind: 'hold-refused', ...answer },
    { kind: 'search-owed', placeName: 'Elm Suite', reason: 'no-staff' },
  ]);
  expect((await journey.places()).find(({ rank }) => rank === 1)?.roomId).not.toBe(elm1);
  await concord.advance({ minutes: 22 });
  expect(alarmOf(board, journey, 'Place of safety found')).toMatchObject({
    level: 'over',
    startedAt: '2026-11-22T02:00:00.000Z',
  });
});

describe('emergency departments', () => {
  const ed = (key: string) => concord.ids.places[key] ?? '';
  const staff = {
    'ed-nettlefold': 'nettlefold-nurse',
    'ed-quill': 'quill-nurse',
    'ed-merrowby': 'merrowby-nurse',
    'ed-ketterfold': 'moor-nurse',
  };
  const says = async (key: keyof typeof staff, path: string, body = {}) =>
    accepted(await (await concord.signIn(staff[key])).post(`places/${ed(key)}/${path}`, body), path);

  test('are found with the suites, with reasons, and none comes first because its word has expired', async () => {
    await says('ed-nettlefold', 'observation', { pressure: 'escalated' });
    const journey = await Journey.open(control, {
      where: { text: 'By the gates', district: 'Harrowdale', position: { lat: 54.944, lon: 2.387 } },
    });
    const order = async () => (await journey.departments()).map(({ placeId }) => placeId);
    expect((await journey.departments()).at(-1)).toMatchObject({
      placeId: ed('ed-nettlefold'),
      standing: 'ring',
      rank: null,
      reasons: [
        'formally escalated: ring before setting off, said 0 min ago',
        expect.stringMatching(/^about \d+ min drive$/),
      ],
    });
    await concord.clock.set('2026-11-22T02:59:00.000Z', 0);
    await says('ed-quill', 'confirm');
    await says('ed-merrowby', 'confirm');
    expect(await order()).toHaveLength(4);
    await concord.clock.set('2026-11-22T03:02:00.000Z', 0);
    const later = await journey.departments();
    expect(later.map(({ standing, rank }) => [standing, rank])).toEqual([
      ['offer', 1],
      ['offer', 2],
      ['ring', null],
      ['ring', null],
    ]);
    expect(later.map(({ placeId }) => placeId).slice(2)).toEqual([ed('ed-ketterfold'), ed('ed-nettlefold')]);
    expect(later.at(-1)?.reasons[0]).toBe('pressure not confirmed for 62 min (last: escalated): ring first');
  });
});
