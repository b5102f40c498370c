import type { Hold } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import { Client } from 'pg';

let concord: Concord;
let database: Client;
let control: Person;
let journey: Journey;
let other: Journey;
let hold: Hold;

/** One room is held for one incident and another is free; a second incident holds nothing. */
beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  const nurse = await concord.signIn('suite-nurse');
  control = await concord.signIn('controller');
  [journey, other] = [await Journey.open(control), await Journey.open(control)];
  await journey.detain();
  const asked = await journey.hold(concord.ids.rooms['elm-1']);
  hold = accepted(await nurse.post<Hold>(`holds/${asked.id}/accept`), 'accept');
  database = new Client({ connectionString: concord.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await concord.stop();
});

/** What the database says to these statements, in one transaction that is never kept. */
const said = async (...statements: string[]): Promise<string> => {
  await database.query('begin');
  try {
    for (const statement of statements) await database.query(statement);
    await database.query('set constraints all immediate');
    return 'taken';
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error);
  } finally {
    await database.query('rollback');
  }
};

const room = (key: string) => concord.ids.rooms[key] ?? '';
const another = (change: object) => {
  const columns =
    'area_id, revision, incident_ref, place_id, requested_at, requested_by, expires_at, answered_at, answered_by, refusal';
  const values = Object.entries({
    incident_id: hold.incidentId,
    room_id: room('elm-2'),
    state: 'requested',
    ...change,
  });
  return `insert into hold (id, ${columns}, ${values.map(([name]) => name).join(', ')})
          select gen_random_uuid(), ${columns}, ${values.map(([, value]) => `'${String(value)}'`).join(', ')} from hold where id = '${hold.id}'`;
};
const setRoom = (key: string, set: string) => `update room set ${set} where id = '${room(key)}'`;
const setHold = (set: string) => `update hold set ${set} where id = '${hold.id}'`;
const nobody = '11111111-1111-4111-8111-111111111111';

test('a statement that breaks nothing is taken, so that the refusals below mean something', async () => {
  expect(await said(setRoom('elm-2', `state = 'cleaning'`))).toBe('taken');
  expect(
    await said(setHold(`state = 'released'`), setRoom('elm-1', `state = 'available', hold_id = null`)),
  ).toBe('taken');
});

const refused: readonly (readonly [string, string, () => string[]])[] = [
  [
    'a room promised to two',
    'hold_one_per_room',
    () => [another({ room_id: room('elm-1'), incident_id: other.incidentId })],
  ],
  [
    'a promise that no room knows of',
    'room_and_hold_agree',
    () => [another({ incident_id: other.incidentId })],
  ],
  [
    'a room that says it is held, by nothing',
    'room_held_by_a_hold',
    () => [setRoom('elm-2', `state = 'held'`)],
  ],
  [
    'a free room that still names a hold',
    'room_held_by_a_hold',
    () => [setRoom('elm-1', `state = 'available'`)],
  ],
  [
    'a held room made free while its promise stands',
    'room_and_hold_agree',
    () => [setRoom('elm-1', `state = 'available', hold_id = null`)],
  ],
  [
    'a promise given up while its room stays held',
    'room_and_hold_agree',
    () => [setHold(`state = 'released'`)],
  ],
  [
    "a room held by another room's hold",
    'room_and_hold_agree',
    () => [setRoom('elm-2', `state = 'held', hold_id = '${hold.id}'`)],
  ],
  [
    'a room held by a hold that does not exist',
    'room_hold_exists',
    () => [
      setRoom('elm-2', `state = 'held', hold_id = '${nobody}'`),
      'set constraints room_hold_exists immediate',
    ],
  ],
  [
    'an incident with two acceptances',
    'hold_one_accepted_per_incident',
    () => [another({ state: 'accepted' })],
  ],
  [
    'one person in two rooms',
    'room_one_per_incident',
    () =>
      ['elm-2', 'alder-1'].map((key) =>
        setRoom(key, `state = 'occupied', incident_id = '${other.incidentId}'`),
      ),
  ],
  [
    'a room with an occupant that is not occupied',
    'room_occupant_only_when_occupied',
    () => [setRoom('elm-2', `incident_id = '${other.incidentId}'`)],
  ],
  [
    'a room occupied by an incident that does not exist',
    'room_occupant_exists',
    () => [setRoom('elm-2', `state = 'occupied', incident_id = '${nobody}'`)],
  ],
  [
    'a hold for an incident that does not exist',
    'hold_for_an_incident',
    () => [setHold(`incident_id = '${nobody}'`)],
  ],
  [
    'a hold of a room that does not exist',
    'hold_of_a_room',
    () => [
      setHold(`room_id = '${nobody}', state = 'released'`),
      setRoom('elm-1', `state = 'available', hold_id = null`),
    ],
  ],
  [
    'a room in a place that does not exist',
    'room_in_a_place',
    () => [setRoom('elm-2', `place_id = '${nobody}'`)],
  ],
  ['a hold that never lapses', 'expires_at', () => [setHold('expires_at = null')]],
  [
    'a hold that lapses before it is asked for',
    'hold_lapses_after_it_is_asked',
    () => [setHold('expires_at = requested_at')],
  ],
  ['an acceptance by nobody', 'hold_answer_has_author_and_time', () => [setHold('answered_by = null')]],
  [
    'a refusal without a reason',
    'hold_refused_with_a_reason',
    () => [setHold(`state = 'refused'`), setRoom('elm-1', `state = 'available', hold_id = null`)],
  ],
  [
    'one suite asked twice for one incident',
    'hold_one_per_suite_asked',
    () => [another({ state: 'requested' })],
  ],
  ['a hold in a state there is not', 'hold_in_a_state_there_is', () => [setHold(`state = 'granted'`)]],
  ['a room in a state there is not', 'room_in_a_state_there_is', () => [setRoom('elm-2', `state = 'free'`)]],
  [
    'a room closed for a reason there is not',
    'room_closed_for_a_reason_there_is',
    () => [setRoom('elm-2', `state = 'closed', closed_reason = 'because'`)],
  ],
  [
    'a hold of a place that its room is not in',
    'hold_of_a_room',
    () => [setHold(`place_id = '${concord.ids.places['alder'] ?? ''}'`)],
  ],
  [
    'a hold taken out of the record while its room is held',
    'room_hold_exists',
    () => [`delete from hold where id = '${hold.id}'`],
  ],
];

test.each(refused)('P3: %s is refused by the database itself (%s)', async (_what, constraint, statements) => {
  expect(await said(...statements())).toContain(constraint);
});
