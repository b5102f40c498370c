import type { TwoSided } from '@concord/domain';
import { statutoryLimit, twoSidedFacts } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, alarmOf, alarmsOf, Journey, refusal, startConcord } from '@concord/testing';
import { Client } from 'pg';

let concord: Concord;
let control: Person;
let nurse: Person;
let board: LiveBoard;
let journey: Journey;

/** The suite says 02:12. */
beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
  board = await control.watch();
});
afterEach(() => concord.stop());

const arrived = async (): Promise<void> => {
  journey = await Journey.open(control);
  await journey.detain();
  const hold = await journey.hold(concord.ids.rooms['elm-1']);
  accepted(await nurse.post(`holds/${hold.id}/accept`), 'accept');
  await concord.advance({ minutes: 20 });
  await journey.record({ kind: 'arrived', placeId: hold.placeId, happenedAt: '2026-11-22T02:12:00Z' }, nurse);
};
const bothSay = async (): Promise<TwoSided | undefined> => twoSidedFacts((await journey.read()).facts)[0];
const dispute = async (saysAt: string) => ({
  kind: 'disputed',
  factId: await journey.factId('arrived'),
  saysAt,
  reason: 'Radio log: at the door',
});

test('one side’s word waits for the other’s; both are named', async () => {
  await arrived();
  expect(await bothSay()).toMatchObject({ waitingFor: ['police'], mismatch: false });
  await journey.record({ kind: 'confirmed', factId: await journey.factId('arrived') });
  expect(await bothSay()).toMatchObject({
    waitingFor: [],
    says: { police: '2026-11-22T02:12:00.000Z', health: '2026-11-22T02:12:00.000Z' },
  });
});

test('more than five minutes apart: flagged; the law takes the earlier time, and so do the agreed waits', async () => {
  await arrived();
  await journey.record(await dispute('2026-11-22T02:03:00Z'));
  expect(await bothSay()).toMatchObject({ mismatch: true, apartMinutes: 9 });
  expect(statutoryLimit((await journey.read()).facts)).toMatchObject({
    basis: 'disputed-arrival',
    startedAt: '2026-11-22T02:03:00.000Z',
    readings: [{ basis: 'disputed-arrival' }, { basis: 'arrived-at-first-place-of-safety' }],
  });
  await concord.advance({ minutes: 43 });
  expect(alarmOf(board, journey, 'Police handover')).toMatchObject({
    level: 'over',
    startedAt: '2026-11-22T02:03:00.000Z',
  });
});

test('five minutes apart or less is one time written twice', async () => {
  await arrived();
  await journey.record(await dispute('2026-11-22T02:07:00Z'));
  expect(await bothSay()).toMatchObject({ mismatch: false, apartMinutes: 5 });
});

test('once it is settled the dispute can still be seen', async () => {
  await arrived();
  await journey.record(await dispute('2026-11-22T02:03:00Z'));
  await journey.correct(
    { kind: 'arrived', placeId: concord.ids.places.elm, happenedAt: '2026-11-22T02:03:00Z' },
    'Door camera agrees with the police',
    nurse,
  );
  expect(await bothSay()).toMatchObject({ mismatch: false });
  expect((await journey.read()).facts.map(({ kind }) => kind)).toContain('disputed');
  expect(statutoryLimit((await journey.read()).facts)).toMatchObject({
    startedAt: '2026-11-22T02:03:00.000Z',
  });
});

test('nobody confirms or disputes their own side’s word, nor what only one side can know', async () => {
  await arrived();
  const own = { kind: 'confirmed', factId: await journey.factId('arrived') };
  expect(await refusal(concord, () => journey.tell(own, nurse))).toMatchObject({
    code: 'not-allowed-in-this-state',
    details: { side: 'health' },
  });
  const advice = { kind: 'confirmed', factId: await journey.factId('advice-sought') };
  expect(await refusal(concord, () => journey.tell(advice, nurse))).toMatchObject({ code: 'not-found' });
});

test('an agreement that takes the suite’s time governs the agreed wait; the law’s clock is nobody’s to agree', async () => {
  const client = new Client({ connectionString: concord.databaseUrl });
  await client.connect();
  await client.query(`update agreement set disputed_times = 'health'`);
  await client.end();
  await arrived();
  await journey.record(await dispute('2026-11-22T02:03:00Z'));
  await concord.advance({ minutes: 43 });
  expect(alarmsOf(board, journey, 'Police handover')).toEqual([]);
  await concord.advance({ minutes: 9 });
  expect(alarmOf(board, journey, 'Police handover')).toMatchObject({
    level: 'over',
    startedAt: '2026-11-22T02:12:00.000Z',
  });
  expect(statutoryLimit((await journey.read()).facts)).toMatchObject({
    startedAt: '2026-11-22T02:03:00.000Z',
  });
});
