import type { ReplyOf } from '@concord/contracts';
import type { Hold, Incident, RankedRoom, Room } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey } from '@concord/testing';
import { bothSides, lend, lendersHold, mirrorOf, peopleOf, startNeighbours } from './neighbours';

let concord: Concord;
let control: Person;
let coordinator: Person;
let nurse: Person;
let sedge1: string;

beforeEach(async () => {
  concord = await startNeighbours();
  ({ control, coordinator, nurse } = await peopleOf(concord));
  await lend(concord, coordinator);
  sedge1 = await mirrorOf(concord, 'sedge-1');
});
afterEach(() => concord.stop());

const risk = { kind: 'self-harm', note: 'Cut his arm an hour ago', source: 'PC 4411' };

const detained = async (): Promise<Journey> => {
  const journey = await Journey.open(control, {
    where: { text: '14 Invented Close', district: 'Harrowdale', position: { lat: 54.9, lon: 2.4 } },
    person: { ageYears: 34, ageBasis: 'known', sex: 'male', name: 'Fictional Person', risks: [risk] },
  });
  await journey.detain();
  return journey;
};

test('a lent place is on the borrower’s boards at once, ranked after its own, with whose it is and until when', async () => {
  const ranked = await (await detained()).places();
  const lent = ranked.find(({ roomId }) => roomId === sedge1);
  expect(lent).toMatchObject({ standing: 'offer', lentBy: { areaName: 'Tarnhithe' } });
  expect(lent?.reasons).toContain('lent by Tarnhithe until 14:00');
  const own = ranked.filter(({ standing, lentBy }) => standing === 'offer' && lentBy === null);
  expect(own.length).toBeGreaterThan(0);
  expect(Math.max(...own.map(({ rank }) => rank ?? 0))).toBeLessThan(lent?.rank ?? 0);
});

test('lent, held, accepted, arrived, left: both areas have the room as it is, at every step, in one commit', async () => {
  const theirs = await nurse.watch();
  const ours = await control.watch();
  const journey = await detained();
  const hold = await journey.hold(sedge1);
  const asked = await lendersHold(concord, hold.id);
  await concord.shown();
  expect(theirs.state().hold.get(asked.id)).toMatchObject({
    state: 'requested',
    incidentRef: journey.ref,
    across: { side: 'lends', areaName: 'Harrowdale and Vale', yes: 'not-needed' },
  });
  expect(theirs.state().room.get(asked.roomId)).toMatchObject({
    state: 'held',
    holdId: asked.id,
    guest: {
      incidentRef: journey.ref,
      person: { age: 'adult', sex: 'male', needs: [], risks: [{ kind: 'self-harm', note: risk.note }] },
    },
  });
  expect(theirs.state().incident.size).toBe(0);

  const taken = accepted(await nurse.post<Hold>(`holds/${asked.id}/accept`), 'accept');
  expect(taken).toMatchObject({ id: asked.id, state: 'accepted', answeredBy: { name: nurse.name } });
  await concord.shown();
  expect(ours.state().hold.get(hold.id)).toMatchObject({
    state: 'accepted',
    answeredBy: { name: nurse.name },
    expiresAt: taken.expiresAt,
  });
  expect(ours.state().incident.get(journey.incidentId)?.facts.at(-1)).toMatchObject({
    kind: 'hold-accepted',
    placeId: hold.placeId,
    by: { name: nurse.name },
  });

  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await journey.record({ kind: 'arrived', placeId: hold.placeId });
  const here = await bothSides(concord, 'sedge-1');
  expect(here.mirror).toMatchObject({ state: 'occupied', incidentId: journey.incidentId });
  expect(here.original).toMatchObject({
    state: 'occupied',
    incidentId: journey.incidentId,
    guest: { incidentRef: journey.ref, holdId: null },
  });
  const freed = await nurse.post(`rooms/${here.original.id}/state`, { state: 'available' });
  expect(freed.body).toMatchObject({ code: 'not-allowed-in-this-state' });

  await journey.record({ kind: 'assessment-started', amhp: 'Hollis Brightwater' });
  await journey.record({ kind: 'outcome', code: 'no-mental-disorder', note: '' });
  const left = await bothSides(concord, 'sedge-1');
  expect([left.mirror.state, left.original.state]).toEqual(['cleaning', 'cleaning']);
  expect([left.mirror.incidentId, left.original.incidentId, left.original.guest]).toEqual([null, null, null]);
  accepted(await nurse.post<Room>(`rooms/${left.original.id}/state`, { state: 'available' }), 'clean');
  await concord.shown();
  expect(ours.state().room.get(sedge1)?.state).toBe('available');
});

test('the lender refuses, thinks again, extends and takes back as for its own; each is on the borrower’s record', async () => {
  const journey = await detained();
  const hold = await journey.hold(sedge1);
  const asked = await lendersHold(concord, hold.id);
  accepted(
    await nurse.post(`holds/${asked.id}/refuse`, { reason: 'no-staff', rationale: 'One nurse tonight' }),
    'refuse',
  );
  const sedge = (await bothSides(concord, 'sedge-1')).mirror;
  expect(sedge).toMatchObject({ state: 'available', holdId: null });
  expect((await concord.store.get(concord.areaId, 'place', sedge.placeId))?.staffing?.staffedFor).toBe(0);
  const room = (await bothSides(concord, 'sedge-1')).original.id;
  accepted(await nurse.post(`rooms/${room}/state`, { state: 'available' }), 'open');
  const anew = accepted(
    await nurse.post<Hold>(`holds/${asked.id}/reverse`, { reason: 'A second nurse came' }),
    'reverse',
  );
  expect(anew).toMatchObject({ state: 'accepted', reverses: asked.id, areaId: concord.neighbour().areaId });
  const longer = accepted(
    await nurse.post<Hold>(`holds/${anew.id}/extend`, { minutes: 30, reason: 'Ambulance late' }),
    'extend',
  );
  expect(longer.expiresAt > anew.expiresAt).toBe(true);
  const answer = { reason: 'risk-beyond-safe-staffing', rationale: 'A nurse was hurt: one is left' };
  accepted(await nurse.post(`holds/${anew.id}/refuse`, answer), 'take it back');
  const kinds = (await journey.read()).facts.map(({ kind }) => kind).slice(-5);
  expect(kinds).toEqual(
    [
      'hold-requested',
      'hold-refused',
      'hold-refusal-reversed',
      'hold-accepted',
      'hold-extended',
      'hold-refused',
    ].slice(-5),
  );
  const both = await bothSides(concord, 'sedge-1');
  expect([both.mirror.state, both.original.state, both.original.guest]).toEqual([
    'available',
    'available',
    null,
  ]);
});

test('an unanswered request lapses at its minute on both sides, by the borrower’s agreement', async () => {
  const journey = await detained();
  const hold = await journey.hold(sedge1);
  const asked = await lendersHold(concord, hold.id);
  await concord.advance({ minutes: 30 });
  const late = await nurse.post(`holds/${asked.id}/accept`);
  expect(late.body).toMatchObject({ code: 'hold-ended', details: { state: 'expired' } });
  const both = await bothSides(concord, 'sedge-1');
  expect([both.mirror.state, both.original.state]).toEqual(['available', 'available']);
});

test('P3: over both areas there is one winner, and a loser learns the area and the reference, nothing of the person', async () => {
  const theirController = await concord.neighbour().signIn('neighbour-controller');
  const ours = await detained();
  await ours.hold(sedge1);
  const theirs = await Journey.open(theirController, {
    where: { text: 'Sea wall', district: 'Tarnhithe', position: { lat: 54.93, lon: 2.86 } },
  });
  await theirs.detain();
  const sedge = concord.neighbour().ids.rooms['sedge-1'];
  const lost = await theirController.post(`incidents/${theirs.incidentId}/holds`, { roomId: sedge });
  expect(lost.body).toMatchObject({
    code: 'room-taken',
    details: { heldFor: ours.ref, heldIn: 'Harrowdale and Vale', heldBy: null },
  });
  expect(JSON.stringify(lost.body)).not.toMatch(/Fictional|Cut his arm|Invented Close/);

  await theirs.hold(concord.neighbour().ids.rooms['sedge-2']);
  const other = await detained();
  const second = await control.post(`incidents/${other.incidentId}/holds`, {
    roomId: await mirrorOf(concord, 'sedge-2'),
  });
  expect(second.body).toMatchObject({
    code: 'room-taken',
    details: { heldFor: theirs.ref, heldIn: 'Tarnhithe', heldBy: null },
  });
});

test('of several suites asked over the border the first acceptance withdraws the others, there too', async () => {
  const journey = await detained();
  const lent = await journey.hold(sedge1);
  const own = await journey.hold(concord.ids.rooms['elm-1']);
  const elm = await concord.signIn('suite-nurse');
  accepted(await elm.post(`holds/${own.id}/accept`), 'accept');
  expect(await lendersHold(concord, lent.id)).toMatchObject({
    state: 'released',
    endedBecause: 'Elm Suite accepted',
  });
  expect((await bothSides(concord, 'sedge-1')).original).toMatchObject({ state: 'available', guest: null });
});

test('what becomes known of the person reaches the suite that is asked', async () => {
  const board = await nurse.watch();
  const journey = await detained();
  await journey.hold(sedge1);
  const { original } = await bothSides(concord, 'sedge-1');
  await journey.record({ kind: 'risk-noted', risk: { kind: 'weapons', note: 'A blade', source: 'police' } });
  const risks = (
    await board.until((state) => state.room.get(original.id)?.guest?.person?.risks.length === 2)
  ).room.get(original.id)?.guest?.person?.risks;
  expect(risks).toMatchObject([{ kind: 'self-harm' }, { kind: 'weapons', note: 'A blade' }]);
});

test('a lender’s room closed over the borrower’s person is the borrower’s incident’s business', async () => {
  const journey = await detained();
  const hold = await journey.hold(sedge1);
  accepted(await nurse.post(`holds/${(await lendersHold(concord, hold.id)).id}/accept`), 'accept');
  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await journey.record({ kind: 'arrived', placeId: hold.placeId });
  const { original } = await bothSides(concord, 'sedge-1');
  accepted(
    await nurse.post(`rooms/${original.id}/state`, { state: 'closed', closedReason: 'damage' }),
    'close',
  );
  expect((await journey.read()).facts.at(-1)).toMatchObject({
    kind: 'room-closing',
    roomId: sedge1,
    placeId: hold.placeId,
    reason: 'damage',
  });
  expect((await bothSides(concord, 'sedge-1')).mirror).toMatchObject({
    state: 'occupied',
    closedReason: 'damage',
  });
});

test('only the lender says what its rooms are, and the borrower’s boards follow each word', async () => {
  const refused = await control.post(`rooms/${sedge1}/state`, { state: 'cleaning', source: 'telephone' });
  expect(refused.body).toMatchObject({ code: 'not-your-duty' });
  await concord.advance({ hours: 3 });
  const stale = (await (await detained()).places()).find(({ roomId }) => roomId === sedge1) as RankedRoom;
  expect(stale).toMatchObject({ standing: 'ring', rank: null });
  const sedge = concord.neighbour().ids.places['sedge'];
  accepted(await nurse.post(`places/${sedge}/confirm`), 'confirm');
  const fresh = (await (await detained()).places()).find(({ roomId }) => roomId === sedge1);
  expect(fresh).toMatchObject({ standing: 'offer', confirmedMinutesAgo: 0 });
  const [mirror] = (await concord.store.list(concord.areaId, 'place')).filter(({ lentBy }) => lentBy);
  expect((await concord.store.list(concord.areaId, 'told-status', { placeId: mirror?.id })).length).toBe(0);
});

test('a correction gives the room back to them on both sides', async () => {
  const journey = await detained();
  const hold = await journey.hold(sedge1);
  accepted(await nurse.post(`holds/${(await lendersHold(concord, hold.id)).id}/accept`), 'accept');
  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await journey.record({ kind: 'arrived', placeId: hold.placeId });
  await journey.record({ kind: 'assessment-started', amhp: 'Hollis Brightwater' });
  await journey.record({ kind: 'outcome', code: 'no-mental-disorder', note: '' });
  const back: Incident = await journey.takeBack('outcome');
  expect(back.facts.at(-1)?.kind).toBe('recorded-in-error');
  const both = await bothSides(concord, 'sedge-1');
  expect([both.mirror.incidentId, both.original.incidentId]).toEqual([
    journey.incidentId,
    journey.incidentId,
  ]);
  expect([both.mirror.state, both.original.state]).toEqual(['occupied', 'occupied']);
  expect(both.original.guest).toMatchObject({ incidentRef: journey.ref });
});

test('what a lent suite refuses is on both areas’ ledgers: its own has the reference and the area, and nothing of the person', async () => {
  const journey = await detained();
  const asked = await journey.hold(sedge1);
  await concord.advance({ minutes: 4 });
  const { id } = await lendersHold(concord, asked.id);
  const no = { reason: 'no-staff', rationale: 'One nurse on shift tonight' };
  accepted(await nurse.post(`holds/${id}/refuse`, no), 'refuse');
  const ledger = async (by: Person) => accepted(await by.get<ReplyOf<'refusals'>>('refusals'), 'ledger');
  expect(await ledger(control)).toMatchObject([
    { ...no, incidentId: journey.incidentId, incidentRef: journey.ref, askedFrom: null },
  ]);
  const line = {
    ...no,
    holdId: id,
    incidentId: null,
    incidentRef: journey.ref,
    askedFrom: 'Harrowdale and Vale',
    placeName: 'Sedge Suite',
    tookMinutes: 4,
    next: null,
  };
  const theirs = await ledger(coordinator);
  expect(theirs).toMatchObject([{ ...line, reversal: null }]);
  expect(JSON.stringify(theirs)).not.toMatch(/Fictional|Cut his arm|Invented Close/);
  accepted(await nurse.post(`holds/${id}/reverse`, { reason: 'A second has come on' }), 'reverse');
  expect(await ledger(coordinator)).toMatchObject([{ ...line, reversal: { by: nurse.name } }]);
});
