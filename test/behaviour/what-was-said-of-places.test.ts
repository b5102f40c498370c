import type { Place, Room, ToldStatus } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, refusal, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let nurse: Person;
let alderNurse: Person;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, nurse, alderNurse] = await concord.signInAs('controller', 'suite-nurse', 'alder-nurse');
});
afterEach(() => concord.stop());

const elm = () => concord.ids.places['elm'] ?? '';
const elm1 = () => concord.ids.rooms['elm-1'] ?? '';
const history = async (by = control, query = ''): Promise<ToldStatus[]> =>
  accepted(await by.get<ToldStatus[]>(`places/${elm()}/history${query}`), 'history');
const lines = async (by?: Person) =>
  (await history(by)).map(({ said, confirmed, tookEffect, observedAt, recordedAt, source, by: teller }) => ({
    said: confirmed
      ? 'nothing has changed'
      : said.map((value) =>
          'state' in value ? value.state : 'staffedFor' in value ? value.staffedFor : value.of,
        ),
    seen: observedAt.slice(11, 16),
    told: recordedAt.slice(11, 16),
    by: `${teller.name}, ${source}`,
    tookEffect,
  }));
const mark = (state: string, more: object = {}, by = nurse) =>
  by.post<Room>(`rooms/${elm1()}/state`, { state, ...more });

test('everything that was said is kept: what, by whom, how they knew, seen when and told when, newest first', async () => {
  await concord.advance({ minutes: 5 });
  accepted(await mark('cleaning'), 'cleaning');
  await concord.advance({ minutes: 5 });
  accepted(await nurse.post(`places/${elm()}/confirm`), 'confirm');
  await concord.advance({ minutes: 5 });
  accepted(
    await mark('available', { source: 'telephone', observedAt: '2026-11-22T02:12:00Z' }, control),
    'rung',
  );
  const by = `${nurse.name}, site`;
  expect(await lines()).toEqual([
    { said: ['available'], seen: '02:12', told: '02:15', by: `${control.name}, telephone`, tookEffect: true },
    { said: 'nothing has changed', seen: '02:10', told: '02:10', by, tookEffect: true },
    { said: ['cleaning'], seen: '02:05', told: '02:05', by, tookEffect: true },
    {
      said: ['available', 'available', 2],
      seen: '02:00',
      told: '02:00',
      by: 'Concord (demo), system',
      tookEffect: true,
    },
  ]);
});

test('P4: word that comes late never takes the present backwards: it is kept, and marked so', async () => {
  await concord.advance({ minutes: 10 });
  accepted(await mark('closed', { closedReason: 'damage' }), 'closed');
  await concord.advance({ minutes: 5 });
  const late = accepted(await mark('available', { observedAt: '2026-11-22T02:08:00Z' }), 'late');
  expect(late).toMatchObject({ state: 'closed', observed: { at: '2026-11-22T02:10:00.000Z' } });
  const confirmed = accepted(
    await nurse.post<Room[]>(`places/${elm()}/confirm`, { observedAt: '2026-11-22T02:09:00Z' }),
    'confirm',
  );
  expect(confirmed.map(({ observed }) => observed.at)).toEqual(
    confirmed.map(({ id }) => (id === elm1() ? '2026-11-22T02:10:00.000Z' : '2026-11-22T02:09:00.000Z')),
  );
  const staffed = (staffedFor: number, observedAt: string) =>
    nurse.post<Place>(`places/${elm()}/observation`, { staffedFor, observedAt });
  accepted(await staffed(1, '2026-11-22T02:12:00Z'), 'one');
  expect(accepted(await staffed(2, '2026-11-22T02:11:00Z'), 'two').staffing).toMatchObject({ staffedFor: 1 });
  const kept = (await lines()).filter(({ tookEffect }) => !tookEffect);
  expect(kept.map(({ said, seen, told }) => [said, seen, told])).toEqual([
    [[2], '02:11', '02:15'],
    [['available'], '02:08', '02:15'],
  ]);
});

test('P4: old word that is newer than what was known counts, but only as old as it is', async () => {
  await concord.advance({ minutes: 61 });
  const journey = await Journey.open(control);
  const standing = async () => (await journey.places()).find(({ roomId }) => roomId === elm1())?.standing;
  expect(await standing()).toBe('ring');
  accepted(await nurse.post(`places/${elm()}/confirm`, { observedAt: '2026-11-22T02:30:00Z' }), 'confirm');
  expect(await standing()).toBe('offer');
  await concord.advance({ minutes: 30 });
  expect(await standing()).toBe('ring');
});

test('the same told twice changes nothing and is answered alike', async () => {
  await concord.advance({ minutes: 10 });
  const seen = { observedAt: '2026-11-22T02:08:00Z' };
  const first = accepted(await mark('cleaning', seen), 'first');
  const before = await history();
  expect(accepted(await mark('cleaning', seen), 'again')).toEqual(first);
  const late = { observedAt: '2026-11-22T02:07:00Z' };
  accepted(await mark('occupied', late), 'late');
  accepted(await mark('occupied', late), 'late again');
  expect(await history()).toHaveLength(before.length + 1);
});

test('a time to come, and one of half a day ago, are refused by name of the field', async () => {
  for (const observedAt of ['2026-11-22T02:05:00Z', '2026-11-21T13:59:00Z']) {
    for (const [path, body] of [
      [`rooms/${elm1()}/state`, { state: 'cleaning' }],
      [`places/${elm()}/confirm`, {}],
      [`places/${elm()}/observation`, { staffedFor: 1 }],
    ] as const)
      expect(await refusal(concord, () => nurse.post(path, { ...body, observedAt }))).toMatchObject({
        code: 'time-impossible',
        details: { field: 'observedAt' },
      });
  }
});

test('P7: a site reads its own history, the control room any; nobody else any', async () => {
  expect(await lines(nurse)).toHaveLength(1);
  expect(await alderNurse.get(`places/${elm()}/history`)).toMatchObject({ status: 404 });
  expect(await (await concord.signIn('crew')).get(`places/${elm()}/history`)).toMatchObject({ status: 403 });
  expect(await (await concord.signIn('manager')).get(`places/${elm()}/history`)).toMatchObject({
    status: 200,
  });
});

test('a long history is read a page at a time', async () => {
  for (let i = 0; i < 5; i += 1) {
    await concord.advance({ minutes: 1 });
    accepted(await nurse.post(`places/${elm()}/confirm`), 'confirm');
  }
  const page = await history(control, '?limit=2');
  expect(page.map(({ observedAt }) => observedAt.slice(11, 16))).toEqual(['02:05', '02:04']);
  const next = await history(control, `?limit=2&before=${page[1]?.observedAt}`);
  expect(next.map(({ observedAt }) => observedAt.slice(11, 16))).toEqual(['02:03', '02:02']);
});

test('what was said in one instant is neither skipped nor doubled from page to page', async () => {
  for (const room of ['elm-1', 'elm-2'])
    accepted(await nurse.post(`rooms/${concord.ids.rooms[room]}/state`, { state: 'cleaning' }), room);
  accepted(await nurse.post(`places/${elm()}/observation`, { staffedFor: 1 }), 'staff');
  const all = (await history()).map(({ id }) => id);
  expect(all).toHaveLength(4);
  const read: string[] = [];
  for (let query = '?limit=1'; ;) {
    const [one] = await history(control, query);
    if (!one) break;
    read.push(one.id);
    query = `?limit=1&before=${one.observedAt}&beforeId=${one.id}`;
  }
  expect(read).toEqual(all);
  expect(
    await refusal(concord, () => control.get(`places/${elm()}/history?beforeId=${all[0]}`)),
  ).toMatchObject({ code: 'invalid' });
});

test('a slip of the hand stays in the history as one, and the age of the room is as it was', async () => {
  await concord.advance({ minutes: 10 });
  const slip = accepted(await mark('closed'), 'slip');
  const back = accepted(
    await nurse.post<Room>(`rooms/${elm1()}/unmark`, { seenRevision: slip.revision }),
    'taken back',
  );
  expect(back).toMatchObject({ state: 'available', observed: { at: '2026-11-22T02:00:00.000Z' } });
  const [last] = await history();
  expect(last).toMatchObject({ takenBackAt: '2026-11-22T02:10:00.000Z', tookEffect: true });
  expect(await history()).toHaveLength(2);
});

test('a room is closed over a walk-in like over anybody else: nobody comes after them, and it closes when they leave', async () => {
  accepted(await mark('occupied'), 'a walk-in');
  const closing = accepted(await mark('closed', { closedReason: 'damage' }), 'closing');
  expect(closing).toMatchObject({ state: 'occupied', closedReason: 'damage' });
  const left = accepted(await mark('available'), 'they left');
  expect(left).toMatchObject({ state: 'closed', closedReason: 'damage' });
  accepted(await mark('available'), 'repaired');
  accepted(await mark('occupied'), 'the next');
  accepted(await mark('closed', { closedReason: 'damage' }), 'closing');
  expect(accepted(await mark('occupied'), 'no need')).toMatchObject({
    state: 'occupied',
    closedReason: null,
  });
});
