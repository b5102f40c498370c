import type { Escalation } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, incidentAlarms, Journey, startConcord } from '@concord/testing';
import { Client } from 'pg';

let concord: Concord;
let control: Person;
let nurse: Person;
let board: LiveBoard;
let elm1: string;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
  board = await control.watch();
  elm1 = concord.ids.rooms['elm-1'] ?? '';
});
afterEach(() => concord.stop());

const escalations = (label: string): Escalation[] =>
  [...board.state().escalation.values()].filter((each) => each.clock.label === label);
const only = (label: string): Escalation => {
  const [found, ...more] = escalations(label);
  if (!found || more.length > 0) throw new Error(`${label}: ${escalations(label).length} escalations`);
  return found;
};
const stepsOf = (escalation: Escalation) =>
  escalation.steps.map((step) => [step.afterMinutes, step.level, step.firedAt]);
/** What no command can do: somebody alters a row behind the engine's back. */
const damage = async (sql: string): Promise<void> => {
  const client = new Client({ connectionString: concord.databaseUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
};
/** Whoever is told of other things in the same minute gets them as one, a line for each. */
const sentTo = (label: string) =>
  concord
    .sent()
    .filter(({ subject, body }) => `${subject}\n${body}`.includes(label))
    .map((message) => message.role);

test('place not found: due at 20 minutes, over at 30, each at its minute, to whoever holds that duty then', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await concord.advance({ minutes: 19, seconds: 59 });
  expect(escalations('Place of safety found')).toEqual([]);
  await concord.advance({ seconds: 1 });
  expect(only('Place of safety found')).toMatchObject({ level: 'due', incidentRef: journey.ref });
  expect(sentTo('Place of safety found')).toEqual(['control-room', 'control-room']);
  await concord.advance({ minutes: 10 });
  const over = only('Place of safety found');
  expect(stepsOf(over)).toEqual([
    [20, 'due', '2026-11-22T02:20:00.000Z'],
    [30, 'over', '2026-11-22T02:30:00.000Z'],
  ]);
  expect(over.steps[1]?.called.map((call) => call.duty)).toEqual(['on-call-manager', 'duty-inspector']);
  expect(over.steps.every((step) => step.lateBySeconds === 0 && step.nobodyFor.length === 0)).toBe(true);
});

test('a place found in time raises nothing, then or later', async () => {
  const journey = await Journey.open(control);
  await journey.arriveAt(nurse, elm1);
  await journey.record({ kind: 'handed-over', acceptedBy: 'Charge nurse' });
  await concord.advance({ minutes: 90 });
  expect(incidentAlarms(board)).toEqual([]);
  expect(concord.sent().filter(({ subject }) => subject.startsWith(journey.ref))).toEqual([]);
});

test('police handover over the hour climbs its ladder until somebody hands over, and no further', async () => {
  const journey = await Journey.open(control);
  await journey.arriveAt(nurse, elm1);
  await concord.advance({ minutes: 91 });
  expect(only('Police handover').steps.map((step) => step.afterMinutes)).toEqual([55, 60, 90]);
  await journey.record({ kind: 'handed-over', acceptedBy: 'Charge nurse' });
  await board.until(() => incidentAlarms(board).every((each) => each.resolvedAt !== null));
  await concord.advance({ hours: 3 });
  const { incidentId } = journey;
  const all = await concord.store.list(concord.areaId, 'escalation', { incidentId });
  expect(all.flatMap((each) => each.steps)).toHaveLength(3);
});

test('handover is timed at a suite, not at an emergency department, under the sample agreement', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await journey.record({ kind: 'arrived', placeId: concord.ids.places['ed-nettlefold'] });
  await concord.advance({ hours: 3 });
  expect(escalations('Police handover')).toEqual([]);
});

test('P2: with the engine stopped nothing fires; started late, everything fires once, in order, and says how late', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await concord.engine.stop();
  await concord.advance({ minutes: 75 });
  expect(escalations('Place of safety found')).toEqual([]);
  await concord.engine.start();
  const late = only('Place of safety found');
  expect(late.steps.map((step) => [step.afterMinutes, step.dueAt, step.lateBySeconds])).toEqual([
    [20, '2026-11-22T02:20:00.000Z', 55 * 60],
    [30, '2026-11-22T02:30:00.000Z', 45 * 60],
    [60, '2026-11-22T03:00:00.000Z', 15 * 60],
  ]);
  await concord.engine.stop();
  await concord.engine.start();
  expect(only('Place of safety found').steps).toHaveLength(3);
  expect(sentTo('Place of safety found')).toHaveLength(2 + 2 + 2);
});

test('P2: an outage between two steps does not move the later one', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await concord.advance({ minutes: 20 });
  await concord.engine.stop();
  await concord.advance({ minutes: 35 });
  await concord.engine.start();
  await concord.advance({ minutes: 5 });
  expect(only('Place of safety found').steps.map((step) => [step.afterMinutes, step.firedAt])).toEqual([
    [20, '2026-11-22T02:20:00.000Z'],
    [30, '2026-11-22T02:55:00.000Z'],
    [60, '2026-11-22T03:00:00.000Z'],
  ]);
});

test('P2: what passed while the engine was stopped is on the record, late, even if the wait is over before it is back', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await concord.engine.stop();
  await concord.advance({ minutes: 35 });
  const hold = await journey.hold(elm1);
  accepted(await nurse.post(`holds/${hold.id}/accept`), 'accept');
  await concord.engine.start();
  const all = accepted(
    await control.get<Escalation[]>(`incidents/${journey.incidentId}/escalations`),
    'escalations',
  );
  const found = all.filter(({ clock }) => clock.label === 'Place of safety found');
  expect(found).toMatchObject([{ level: 'over', resolvedAt: '2026-11-22T02:35:00.000Z' }]);
  expect(found[0]?.steps.map((step) => [step.afterMinutes, step.lateBySeconds])).toEqual([
    [20, 15 * 60],
    [30, 5 * 60],
  ]);
});

test('many sweeps at once fire each step once', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await concord.engine.stop();
  await concord.advance({ minutes: 31 });
  await Promise.all(Array.from({ length: 12 }, () => concord.fireDueTimers()));
  await concord.engine.start();
  expect(only('Place of safety found').steps).toHaveLength(2);
});

test('somebody takes ownership by name; a second is told who; a breach asks again', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await concord.advance({ minutes: 20 });
  const due = only('Place of safety found');
  const seen = { seenRevision: due.revision };
  accepted(await control.post(`escalations/${due.id}/own`, seen), 'own');
  const other = await concord.signIn('controller-2');
  expect((await other.post(`escalations/${due.id}/own`)).body).toMatchObject({
    code: 'already-owned',
    details: { ownedBy: { name: control.name } },
  });
  await concord.advance({ minutes: 10 });
  expect(only('Place of safety found')).toMatchObject({ level: 'over', ownedBy: null });
  expect((await other.post(`escalations/${due.id}/own`, seen)).body).toMatchObject({
    code: 'changed-since-seen',
  });
  accepted(
    await other.post(`escalations/${due.id}/own`, { seenRevision: only('Place of safety found').revision }),
    'own the breach',
  );
  await board.until(() => only('Place of safety found').ownedBy?.name === other.name);
});

test('a suite that takes back its acceptance lets the search clock go on from the detention', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  const hold = await journey.hold(elm1);
  accepted(await nurse.post(`holds/${hold.id}/accept`), 'accept');
  await concord.advance({ minutes: 40 });
  expect(escalations('Place of safety found')).toEqual([]);
  const answer = { reason: 'closed', rationale: 'Flooded from the floor above' };
  accepted(await nurse.post(`holds/${hold.id}/refuse`, answer), 'take it back');
  await concord.advance({ minutes: 1 });
  const found = only('Place of safety found');
  expect(found.startedAt).toBe('2026-11-22T02:00:00.000Z');
  expect(found.level).toBe('over');
});

test('a fact entered late makes its clock late, not the engine', async () => {
  const journey = await Journey.open(control);
  await concord.advance({ hours: 1 });
  await journey.record({
    kind: 'advice-not-practicable',
    reason: 'In the water',
    happenedAt: '2026-11-22T02:05:00Z',
  });
  await journey.record({ kind: 'detained', officer: 'PC 4411', happenedAt: '2026-11-22T02:10:00Z' });
  await concord.advance({ seconds: 1 });
  const found = only('Place of safety found');
  expect(found.startedAt).toBe('2026-11-22T02:10:00.000Z');
  expect(found.steps.map((step) => [step.afterMinutes, step.lateBySeconds <= 1])).toEqual([
    [20, true],
    [30, true],
  ]);
});

test('the statutory limit warns on its own ladder and, at 24 elapsed hours, says the detention is over its limit', async () => {
  const journey = await Journey.open(control);
  await journey.arriveAt(nurse, elm1);
  await journey.record({ kind: 'handed-over', acceptedBy: 'Charge nurse' });
  await concord.advance({ hours: 23, minutes: 59 });
  expect(only('24-hour limit')).toMatchObject({ level: 'due', clock: { kind: 'statutory' } });
  await concord.advance({ minutes: 1 });
  expect(only('24-hour limit').steps.map((step) => step.afterMinutes / 60)).toEqual([12, 18, 21, 23, 24]);
  expect(only('24-hour limit').level).toBe('over');
});

test('a timer that cannot fire holds up no other, and silences the engine’s heartbeat so that consoles turn red', async () => {
  const [broken, sound] = [await Journey.open(control), await Journey.open(control)];
  await broken.detain();
  await sound.detain();
  await damage(
    `update timer set point = 'nothing/' || point where incident_id = '${broken.incidentId}' and point like '%/20'`,
  );
  await concord.advance({ minutes: 30 });
  const fired = escalations('Place of safety found').map((each) => [
    each.incidentRef,
    each.steps.map((step) => step.afterMinutes),
  ]);
  expect(fired).toEqual(
    expect.arrayContaining([
      [sound.ref, [20, 30]],
      [broken.ref, [30]],
    ]),
  );
  await board.until((_, { pulse }) => pulse?.engine.state === 'silent', 15_000);
}, 30_000);
