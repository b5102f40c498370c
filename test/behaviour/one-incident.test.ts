import type { Escalation, Fact, Hold, Incident, Room, TriageResource } from '@concord/domain';
import { stateOf, statutoryLimit } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, askedKey, Journey, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let nurse: Person;
let crew: Person;
let boards: { control: LiveBoard; nurse: LiveBoard; crew: LiveBoard };

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, nurse, crew] = await concord.signInAs('controller', 'suite-nurse', 'crew');
  const [c, n, w] = await Promise.all([control.watch(), nurse.watch(), crew.watch()]);
  boards = { control: c, nurse: n, crew: w };
});
afterAll(() => concord.stop());

const WITHIN = 1000;
const kindsOf = (facts: readonly Fact[] = []) => facts.map((fact) => fact.kind);
const seen = (board: LiveBoard, id: string, fact: Fact['kind']) =>
  board.until((state) => kindsOf(state.incident.get(id)?.facts).includes(fact), WITHIN);

test('one incident, from first call to close: every screen that is party to it shows every step within a second', async () => {
  const journey = await Journey.open(control);
  const { incidentId: id } = journey;
  await boards.control.until((state) => state.incident.has(id), WITHIN);

  // The crew is sent and sees its job.
  const t1 = concord.ids.resources.t1 ?? '';
  accepted(await control.post<TriageResource>(`resources/${t1}/commit`, { incidentId: id }), 'commit');
  await boards.crew.until(
    (state) => state.incident.has(id) && state.resource.get(t1)?.state === 'en-route',
    WITHIN,
  );
  accepted(await crew.post(`resources/${t1}/state`, { state: 'on-scene' }), 'on scene');
  await boards.control.until((state) => state.resource.get(t1)?.state === 'on-scene', WITHIN);

  await journey.record(
    { kind: 'advice-sought', adviser: 'Nurse Sorrel', profession: 'nurse', advice: 'No known plan' },
    crew,
  );
  await seen(boards.control, id, 'advice-sought');
  await journey.record({ kind: 'detained', officer: 'PC Juniper' }, crew);
  await seen(boards.control, id, 'detained');
  expect(boards.nurse.state().incident.has(id)).toBe(false);

  // A room is held; the suite sees it arrive with the time it has to answer, and accepts.
  const elm1 = concord.ids.rooms['elm-1'] ?? '';
  const hold = await journey.hold(elm1);
  const asked = await boards.nurse.until(
    (state) => state.hold.get(hold.id)?.state === 'requested' && state.incident.has(id),
    WITHIN,
  );
  expect(asked.hold.get(hold.id)?.expiresAt).toBe('2026-11-22T02:30:00.000Z');
  await concord.advance({ minutes: 4 });
  accepted(await nurse.post<Hold>(`holds/${hold.id}/accept`, { seenRevision: hold.revision }), 'accept');
  await boards.control.until((state) => state.hold.get(hold.id)?.answeredBy?.name === nurse.name, WITHIN);

  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' }, crew);
  await seen(boards.nurse, id, 'conveyance-started');
  await concord.advance({ minutes: 21 });
  await journey.record({ kind: 'arrived', placeId: hold.placeId }, nurse);
  const arrived = await seen(boards.control, id, 'arrived');
  expect(arrived.room.get(elm1)).toMatchObject({ state: 'occupied', incidentId: id });
  expect(statutoryLimit(arrived.incident.get(id)?.facts ?? [])).toMatchObject({
    basis: 'arrived-at-first-place-of-safety',
    startedAt: '2026-11-22T02:25:00.000Z',
    endsAt: '2026-11-23T02:25:00.000Z',
    endedAt: null,
  });

  // The AMHP is asked, accepts on their own screen, and attends.
  const request = await journey.requestAmhp();
  const amhp = await concord.signIn(askedKey(concord, request));
  const phone = await amhp.watch();
  expect(phone.state()['amhp-request'].get(request.id)?.state).toBe('offered');
  accepted(
    await amhp.post(`amhp-requests/${request.id}/accept`, { seenRevision: request.revision }),
    'AMHP accepts',
  );
  await seen(boards.control, id, 'amhp-accepted');
  for (const state of ['travelling', 'on-scene'])
    accepted(await amhp.post(`amhp-requests/${request.id}/progress`, { state }), state);
  await seen(boards.control, id, 'amhp-on-scene');

  await journey.record({ kind: 'handed-over', acceptedBy: 'Charge nurse, Elm Suite' }, nurse);
  await seen(boards.control, id, 'handed-over');
  await journey.record({ kind: 'assessment-started', amhp: amhp.name }, amhp);
  await seen(boards.nurse, id, 'assessment-started');
  await journey.record(
    { kind: 'outcome', code: 'discharged-with-follow-up', note: 'Home treatment team tomorrow' },
    amhp,
  );
  const ended = await seen(boards.control, id, 'outcome');
  expect(ended.room.get(elm1)).toMatchObject({ state: 'cleaning', incidentId: null });
  expect(ended['amhp-request'].get(request.id)?.state ?? 'done').toBe('done');
  expect(statutoryLimit(ended.incident.get(id)?.facts ?? [])?.endedAt).toBe(await concord.now());

  await journey.record({ kind: 'closed' });
  const closed = await boards.control.until(
    (state) => stateOf(state.incident.get(id)?.facts ?? []) === 'closed',
    WITHIN,
  );
  expect(closed.resource.get(t1)).toMatchObject({ state: 'available', incidentId: null });
  expect(
    [...closed.escalation.values()].filter(
      (open: Escalation) => open.incidentId === id && open.resolvedAt === null,
    ),
  ).toEqual([]);
});

test('the suite says the room is ready, in one command, and the control room sees it within a second', async () => {
  const elm1 = concord.ids.rooms['elm-1'] ?? '';
  accepted(await nurse.post<Room>(`rooms/${elm1}/state`, { state: 'available' }), 'ready');
  const state = await boards.control.until((board) => board.room.get(elm1)?.state === 'available', WITHIN);
  expect(state.room.get(elm1)?.observed).toMatchObject({ source: 'site', by: { name: nurse.name } });
});

test('an incident that ends in advice and an alternative closes without ever being a detention', async () => {
  const journey = await Journey.open(control);
  await journey.record({
    kind: 'advice-sought',
    adviser: 'Nurse Sorrel',
    profession: 'nurse',
    advice: 'Crisis café is open',
  });
  const diverted = await journey.record({ kind: 'diverted', to: 'crisis-cafe' });
  expect(stateOf(diverted.facts)).toBe('diverted');
  expect(statutoryLimit(diverted.facts)).toBeUndefined();
  const refused = await control.post(`incidents/${journey.incidentId}/facts`, {
    kind: 'detained',
    officer: 'PC 4411',
  });
  expect(refused).toMatchObject({ status: 409, body: { code: 'not-allowed-in-this-state' } });
});

test('after closing, the incident can still be read in full', async () => {
  const journey = await Journey.open(control);
  await journey.record({ kind: 'diverted', to: 'no-further-need' });
  const read = accepted(await control.get<Incident>(`incidents/${journey.incidentId}`), 'read');
  expect(kindsOf(read.facts)).toEqual(['opened', 'person-described', 'diverted']);
});
