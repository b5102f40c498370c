import { setTimeout as pause } from 'node:timers/promises';
import { startOwnApi } from './own-api';
import { closeWires, connected, cut, openWire, snapshotIn, watchArea } from './wire';

/** The promise is one second; the rest is for a machine that is doing other things. */
const SOON_MS = 2000;

let own: Awaited<ReturnType<typeof startOwnApi>>;
let areaId: string;
beforeAll(async () => {
  own = await startOwnApi({ demo: true });
  ({ areaId } = own.area);
});
afterEach(closeWires);
afterAll(() => own.stop());

const signIn = async (persona: string) => {
  const person = await own.identity.people.findByPersona(persona);
  if (!person) throw new Error(`there is no ${persona}`);
  const { token } = await own.identity.sessions.start(person.userId);
  return { userId: person.userId, token, cookie: `concord_session=${token}` };
};
const open = (cookie: string, window?: string) => openWire(own.address, cookie, window ? { window } : {});

describe('when a session or a duty ends', () => {
  test('signing out cuts every line of that session at once, having said so, and nobody else’s', async () => {
    const [leaving, staying] = [await signIn('inspector'), await signIn('controller')];
    const [one, two, other] = [open(leaving.cookie), open(leaving.cookie), open(staying.cookie)];
    for (const wire of [one, two, other]) await watchArea(wire, areaId);
    const told = new Promise<void>((resolve) => one.once('board.signed-out.v1', () => resolve()));
    const cuts = Promise.all([cut(one, 1000), cut(two, 1000)]);
    const out = await fetch(`${own.address}/api/sign-out`, {
      method: 'POST',
      headers: { cookie: leaving.cookie },
    });
    expect(out.status).toBe(200);
    await told;
    expect(await cuts).toEqual(['io server disconnect', 'io server disconnect']);
    expect(other.connected).toBe(true);
  });

  test('a session ended in another process, or by hand in the database, is cut within a second', async () => {
    const { cookie, userId } = await signIn('controller');
    const wire = open(cookie);
    await watchArea(wire, areaId);
    const gone = cut(wire, SOON_MS);
    await own.identity.sessions.endAllOf(userId);
    expect(await gone).toBe('io server disconnect');
    expect(await connected(open(cookie))).toBe('not-signed-in');
  });

  test('a duty changed, by whatever means, ends the line within a second; the next board is of the new duty', async () => {
    const { cookie, userId } = await signIn('controller-2');
    const wire = open(cookie);
    const before = snapshotIn(await watchArea(wire, areaId));
    const gone = cut(wire, SOON_MS);
    await own.source.query(`update user_duty set duty = 'triage-crew' where user_id = $1`, [userId]);
    expect(await gone).toMatch(/transport/);
    const back = snapshotIn(await watchArea(open(cookie), areaId, before));
    expect(back.epoch).not.toBe(before.epoch);
    expect(back.entities.rota).toEqual(before.entities.rota);
  });

  test('a line opened before the duty was lost cannot be used to ask for its board', async () => {
    const { cookie, userId } = await signIn('manager');
    const wire = open(cookie);
    await connected(wire);
    await own.identity.people.setDuties(userId, []);
    expect(await Promise.race([watchArea(wire, areaId), cut(wire, SOON_MS)])).not.toMatchObject({
      kind: 'snapshot',
    });
  });

  test('an open board keeps its session from ending for want of use', async () => {
    const { cookie } = await signIn('director');
    const wire = open(cookie);
    await watchArea(wire, areaId);
    await own.source.query(`update session set last_seen_at = last_seen_at - interval '50 minutes'`);
    await pause(SOON_MS);
    const [row] = await own.source.query<{ fresh: number }[]>(
      `select count(*)::integer as fresh from session where last_seen_at > clock_timestamp() - interval '10 seconds'`,
    );
    expect(row?.fresh).toBe(1);
    expect(wire.connected).toBe(true);
  });

  test('windows of one browser that name themselves are different people on the line too', async () => {
    const [first, second] = [await signIn('controller'), await signIn('suite-nurse')];
    const cookie = `concord_session_one=${first.token}; concord_session_two=${second.token}`;
    const one = snapshotIn(await watchArea(open(cookie, 'one'), areaId));
    const two = snapshotIn(await watchArea(open(cookie, 'two'), areaId));
    expect(one.epoch).not.toBe(two.epoch);
    expect(await connected(open(cookie))).toBe('not-signed-in');
    expect(await connected(open(cookie, 'three'))).toBe('not-signed-in');
  });
});

test('a client that stops reading is let go, and comes back by revision', async () => {
  const { cookie } = await signIn('coordinator');
  const wire = open(cookie);
  const known = snapshotIn(await watchArea(wire, areaId));
  const { ws } = wire.io.engine.transport as unknown as {
    ws: { _socket: { pause(): void; resume(): void } };
  };
  ws._socket.pause();
  const gone = cut(wire, 20_000);
  const big = JSON.stringify({ note: 'x'.repeat(60_000) });
  for (let i = 0; i < 200; i += 1)
    await own.source.query(
      `with moved as (update area_head set revision = revision + 1 where area_id = $1 returning revision)
       insert into journal select $1, revision, 0, app.now(), null, 'test', 'place', gen_random_uuid(), $2::json, '' from moved`,
      [areaId, big],
    );
  await pause(4000);
  ws._socket.resume();
  expect(await gone).toMatch(/transport/);
  expect((await watchArea(open(cookie), areaId, known)).kind).toBe('changes');
});
