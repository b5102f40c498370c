import { setTimeout as pause } from 'node:timers/promises';
import type { AuditFinding } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, askedKey, Journey, startConcord } from '@concord/testing';
import { auditorOf, damage } from './auditing';

let concord: Concord;
let control: Person;
let nurse: Person;
let audited: () => Promise<readonly AuditFinding[]>;

const start = async (tellSilentAfterSeconds?: number): Promise<void> => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z', tellSilentAfterSeconds });
  [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
  audited = auditorOf(concord);
};
beforeEach(() => start());
afterEach(() => concord.stop());

const detained = async (): Promise<Journey> => {
  const journey = await Journey.open(control);
  await journey.detain();
  return journey;
};
const SEARCH = 'Place of safety found';

test('a night in which everything was called in time, corrected and ended raises no false alarm', async () => {
  const arrived = await Journey.open(control);
  await detained();
  await arrived.arriveAt(nurse, concord.ids.rooms['elm-1'] ?? '');
  await concord.advance({ minutes: 35 });
  expect(await audited()).toEqual([]);
  const [elm, at] = [concord.ids.places['elm'], '2026-11-22T02:02:00.000Z'];
  await arrived.correct({ kind: 'arrived', placeId: elm, happenedAt: at }, 'The door log says 02:02');
  await concord.advance({ hours: 2 });
  expect(await audited()).toEqual([]);
  await arrived.record({ kind: 'handed-over', acceptedBy: 'Charge nurse' });
  await concord.advance({ hours: 23 });
  expect(await audited()).toEqual([]);
});

test('an engine that was away has lost nothing once it is back; while it is away, what is due is said to be uncalled', async () => {
  const journey = await detained();
  await concord.engine.stop();
  await concord.advance({ minutes: 25 });
  expect(await audited()).toMatchObject([
    { fault: 'lost', about: journey.ref, of: SEARCH, dueAt: '2026-11-22T02:20:00.000Z' },
  ]);
  await concord.engine.start();
  expect(await audited()).toEqual([]);
});

test.each([
  ['taken away', 'delete from timer', 'lost'],
  ['put off', `update timer set due_at = due_at + interval '1 day'`, 'lost'],
  ['called done that was not', `update timer set state = 'fired'`, 'lost'],
  ['brought forward', `update timer set due_at = due_at - interval '10 minutes'`, 'early'],
] as const)('a timer that was %s behind the engine is found', async (_what, sql, fault) => {
  const journey = await detained();
  await damage(concord, `${sql} where incident_id = '${journey.incidentId}'`);
  await concord.advance({ minutes: 21 });
  expect(await audited()).toEqual(
    expect.arrayContaining([expect.objectContaining({ fault, about: journey.ref, of: SEARCH })]),
  );
});

test.each([
  ['a step taken out', `update escalation set steps = '[]'`, ['lost', 'altered']],
  ['a step written twice', `update escalation set steps = steps || steps`, ['doubled', 'altered']],
  ['its end made up', `update escalation set resolved_at = '2026-11-22T02:21:00Z'`, ['altered']],
  ['the whole of it gone', `delete from escalation`, ['lost']],
] as const)('an escalation with %s is found', async (_what, sql, faults) => {
  const journey = await detained();
  await concord.advance({ minutes: 21 });
  await damage(concord, `${sql} where incident_id = '${journey.incidentId}'`);
  expect((await audited()).map(({ fault }) => fault).sort()).toEqual([...faults].sort());
});

test('a finding stays until it is mended, even when its incident has ended', async () => {
  const journey = await detained();
  await damage(concord, `delete from timer where incident_id = '${journey.incidentId}'`);
  await concord.advance({ minutes: 21 });
  expect(await audited()).toHaveLength(1);
  await journey.record({ kind: 'incident-in-error', reason: 'Opened twice' });
  expect(await audited()).toHaveLength(1);
});

test('a hold and an offer past their time that nobody ended are found, and a place that nobody was asked about', async () => {
  const journey = await detained();
  await journey.hold(concord.ids.rooms['elm-1'] ?? '');
  await damage(concord, `delete from timer`);
  await concord.advance({ minutes: 31 });
  const found = (await audited()).map(({ of }) => of);
  expect(found).toEqual(expect.arrayContaining(['Hold', 'Status of a place', SEARCH]));
});

test('the second step of a place’s alarm is found, if it was lost', async () => {
  await concord.advance({ minutes: 35 });
  expect(await audited()).toEqual([]);
  await damage(concord, `delete from timer where kind = 'place-status' and point = 'unknown'`);
  await concord.advance({ minutes: 30 });
  expect((await audited()).map(({ of }) => of)).toContain('Status of a place');
});

test('a request that nobody could be asked is found, if it was not tried again in time', async () => {
  const request = await (await detained()).requestAmhp();
  const now = () => concord.store.get(concord.areaId, 'amhp-request', request.id);
  for (let so = await now(); so?.state === 'offered'; so = await now()) {
    const asked = await concord.signIn(askedKey(concord, so));
    const answer = { code: 'on-another' };
    accepted(await asked.post(`amhp-requests/${request.id}/decline`, answer), 'decline');
  }
  await concord.advance({ minutes: 25 });
  expect(await audited()).toEqual([]);
  await damage(concord, `delete from timer where kind = 'offer-answer'`);
  await concord.advance({ minutes: 12 });
  expect(await audited()).toMatchObject([{ fault: 'lost', of: 'AMHP offer' }]);
});

test('an owner unheard of for longer than agreed is found, if nobody took it from them', async () => {
  const { incidentId } = await detained();
  await concord.advance({ minutes: 30 });
  const [alarm] = await concord.store.list(concord.areaId, 'escalation', { incidentId });
  accepted(await control.post(`escalations/${alarm?.id}/own`, {}), 'own');
  await concord.advance({ minutes: 15 });
  expect(await audited()).toEqual([]);
  await damage(concord, `delete from timer where kind = 'owner-quiet'`);
  await concord.advance({ minutes: 6 });
  expect(await audited()).toMatchObject([{ fault: 'lost', of: `${SEARCH}, its owner` }]);
});

test.each([
  ['taken away', 'delete from notification', [{ fault: 'lost', of: `${SEARCH}, its message` }]],
  ['put off', `update notification set try_at = '2030-01-01T00:00:00Z'`, [{ fault: 'altered' }]],
  ['left lying', 'select', [{ fault: 'lost', of: 'Message' }]],
] as const)('a message of a step that was %s is found', async (_what, sql, faults) => {
  const { incidentId } = await detained();
  await concord.engine.stop();
  await concord.advance({ minutes: 20 });
  await concord.fireDueTimers();
  await damage(concord, sql === 'select' ? sql : `${sql} where incident_id = '${incidentId}'`);
  await concord.advance({ seconds: 11 });
  expect(await audited()).toMatchObject(faults);
});

test('those on call are told of a silent engine by message, once each, by the process that still runs', async () => {
  await concord.stop();
  await start(1);
  await concord.engine.stop();
  const told = () => concord.sent().filter(({ subject }) => subject.includes('ESCALATION ENGINE SILENT'));
  const until = Date.now() + 10_000;
  while (told().length === 0 && Date.now() < until) await pause(100);
  expect(
    told()
      .map(({ role }) => role)
      .sort(),
  ).toEqual(['duty-inspector', 'on-call-manager', 's136-coordinator']);
  await pause(2_500);
  expect(told()).toHaveLength(3);
});
