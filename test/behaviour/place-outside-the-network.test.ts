import type { Hold, Incident } from '@concord/domain';
import { statutoryLimit } from '@concord/domain';
import type { Problem } from '@concord/contracts';
import type { Concord, Person } from '@concord/testing';
import { accepted, alarmOf, incidentAlarms, Journey, refusal, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let elmNurse: Person;
let journey: Journey;

const quarryBank = {
  kind: 'outside-accepted',
  placeName: 'Quarry Bank Suite',
  placeKind: 'suite',
  telephone: '01632 960 700',
  acceptedBy: 'Sister Oyelaran',
};

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, elmNurse] = await concord.signInAs('controller', 'suite-nurse');
  journey = await Journey.open(control);
  await journey.detain();
});
afterEach(() => concord.stop());

const ask = (room: string) =>
  control.post<Hold & Problem>(`incidents/${journey.incidentId}/holds`, { roomId: concord.ids.rooms[room] });
const outsideId = ({ facts }: Incident): string => {
  const fact = facts.findLast(({ kind }) => kind === 'outside-accepted');
  return fact?.kind === 'outside-accepted' ? fact.placeId : '';
};

test('a place outside the network counts as a place found, and the suites that were asked are told', async () => {
  const hold = accepted(await ask('elm-1'), 'ask Elm');
  const board = await elmNurse.watch();
  await concord.advance({ minutes: 10 });
  const incident = await journey.record(quarryBank);
  expect(incident.facts.at(-2)).toMatchObject({ ...quarryBank, nation: 'england' });
  await board.until(({ hold: holds }) => holds.get(hold.id)?.state === 'released');
  expect(board.state().hold.get(hold.id)?.endedBecause).toBe('Quarry Bank Suite accepted');
  await concord.advance({ hours: 1 });
  const seen = await control.watch();
  const clocks = [...seen.state().escalation.values()].map(({ clock }) => clock.label);
  expect(clocks).not.toContain('Place of safety found');
});

test('an arrival there starts the 24 hours, as at any place of safety', async () => {
  const placeId = outsideId(await journey.record(quarryBank));
  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await concord.advance({ minutes: 50 });
  const incident = await journey.record({ kind: 'arrived', placeId });
  expect(incident.facts.at(-1)).toMatchObject({
    placeName: 'Quarry Bank Suite',
    placeKind: 'suite',
    roomId: null,
  });
  expect(statutoryLimit(incident.facts)).toMatchObject({ endsAt: '2026-11-23T02:50:00.000Z' });
  await concord.advance({ minutes: 61 });
  const board = await control.watch();
  expect(alarmOf(board, { incidentId: journey.incidentId }, 'Police handover').level).toBe('over');
});

test('a home outside the network is a place of safety only if the person agrees to it', async () => {
  const home = { ...quarryBank, placeName: '8 Fern Row', placeKind: 'dwelling', acceptedBy: 'Their sister' };
  const placeId = outsideId(await journey.record(home));
  const arrived = { kind: 'arrived', placeId };
  expect((await refusal(concord, () => journey.tell<Problem>(arrived))).code).toBe('unlawful');
  await journey.record({ ...arrived, dwelling: { personAgrees: true, occupier: 'Their sister' } });
});

test('a police station is never recorded so: it has rules of its own', async () => {
  const station = await journey.tell<Problem>({ ...quarryBank, placeKind: 'police-station' });
  expect(station.status).toBe(400);
});

test('while it takes them no room is held here; when it no longer does, the search goes on from where it began', async () => {
  await journey.record(quarryBank);
  const refused = await refusal(concord, () => ask('elm-1'));
  expect(refused).toMatchObject({
    code: 'hold-exists',
    details: { outside: { placeName: 'Quarry Bank Suite' } },
  });
  await concord.advance({ minutes: 31 });
  await journey.record({ kind: 'outside-withdrew', reason: 'A transfer came first' });
  await concord.advance({ seconds: 1 });
  const board = await control.watch();
  expect(alarmOf(board, { incidentId: journey.incidentId }, 'Place of safety found').level).toBe('over');
  accepted(await ask('elm-1'), 'ask Elm');
  expect(
    (await refusal(concord, () => journey.tell<Problem>({ kind: 'outside-withdrew', reason: 'Again' }))).code,
  ).toBe('not-allowed-in-this-state');
});

test('a place over the border keeps its own nation, and what was misheard of it is put right', async () => {
  const placeId = outsideId(await journey.record({ ...quarryBank, nation: 'wales' }));
  const corrected = await journey.correct({
    ...quarryBank,
    kind: 'outside-accepted',
    nation: 'wales',
    telephone: '01632 960 711',
  });
  expect(outsideId(corrected)).toBe(placeId);
  const incident = await journey.record({ kind: 'arrived', placeId });
  expect(incident.facts.at(-1)).toMatchObject({ placeName: 'Quarry Bank Suite' });
});

test('a suite that refused and finds a place outside has found the next', async () => {
  const hold = accepted(await ask('elm-1'), 'ask');
  const rationale = 'Both rooms are taken by a transfer.';
  accepted(await elmNurse.post(`holds/${hold.id}/refuse`, { reason: 'full', rationale }), 'refuse');
  await journey.record(quarryBank, elmNurse);
  await concord.advance({ minutes: 45 });
  const board = await control.watch();
  const clocks = incidentAlarms(board).map(({ clock }) => clock.label);
  expect(clocks).toEqual([]);
});
