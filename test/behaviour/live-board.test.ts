import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let nurse: Person;
let elm1: string;

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
  elm1 = concord.ids.rooms['elm-1'] ?? '';
});
afterAll(() => concord.stop());

const flip = async (times: number) => {
  for (let i = 0; i < times; i += 1)
    accepted(await nurse.post(`rooms/${elm1}/state`, { state: i % 2 ? 'available' : 'cleaning' }), 'flip');
};

test('P1: every viewer gets every revision in order, whether or not it shows them anything', async () => {
  const crew = await concord.signIn('crew');
  const [full, partial] = await Promise.all([control.watch(), crew.watch()]);
  const journey = await Journey.open(control);
  await journey.detain();
  await full.until(
    (_, board) => board.revision === partial.revision && board.state().incident.has(journey.incidentId),
  );
  expect(partial.state().incident.has(journey.incidentId)).toBe(false);
});

test('P1: a console that lost its connection gets exactly what it missed, and ends as one that never lost it', async () => {
  const [steady, flaky] = await Promise.all([control.watch(), control.watch()]);
  flaky.drop();
  await flip(6);
  await flaky.reconnect();
  expect(flaky.caughtUpBy).toBe('changes');
  await steady.until((_, board) => board.revision === flaky.revision);
  expect(flaky.state().room.get(elm1)).toEqual(steady.state().room.get(elm1));
});

test('P1: twenty drops in the middle of twenty changes leave no hole', async () => {
  const [steady, flaky] = await Promise.all([control.watch(), control.watch()]);
  const changes = flip(40);
  for (let i = 0; i < 20; i += 1) {
    flaky.drop();
    await flaky.reconnect();
  }
  await changes;
  const head = (await concord.store.head(concord.areaId)) ?? 0;
  await Promise.all([steady, flaky].map((board) => board.until((_, { revision }) => revision >= head)));
  expect([...flaky.state().room.values()]).toEqual([...steady.state().room.values()]);
});

test('P1: a console that was away too long to be given the changes starts over from the whole board', async () => {
  const away = await control.watch();
  away.drop();
  const confirmed = () => nurse.post(`places/${concord.ids.places.elm}/confirm`);
  for (let i = 0; i < 51; i += 1) await Promise.all(Array.from({ length: 20 }, confirmed));
  await away.reconnect();
  expect(away.caughtUpBy).toBe('snapshot');
  expect(away.revision).toBe(await concord.store.head(concord.areaId));
}, 60_000);

test('the pulse tells every console the head revision, the time, and whether the engine is alive', async () => {
  const board = await control.watch();
  await board.until((_, { pulse }) => pulse?.engine.state === 'running' && pulse.revision === board.revision);
  expect(board.pulse?.clock.now).toBe(await concord.now());
});

test('within 10 seconds of the engine stopping, every console says so', async () => {
  const board = await control.watch();
  await board.until((_, { pulse }) => pulse?.engine.state === 'running');
  await concord.engine.stop();
  try {
    await board.until((_, { pulse }) => pulse?.engine.state === 'silent', 10_000);
  } finally {
    await concord.engine.start();
  }
  await board.until((_, { pulse }) => pulse?.engine.state === 'running');
}, 30_000);
