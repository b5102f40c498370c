import type { Problem } from '@concord/contracts';
import type { Hold } from '@concord/domain';
import { firstBrokenEntry } from '@concord/postgres';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey } from '@concord/testing';
import { bothSides, lend, mirrorOf, peopleOf, startNeighbours } from './neighbours';

let concord: Concord;
let control: Person;
let nurse: Person;
let theirController: Person;
let sedge: string;
let mirror: string;
let ours: Journey[];
let theirs: Journey[];

const EACH = 6;
const ROUNDS = 12;

beforeAll(async () => {
  concord = await startNeighbours();
  const people = await peopleOf(concord);
  ({ control, nurse } = people);
  theirController = await concord.neighbour().signIn('neighbour-controller');
  await lend(concord, people.coordinator);
  sedge = concord.neighbour().ids.rooms['sedge-1'] ?? '';
  mirror = await mirrorOf(concord, 'sedge-1');
  const many = async (by: Person, where: object): Promise<Journey[]> => {
    const journeys: Journey[] = [];
    for (let i = 0; i < EACH; i += 1) {
      const journey = await Journey.open(by, { where });
      await journey.detain();
      journeys.push(journey);
    }
    return journeys;
  };
  const position = { lat: 54.9, lon: 2.6 };
  ours = await many(control, { text: 'Footbridge', district: 'Harrowdale', position });
  theirs = await many(theirController, { text: 'Sea wall', district: 'Tarnhithe', position });
});
afterAll(() => concord.stop());

const reach = (journey: Journey) =>
  journey.control.post<Hold & Problem>(`incidents/${journey.incidentId}/holds`, {
    roomId: journey.control === control ? mirror : sedge,
  });

test('P3: two areas reach for one room at once, round after round: one winner each time, every loser told who', async () => {
  const winners = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each area sends first every other round, or one of them might win them all.
    const all = round % 2 === 0 ? [...ours, ...theirs] : [...theirs, ...ours];
    // Others act on the same two areas meanwhile, in both directions.
    const [answers] = await Promise.all([
      Promise.all(all.map(reach)),
      nurse.post(`places/${concord.neighbour().ids.places['sedge']}/confirm`),
      control.post(`rooms/${concord.ids.rooms['elm-1']}/state`, { state: 'available', source: 'telephone' }),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    const won = answers.filter(({ status }) => status < 300);
    expect(won).toHaveLength(1);
    const hold = accepted(won[0] as { status: number; body: Hold }, 'hold');
    winners.add(hold.areaId);
    for (const { body } of answers.filter(({ status }) => status >= 300)) {
      expect(body).toMatchObject({ code: 'room-taken', details: { heldFor: hold.incidentRef } });
    }
    const both = await bothSides(concord, 'sedge-1');
    expect([both.original.state, both.mirror.state]).toEqual(['held', 'held']);
    const winner = hold.areaId === concord.areaId ? control : theirController;
    accepted(await winner.post(`holds/${hold.id}/release`, { reason: 'Another round' }), 'release');
  }
  expect(winners.size).toBe(2);
  for (const areaId of [concord.areaId, concord.neighbour().areaId]) {
    const entries = (await concord.store.journalAfter(areaId, 0, 100_000)).map((entry) => ({
      ...entry,
      areaId,
    }));
    expect(entries.at(-1)?.revision).toBe(await concord.store.head(areaId));
    expect(firstBrokenEntry(entries)).toBeUndefined();
  }
}, 120_000);
