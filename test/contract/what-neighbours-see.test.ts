import type { BoardSnapshot } from '@concord/contracts';
import { harrowdaleAndVale, tarnhithe } from '@concord/coordination';
import type { Incident } from '@concord/domain';
import { plusMinutes } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';

/** What only the borrower may know of the person, and what the lender's suite is told besides. */
const [ADDRESS, NAME, STORY] = ['14 Invented Close', 'Fictional Person', 'Her dog is with a neighbour'];
const RISK = 'Cut her arm an hour ago';

let concord: Concord;
let ours: Person;
let theirs: Readonly<Record<'nurse' | 'coordinator' | 'controller', Person>>;
let journey: Journey;

beforeAll(async () => {
  concord = await startConcord({
    now: '2026-11-22T02:00:00Z',
    area: harrowdaleAndVale,
    neighbour: tarnhithe,
  });
  const neighbour = concord.neighbour();
  ours = await concord.signIn('controller');
  theirs = {
    nurse: await neighbour.signIn('neighbour-nurse'),
    coordinator: await neighbour.signIn('neighbour-coordinator'),
    controller: await neighbour.signIn('neighbour-controller'),
  };
  accepted(
    (await theirs.coordinator.post('lendings', {
      toAreaId: concord.areaId,
      placeIds: [neighbour.ids.places['sedge']],
      until: plusMinutes(await concord.now(), 600),
    })) ?? { status: 500, body: {} },
    'lend',
  );
  journey = await Journey.open(ours, {
    where: { text: ADDRESS, district: 'Harrowdale', position: { lat: 54.9, lon: 2.4 } },
    person: {
      ageYears: 34,
      ageBasis: 'known',
      sex: 'female',
      gender: 'woman in her own words',
      name: NAME,
      risks: [{ kind: 'self-harm', note: RISK, source: 'PC 4411' }],
    },
  });
  await journey.detain();
  await journey.record({ kind: 'noted', text: STORY });
  const lent = (await journey.places()).find(({ lentBy }) => lentBy);
  await journey.hold(lent?.roomId);
});
afterAll(() => concord.stop());

const boardOf = async (person: Person): Promise<BoardSnapshot> =>
  accepted(await person.get<BoardSnapshot>('board'), 'board');

/** Who in the lender's area sees the request, whose it is, and what is told of the person. */
test.each([
  ['nurse', true, true, true],
  ['coordinator', true, true, false],
  ['controller', true, true, false],
] as const)(
  'P7: the lender’s %s: request %s, area and reference %s, person %s',
  async (who, request, whose, person) => {
    const board = await boardOf(theirs[who]);
    const [hold] = board.entities.hold;
    expect(hold !== undefined).toBe(request);
    expect(JSON.stringify(hold).includes(journey.ref)).toBe(whose);
    const room = board.entities.room.find(({ guest }) => guest);
    expect(room?.guest?.areaName).toBe('Harrowdale and Vale');
    expect(JSON.stringify(room).includes(RISK)).toBe(person);
    expect(board.entities.incident).toEqual([]);
    expect(JSON.stringify(board)).not.toMatch(new RegExp([ADDRESS, NAME, STORY, 'own words'].join('|')));
  },
);

test('P7: what a live console of the lender is shown is what its snapshot shows', async () => {
  for (const person of Object.values(theirs)) {
    const live = (await person.watch()).state();
    const board = await boardOf(person);
    for (const kind of ['room', 'hold', 'lending', 'place'] as const)
      expect([...live[kind].values()]).toEqual(board.entities[kind]);
  }
});

test('P7: the borrower’s incident cannot be reached from the lender’s area, by its id or by its hold', async () => {
  const [hold] = (await boardOf(theirs.nurse)).entities.hold;
  for (const person of Object.values(theirs)) {
    expect((await person.get<Incident>(`incidents/${journey.incidentId}`)).status).toBe(404);
    expect((await person.get(`incidents/${journey.incidentId}/person`)).status).not.toBe(200);
    const fact = { kind: 'noted', text: 'We were here' };
    expect((await person.post(`incidents/${journey.incidentId}/facts`, fact)).status).toBe(404);
    expect((await person.get(`/areas/${concord.areaId}/board`)).status).toBe(404);
    if (person === theirs.nurse) continue;
    const reason = 'Not ours to end';
    for (const [act, body] of [
      ['release', { reason }],
      ['extend', { reason, minutes: 30 }],
    ] as const)
      expect([403, 404]).toContain((await person.post(`holds/${hold?.id}/${act}`, body)).status);
  }
});

test('P7: the borrower sees of the lender its lent places and nothing else', async () => {
  const board = await boardOf(ours);
  const lent = board.entities.place.filter(({ lentBy }) => lentBy);
  expect(lent.map(({ name }) => name)).toEqual(['Sedge Suite']);
  expect(new Set(board.entities.room.map(({ areaId }) => areaId))).toEqual(new Set([concord.areaId]));
  const text = JSON.stringify(board.entities);
  const { ids } = concord.neighbour();
  for (const name of ['Isolde Brackwater', 'Merle Reedmace', ids.people['neighbour-nurse']?.userId ?? ''])
    expect(text).not.toContain(name);
  expect((await ours.get(`/areas/${ids.areaId}/board`)).status).toBe(404);
});

test('P7: who may be lent to is a list of names', async () => {
  const answer = await theirs.coordinator.get('neighbours');
  expect(answer.body).toEqual([{ areaId: concord.areaId, name: 'Harrowdale and Vale' }]);
  expect((await theirs.nurse.get('neighbours')).status).toBe(403);
});
