import type { Hold, Incident, RankedRoom, Room } from '@concord/domain';
import type { Problem } from '@concord/contracts';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';

let concord: Concord;
let first: Person;
let second: Person;
let nurse: Person;
let elm1: string;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [first, second, nurse] = await concord.signInAs('controller', 'controller-2', 'suite-nurse');
  elm1 = concord.ids.rooms['elm-1'] ?? '';
});
afterEach(() => concord.stop());

const detained = async (by: Person, more?: object): Promise<Journey> => {
  const journey = await Journey.open(by, more);
  await journey.detain();
  return journey;
};

test('P3: a second controller who tries for the same room is told who holds it and what is next best', async () => {
  const winner = await detained(first);
  await winner.hold(elm1);
  const loser = await detained(second);
  const refused = await second.post<Problem>(`incidents/${loser.incidentId}/holds`, { roomId: elm1 });
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({
    code: 'room-taken',
    details: { heldFor: winner.ref, heldBy: { name: first.name } },
  });
  const next = refused.body.details?.nextBest as RankedRoom;
  expect(next).toMatchObject({ rank: 1, standing: 'offer' });
  expect(next.roomId).not.toBe(elm1);
  expect(refused.body.detail).toContain(next.placeName);
  await loser.hold(next.roomId);
});

test('P3: twenty controllers reach for one room at once; one gets it and nineteen are told who', async () => {
  const journeys = await Promise.all(Array.from({ length: 20 }, (_, i) => detained(i % 2 ? first : second)));
  const answers = await Promise.all(
    journeys.map((journey) =>
      journey.control.post<Problem>(`incidents/${journey.incidentId}/holds`, { roomId: elm1 }),
    ),
  );
  const won = answers.filter((answer) => answer.status < 300);
  expect(won).toHaveLength(1);
  const winner = journeys[answers.indexOf(won[0] as (typeof answers)[number])];
  for (const answer of answers.filter((each) => each.status >= 300)) {
    expect(answer.body).toMatchObject({ code: 'room-taken', details: { heldFor: winner?.ref } });
  }
});

test('a refusal needs a coded reason and a rationale; the room opens to others and the search goes on', async () => {
  const journey = await detained(first);
  const hold = await journey.hold(elm1);
  const bare = await nurse.post(`holds/${hold.id}/refuse`, {
    reason: 'risk-beyond-safe-staffing',
    rationale: ' ',
  });
  expect(bare.body).toMatchObject({ code: 'reason-needed', details: { field: 'rationale' } });
  const blanket = await nurse.post(`holds/${hold.id}/refuse`, {
    reason: 'intoxication-clinical',
    rationale: 'drunk',
  });
  expect(blanket.body).toMatchObject({ code: 'blanket-refusal' });
  accepted(
    await nurse.post(`holds/${hold.id}/refuse`, {
      reason: 'risk-beyond-safe-staffing',
      rationale: 'Two staff, and one-to-one observation already running',
    }),
    'refuse',
  );
  const incident = accepted(await first.get<Incident>(`incidents/${journey.incidentId}`), 'incident');
  expect(incident.facts.at(-1)).toMatchObject({ kind: 'hold-refused', by: { name: nurse.name } });
  const places = await journey.places();
  expect(places.find((place) => place.roomId === elm1)).toMatchObject({ standing: 'no', rank: null });
  const other = await detained(second);
  await other.hold(elm1);
});

test('"full" closes nothing that is true: the next controller is not sent to the same room', async () => {
  const journey = await detained(first);
  const hold = await journey.hold(elm1);
  accepted(
    await nurse.post(`holds/${hold.id}/refuse`, { reason: 'full', rationale: 'A walk-in has taken it' }),
    'refuse',
  );
  const other = await detained(second);
  const answer = await second.post(`incidents/${other.incidentId}/holds`, { roomId: elm1 });
  expect(answer.body).toMatchObject({ code: 'room-not-free' });
});

test('an unanswered hold lapses at its minute, by the database clock, and the room is free again, as old as it was', async () => {
  const before = accepted(
    await first.get<{ entities: { room: Room[] } }>('board'),
    'board',
  ).entities.room.find((room) => room.id === elm1);
  const journey = await detained(first);
  await journey.hold(elm1);
  await concord.advance({ minutes: 29, seconds: 59 });
  const board = await first.watch();
  expect(board.state().room.get(elm1)?.state).toBe('held');
  await concord.advance({ seconds: 1 });
  const room = (await board.until((state) => state.room.get(elm1)?.state === 'available')).room.get(elm1);
  expect(room?.observed).toEqual(before?.observed);
  expect(board.state().incident.get(journey.incidentId)?.facts.at(-1)).toMatchObject({
    kind: 'hold-expired',
    happenedAt: '2026-11-22T02:30:00.000Z',
  });
});

test('an accepted room is kept for the agreed time to arrive, then given back', async () => {
  const journey = await detained(first);
  const hold = await journey.hold(elm1);
  const taken = accepted(await nurse.post<Hold>(`holds/${hold.id}/accept`), 'accept');
  expect(taken.expiresAt).toBe('2026-11-22T04:00:00.000Z');
  await concord.advance({ hours: 2 });
  const late = await nurse.post(`holds/${hold.id}/accept`);
  expect(late.body).toMatchObject({ code: 'hold-ended', details: { state: 'expired' } });
});

test('arriving somewhere else gives the held room back', async () => {
  const journey = await detained(first);
  await journey.hold(elm1);
  const emergency = concord.ids.places['ed-nettlefold'] ?? '';
  const incident = await journey.record({ kind: 'arrived', placeId: emergency });
  expect(incident.facts.map((fact) => fact.kind)).toContain('hold-released');
  const other = await detained(second);
  await other.hold(elm1);
});

test('a child is offered only rooms fit for under-18s', async () => {
  const journey = await detained(first, { person: { ageYears: 15, ageBasis: 'known' } });
  const offered = (await journey.places()).filter((place) => place.standing === 'offer');
  expect(offered.map((place) => place.roomId)).toEqual([concord.ids.rooms['rowan-1']]);
  const refused = await first.post(`incidents/${journey.incidentId}/holds`, { roomId: elm1 });
  expect(refused.body).toMatchObject({ code: 'place-unfit' });
});

test('only the suite that was asked can answer', async () => {
  const journey = await detained(first);
  const hold = await journey.hold(elm1);
  const other = await concord.signIn('hazel-nurse');
  expect((await other.post(`holds/${hold.id}/accept`)).status).toBe(403);
  expect((await first.post(`holds/${hold.id}/accept`)).status).toBe(403);
});

test('a click on something that has changed is refused, and says so', async () => {
  const room = (await first.watch()).state().room.get(elm1);
  accepted(
    await nurse.post(`rooms/${elm1}/state`, { state: 'cleaning', seenRevision: room?.revision }),
    'cleaning',
  );
  const stale = await nurse.post(`rooms/${elm1}/state`, {
    state: 'closed',
    closedReason: 'damage',
    seenRevision: room?.revision,
  });
  expect(stale).toMatchObject({ status: 409, body: { code: 'changed-since-seen' } });
});

test('a command sent twice with one key happens once and is answered alike; the key with other words is refused', async () => {
  const journey = await detained(first);
  const body = { roomId: elm1 };
  const once = await first.post<Hold>(`incidents/${journey.incidentId}/holds`, body, { key: 'hold-1' });
  const twice = await first.post<Hold>(`incidents/${journey.incidentId}/holds`, body, { key: 'hold-1' });
  expect(twice).toMatchObject({ status: once.status, body: { id: once.body.id } });
  const other = await first.post(
    `incidents/${journey.incidentId}/holds`,
    { roomId: concord.ids.rooms['alder-1'] },
    { key: 'hold-1' },
  );
  expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  expect((await concord.store.list(concord.areaId, 'hold')).length).toBe(1);
});
