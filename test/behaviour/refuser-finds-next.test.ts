import type { Hold, Incident, RankedRoom } from '@concord/domain';
import type { Problem } from '@concord/contracts';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, refusal, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let elmNurse: Person;
let alderNurse: Person;
let journey: Journey;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, elmNurse, alderNurse] = await concord.signInAs('controller', 'suite-nurse', 'alder-nurse');
  journey = await Journey.open(control);
  await journey.detain();
});
afterEach(() => concord.stop());

const ask = (room: string, by = control) =>
  by.post<Hold>(`incidents/${journey.incidentId}/holds`, { roomId: concord.ids.rooms[room] });
const refuses = async (
  nurse: Person,
  room: string,
  { reason = 'no-staff', by = control }: { reason?: string; by?: Person } = {},
): Promise<void> => {
  const hold = accepted(await ask(room, by), `ask ${room}`);
  const rationale = 'Two of three on shift are with another person.';
  accepted(await nurse.post(`holds/${hold.id}/refuse`, { reason, rationale }), 'refuse');
};
const places = (by: Person) => by.get<RankedRoom[]>(`incidents/${journey.incidentId}/places`);
const handBack = (by: Person, reason = 'All four have been rung') =>
  by.post<Problem>(`incidents/${journey.incidentId}/search/hand-back`, { reason });
const searchAlarm = async () => {
  const board = await control.watch();
  const found = [...board.state().escalation.values()].find(
    ({ clock }) => clock.kind === 'agreed' && clock.thresholdId === 'refuser-finds-next',
  );
  return found?.steps.map(({ dueAt, called }) => [
    dueAt.slice(11, 16),
    [...new Set(called.map((one) => one.duty))],
  ]);
};

test('a suite that refuses for want of staff finds the next place: it keeps the incident, sees the best places and asks one', async () => {
  await refuses(elmNurse, 'elm-1');
  const seen = await journey.read(elmNurse);
  expect(seen.facts.at(-1)).toMatchObject({
    kind: 'search-owed',
    placeName: 'Elm Suite',
    reason: 'no-staff',
  });
  const [best] = accepted(await places(elmNurse), 'ranking');
  expect(best).toMatchObject({ rank: 1 });
  const asked = accepted(await ask('alder-1', elmNurse), 'ask on their behalf');
  expect(asked.requestedBy.name).toBe(elmNurse.name);
  accepted(await alderNurse.post(`holds/${asked.id}/accept`), 'accept');
  // It is done: somebody takes them, and Elm has no part in it any more.
  expect((await elmNurse.get(`incidents/${journey.incidentId}`)).status).toBe(404);
  expect((await places(elmNurse)).status).toBe(404);
});

test('its own other room is no better known than its refusal: nobody is offered it until the suite speaks again', async () => {
  await refuses(elmNurse, 'elm-1');
  const elm2 = async () =>
    accepted(await places(control), 'ranking').find(({ roomId }) => roomId === concord.ids.rooms['elm-2']);
  const [reason] = (await elm2())?.reasons ?? [];
  expect(reason).toBe('refused this person 02:00, nothing said of room or staff since');
  expect(await ask('elm-2')).toMatchObject({ status: 422, body: { code: 'place-unfit' } });
  await concord.advance({ minutes: 10 });
  const elm = concord.ids.places['elm'] ?? '';
  accepted(await elmNurse.post(`places/${elm}/confirm`), 'nothing changed');
  expect((await elm2())?.reasons[0]).toBe('no staff for another person (staffed for 0)');
  accepted(await elmNurse.post(`places/${elm}/observation`, { staffedFor: 2 }), 'staff came');
  expect(await elm2()).toMatchObject({ standing: 'offer' });
});

test('the search has a clock of its own: the nurse in charge, then the coordinator, then the manager, from the minute of the refusal', async () => {
  await refuses(elmNurse, 'elm-1');
  await concord.advance({ minutes: 41 });
  expect(await searchAlarm()).toEqual([
    ['02:10', ['suite-nurse']],
    ['02:20', ['s136-coordinator']],
    ['02:40', ['on-call-manager']],
  ]);
});

test('only the nurse in charge of the suite that owes the search is called for it: the others have no part in it', async () => {
  await refuses(elmNurse, 'elm-1');
  await concord.advance({ minutes: 11 });
  const onCallAtNight = await concord.signIn('suite-nurse-2');
  const called = concord.sent().filter(({ role }) => role === 'suite-nurse');
  expect(called.map(({ to }) => to)).toEqual([onCallAtNight.name]);
});

test('handed back with a reason, the search is the control room’s, and the clock goes on from the refusal', async () => {
  await refuses(elmNurse, 'elm-1');
  await concord.advance({ minutes: 5 });
  expect((await elmNurse.post(`incidents/${journey.incidentId}/search/hand-back`, {})).status).toBe(400);
  accepted(await handBack(elmNurse), 'hand back');
  expect((await journey.read()).facts.at(-1)).toMatchObject({
    kind: 'search-handed-back',
    reason: 'All four have been rung',
    by: { name: elmNurse.name },
  });
  expect((await elmNurse.get(`incidents/${journey.incidentId}`)).status).toBe(404);
  await concord.advance({ minutes: 16 });
  expect(await searchAlarm()).toEqual([
    ['02:10', ['control-room']],
    ['02:20', ['s136-coordinator']],
  ]);
});

test('two suites refuse: the last owes the search, on a clock of its own, and the first is free of it', async () => {
  await refuses(elmNurse, 'elm-1');
  await concord.advance({ minutes: 4 });
  await refuses(alderNurse, 'alder-1', { reason: 'full', by: elmNurse });
  expect((await elmNurse.get(`incidents/${journey.incidentId}`)).status).toBe(404);
  const seen = await journey.read(alderNurse);
  expect(seen.facts.at(-1)).toMatchObject({ kind: 'search-owed', placeName: 'Alder Suite' });
  expect(JSON.stringify(seen.facts)).not.toContain('elm');
  expect((await handBack(elmNurse)).status).toBe(404);
  await concord.advance({ minutes: 11 });
  expect(await searchAlarm()).toEqual([['02:14', ['suite-nurse']]]);
});

test('a refusal that is about the person leaves the search with the control room', async () => {
  await refuses(elmNurse, 'elm-1', { reason: 'needs-emergency-department' });
  expect((await journey.read()).facts.map(({ kind }) => kind)).not.toContain('search-owed');
  expect((await elmNurse.get(`incidents/${journey.incidentId}`)).status).toBe(404);
});

test('a suite that was only asked may look for no other place, and ask none', async () => {
  accepted(await ask('elm-1'), 'ask Elm');
  for (const send of [() => places(elmNurse), () => ask('alder-1', elmNurse)])
    expect(await send()).toMatchObject({ status: 403, body: { code: 'not-your-duty' } });
  const refused = await refusal(concord, () => handBack(elmNurse));
  expect(refused).toMatchObject({ code: 'not-allowed-in-this-state' });
});

test('the search ends with the detention, and nobody is called for it any more', async () => {
  await refuses(elmNurse, 'elm-1');
  await journey.record({ kind: 'outcome', code: 'released-before-arrival', note: '' });
  await concord.advance({ minutes: 45 });
  expect(await searchAlarm()).toBeUndefined();
  expect((await elmNurse.get(`incidents/${journey.incidentId}`)).status).toBe(404);
});

test('the search ends with a diversion, and nobody is called for it any more', async () => {
  const asked = await Journey.open(control);
  const hold = await asked.hold(concord.ids.rooms['elm-1']);
  const no = { reason: 'no-staff', rationale: 'Two of three on shift are with another person.' };
  accepted(await elmNurse.post(`holds/${hold.id}/refuse`, no), 'refuse');
  await concord.advance({ minutes: 4 });
  await asked.record({ kind: 'diverted', to: 'family-or-gp' });
  await concord.advance({ minutes: 60 });
  expect(await searchAlarm()).toBeUndefined();
});

test('a suite that takes them after all has found the place itself', async () => {
  const hold = accepted(await ask('elm-1'), 'ask');
  const rationale = 'One nurse until the agency comes.';
  accepted(await elmNurse.post(`holds/${hold.id}/refuse`, { reason: 'out-of-area', rationale }), 'refuse');
  accepted(await elmNurse.post(`holds/${hold.id}/reverse`, { reason: 'Agreed with the manager' }), 'reverse');
  const incident = accepted(await elmNurse.get<Incident>(`incidents/${journey.incidentId}`), 'theirs');
  expect(incident.facts.at(-1)).toMatchObject({ kind: 'hold-accepted' });
  await concord.advance({ minutes: 21 });
  expect(await searchAlarm()).toBeUndefined();
});
