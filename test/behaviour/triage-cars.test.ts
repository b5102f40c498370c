import type { TriageResource } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let crew: Person;
let board: LiveBoard;
let t1: string;

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, crew] = await concord.signInAs('controller', 'crew');
  board = await control.watch();
  t1 = concord.ids.resources.t1 ?? '';
});
afterAll(() => concord.stop());

test('a crew sets its own car’s state; the board shows state, crew and age within a second', async () => {
  await concord.advance({ minutes: 3 });
  accepted(await crew.post<TriageResource>(`resources/${t1}/state`, { state: 'advising' }), 'advising');
  const car = (await board.until((state) => state.resource.get(t1)?.state === 'advising', 1000)).resource.get(
    t1,
  );
  expect(car).toMatchObject({
    callsign: 'T1',
    crew: ['PC Juniper', 'Nurse Sorrel'],
    observed: { at: '2026-11-22T02:03:00.000Z', source: 'site', by: { name: crew.name } },
  });
});

test('another crew’s car is not theirs to move; the control room’s word is marked as told to it', async () => {
  const t2 = concord.ids.resources.t2 ?? '';
  expect((await crew.post(`resources/${t2}/state`, { state: 'unavailable' })).status).toBe(403);
  const told = accepted(
    await control.post<TriageResource>(`resources/${t2}/state`, { state: 'unavailable' }),
    'told',
  );
  expect(told.observed.source).toBe('telephone');
});

test('a move that is not in the table is refused with the moves that are', async () => {
  accepted(await crew.post(`resources/${t1}/state`, { state: 'available' }), 'free');
  const refused = await crew.post(`resources/${t1}/state`, { state: 'conveying' });
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'not-allowed-in-this-state', details: { state: 'available' } },
  });
});

test('a car sent to a job is not sent to another; clear of it, the incident’s record says so', async () => {
  const journey = await Journey.open(control);
  accepted(await control.post(`resources/${t1}/commit`, { incidentId: journey.incidentId }), 'commit');
  const other = await Journey.open(control);
  expect((await control.post(`resources/${t1}/commit`, { incidentId: other.incidentId })).body).toMatchObject(
    { code: 'not-allowed-in-this-state', details: { incidentRef: journey.ref } },
  );
  accepted(await crew.post(`resources/${t1}/state`, { state: 'available' }), 'clear');
  const incident = await board.until(
    (state) => state.incident.get(journey.incidentId)?.facts.at(-1)?.kind === 'car-cleared',
  );
  expect(incident.resource.get(t1)?.incidentId).toBeNull();
});
