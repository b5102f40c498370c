import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { BoardChange, WatchReply } from '@concord/contracts';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import { startOwnApi } from './own-api';
import type { Wire } from './wire';
import { closeWires, connected, cut, expectSoon, openWire, snapshotIn, watchArea } from './wire';

let concord: Concord;
let control: Person;
let nurse: Person;

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, nurse] = [await concord.signIn('controller'), await concord.signIn('suite-nurse')];
});
afterEach(closeWires);
afterAll(() => concord.stop());

const open = (cookie: string, manner: Parameters<typeof openWire>[2] = {}) =>
  openWire(concord.address, cookie, manner);
const watch = (wire: Wire, known?: Parameters<typeof watchArea>[2]) => watchArea(wire, concord.areaId, known);

describe('who may connect', () => {
  test('nobody without a session', async () => {
    for (const cookie of ['', 'concord_session=made-up'])
      expect(await connected(open(cookie))).toBe('not-signed-in');
  });

  test('nobody from a page of another site', async () => {
    const elsewhere = { origin: 'https://elsewhere.example' };
    expect(await connected(open(control.cookie, { headers: elsewhere }))).not.toBe('connected');
    expect(await connected(open(control.cookie, { headers: elsewhere, polling: true }))).not.toBe(
      'connected',
    );
    expect(
      await connected(open(control.cookie, { headers: { 'sec-fetch-site': 'cross-site' }, polling: true })),
    ).not.toBe('connected');
    expect(await connected(open(control.cookie, { headers: { origin: concord.address } }))).toBe('connected');
  });

  test('a client whose network lets no WebSocket through, by long polling', async () => {
    const wire = open(control.cookie, { polling: true });
    expect(await connected(wire)).toBe('connected');
    expect((await watch(wire)).kind).toBe('snapshot');
  });

  test('not more than thirty at once on one session', async () => {
    const { cookie } = await concord.signIn('director');
    const all = await Promise.all(Array.from({ length: 30 }, () => connected(open(cookie))));
    expect(new Set(all)).toEqual(new Set(['connected']));
    expect(await connected(open(cookie))).toBe('too-many-attempts');
  });
});

describe('what a client may say', () => {
  test.each([
    ['nothing', undefined],
    ['text', 'board please'],
    ['a number', 7],
    ['a list', []],
    [
      'an unknown field',
      { areaId: '11111111-1111-4111-8111-111111111111', epoch: null, revision: null, as: 'director' },
    ],
    ['an area that is no id', { areaId: 'harrowdale', epoch: null, revision: null }],
    ['a negative revision', { areaId: '11111111-1111-4111-8111-111111111111', epoch: null, revision: -1 }],
    [
      'a revision that is no number',
      { areaId: '11111111-1111-4111-8111-111111111111', epoch: null, revision: 'x' },
    ],
  ])('a watch that is %s is refused in words, and the line stays up', async (_, ask) => {
    const wire = open(control.cookie);
    const reply = (await wire.timeout(2000).emitWithAck('board.watch.v1', ask as never)) as WatchReply;
    expect(reply).toMatchObject({ kind: 'refused', code: 'invalid' });
    expect((await watch(wire)).kind).toBe('snapshot');
  });

  test('a watch of an area where they have no duty is refused as if it were not there', async () => {
    const reply = await watchArea(open(control.cookie), '11111111-1111-4111-8111-111111111111');
    expect(reply).toMatchObject({ kind: 'refused', code: 'not-found' });
  });

  test('unknown events, and a watch without anybody to answer, are passed over', async () => {
    const wire = open(control.cookie);
    const raw = wire as unknown as { emit(event: string, ...given: unknown[]): void };
    for (const event of ['board.watch.v2', 'subscribe', '__proto__', 'board.change.v1'])
      raw.emit(event, { any: 'thing' });
    raw.emit('board.watch.v1', { areaId: concord.areaId, epoch: null, revision: null });
    raw.emit('board.watch.v1', 'not an ask', 'not a function');
    expect((await watch(wire)).kind).toBe('snapshot');
  });

  test('bytes that are no message end that line, and no other', async () => {
    const other = open(control.cookie);
    await connected(other);
    for (const bytes of [
      '4',
      '9',
      '42["board.watch.v1"',
      '42{}',
      '451-["x",{"_placeholder":true,"num":9}]',
      '\u0000',
    ]) {
      const wire = open(control.cookie);
      await connected(wire);
      (wire.io.engine.transport as unknown as { ws: { send(text: string): void } }).ws.send(bytes);
      await Promise.race([cut(wire, 300), pause(300)]);
      wire.disconnect();
    }
    expect((await watch(other)).kind).toBe('snapshot');
    expect((await control.get('/health/live')).status).toBe(200);
  });

  test('a message of a megabyte ends the line', async () => {
    const wire = open(control.cookie);
    await connected(wire);
    const gone = cut(wire, 3000);
    wire.emit(
      'board.watch.v1',
      { areaId: 'x'.repeat(1_000_000), epoch: null, revision: null },
      () => undefined,
    );
    expect(await gone).toMatch(/transport/);
  });

  test('more than about twenty messages a second end the line, and the server has other things to do', async () => {
    const wire = open(control.cookie);
    await connected(wire);
    const gone = cut(wire, 3000);
    for (let i = 0; i < 200; i += 1)
      wire.emit('board.watch.v1', { areaId: 'x', epoch: null, revision: null }, () => undefined);
    expect(await gone).toBe('io server disconnect');
  });
});

describe('what a client is told', () => {
  test('a console of another audience starts from its own whole board, never from somebody else’s', async () => {
    const mine = snapshotIn(await watch(open(control.cookie)));
    const theirs = await watch(open(nurse.cookie), { epoch: mine.epoch, revision: mine.revision });
    expect(theirs.kind).toBe('snapshot');
    const again = await watch(open(control.cookie), { epoch: mine.epoch, revision: mine.revision });
    expect(again).toEqual({ kind: 'changes', changes: [], revision: mine.revision });
  });

  test('a revision that has not happened yet means a whole board', async () => {
    const { epoch, revision } = snapshotIn(await watch(open(control.cookie)));
    expect((await watch(open(control.cookie), { epoch, revision: revision + 5 })).kind).toBe('snapshot');
  });

  test('a suite hears that something happened elsewhere, and nothing of what, who or to whom', async () => {
    const wire = open(nurse.cookie);
    const heard: BoardChange[] = [];
    wire.on('board.change.v1', (change) => heard.push(change));
    const { revision } = snapshotIn(await watch(wire));
    const journey = await Journey.open(control);
    await journey.detain();
    accepted(
      await control.post(`incidents/${journey.incidentId}/holds`, { roomId: concord.ids.rooms['hazel-1'] }),
      'hold',
    );
    await expectSoon(() => heard.length === 4);
    expect(heard.map((change) => change.revision)).toEqual([1, 2, 3, 4].map((n) => revision + n));
    const text = JSON.stringify(heard);
    for (const secret of [
      journey.incidentId,
      journey.ref,
      'Mill Road',
      control.userId,
      'Merriweather',
      'detained',
      'record-fact',
    ])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
  });

  test('an incident that ceases to be theirs leaves their board, live and on resuming', async () => {
    const [wire, resumed] = [open(nurse.cookie), open(nurse.cookie)];
    const heard: BoardChange[] = [];
    wire.on('board.change.v1', (change) => heard.push(change));
    const { epoch, revision } = snapshotIn(await watch(wire));
    const journey = await Journey.open(control);
    await journey.detain();
    const hold = await journey.hold(concord.ids.rooms['elm-2']);
    accepted(
      await nurse.post(`holds/${hold.id}/refuse`, { reason: 'age', rationale: 'Too young for this suite' }),
      'refuse',
    );
    const images = (changes: readonly BoardChange[]) =>
      changes.flatMap(({ changes: each }) =>
        each.filter(({ id }) => id === journey.incidentId).map(({ image }) => image),
      );
    await expectSoon(() => images(heard).at(-1) === null);
    const missed = await watch(resumed, { epoch, revision });
    if (missed.kind !== 'changes') throw new Error(missed.kind);
    expect(missed.changes).toEqual(heard);
  });

  test('two processes of one deployment tell the same, each revision once', async () => {
    const own = await startOwnApi({ demo: true });
    const second = await own.another();
    try {
      const person = await own.identity.people.findByPersona('controller');
      const { token } = await own.identity.sessions.start(person?.userId ?? '');
      const cookie = `concord_session=${token}`;
      const heard: number[][] = [[], []];
      for (const [i, address] of [own.address, second.address].entries()) {
        const wire = openWire(address, cookie);
        wire.on('board.change.v1', ({ revision }) => heard[i]?.push(revision));
        await watchArea(wire, own.area.areaId);
      }
      for (let i = 0; i < 10; i += 1)
        await fetch(`${own.address}/api/areas/${own.area.areaId}/rooms/${own.area.rooms['elm-1']}/state`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json' },
          body: JSON.stringify({ state: i % 2 ? 'available' : 'cleaning', source: 'telephone' }),
        });
      await expectSoon(() => heard.every((revisions) => revisions.length === 10));
      expect(heard[0]).toEqual(Array.from({ length: 10 }, (_, i) => (heard[0]?.[0] ?? 0) + i));
      expect(heard[1]).toEqual(heard[0]);
    } finally {
      await second.close();
      await own.stop();
    }
  });
});

test('a client that comes by bare TCP and says nothing holds nothing up', async () => {
  const { port, hostname } = new URL(concord.address);
  const socket = connect(Number(port), hostname);
  await new Promise((resolve) => socket.once('connect', resolve));
  expect((await control.get('/me')).status).toBe(200);
  socket.destroy();
});
