import type { Incident } from '@concord/domain';
import type { BoardSnapshot } from '@concord/contracts';
import type { Concord, Person } from '@concord/testing';
import { accepted, askedKey, Journey, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let journey: Journey;
let asked: string;

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  control = await concord.signIn('controller');
  journey = await Journey.open(control, {
    where: { text: '14 Invented Close', district: 'Harrowdale', position: { lat: 54.9, lon: 2.4 } },
  });
  const nurse = await concord.signIn('suite-nurse');
  await journey.arriveAt(nurse, concord.ids.rooms['elm-1'] ?? '');
  asked = askedKey(concord, await journey.requestAmhp());
});
afterAll(() => concord.stop());

/** Who may see the incident, who its scene, who its hold; the board and the direct read must agree. */
const matrix: [who: string, incident: boolean, scene: boolean, hold: boolean, escalations: boolean][] = [
  ['controller', true, true, true, true],
  ['inspector', true, true, true, true],
  ['coordinator', true, true, true, true],
  ['suite-nurse', true, false, true, false],
  ['hazel-nurse', false, false, false, false],
  ['crew', false, false, false, false],
];

test.each(matrix)('P7: %s: incident %s, scene %s', async (who, incident, scene) => {
  const person = await concord.signIn(who);
  const board = accepted(await person.get<BoardSnapshot>('board'), 'board');
  const onBoard = board.entities.incident.find((each) => each.id === journey.incidentId);
  expect(onBoard !== undefined).toBe(incident);
  const read = await person.get<Incident>(`incidents/${journey.incidentId}`);
  expect(read.status).toBe(incident ? 200 : 404);
  for (const text of [JSON.stringify(onBoard ?? {}), JSON.stringify(read.body)])
    expect(text.includes('14 Invented Close')).toBe(scene);
});

test('P7: an AMHP sees an incident while it is offered to them or theirs, and not otherwise', async () => {
  const amhp = await concord.signIn(asked);
  const other = await concord.signIn(asked === 'amhp' ? 'amhp-2' : 'amhp');
  expect((await amhp.get(`incidents/${journey.incidentId}`)).status).toBe(200);
  expect((await other.get(`incidents/${journey.incidentId}`)).status).toBe(404);
});

test('P7: what a live board shows is what the snapshot shows, for every audience', async () => {
  for (const [who] of matrix) {
    const person = await concord.signIn(who);
    const watched = await person.watch();
    const board = accepted(await person.get<BoardSnapshot>('board'), 'board');
    for (const [kind, images] of Object.entries(board.entities)) {
      expect([who, kind, [...watched.state()[kind as 'room'].values()]]).toEqual([who, kind, images]);
    }
  }
});

test('P7: nobody without a duty in the area learns even that it exists', async () => {
  const stranger = '7d0f0f3e-2222-4333-8444-555555555555';
  expect((await control.get(`/areas/${stranger}/board`)).status).toBe(404);
  expect((await fetch(`${concord.address}/api/areas/${concord.areaId}/board`)).status).toBe(401);
});
