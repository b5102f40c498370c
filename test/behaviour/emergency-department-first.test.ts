import type { Incident } from '@concord/domain';
import { holdingAt, standing, stateOf, statutoryLimit } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, alarmOf, alarmsOf, Journey, refusal, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let nurse: Person;
let board: LiveBoard;
let ed: string;
let elm: string;
let elm1: string;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
  board = await control.watch();
  [ed, elm, elm1] = [
    concord.ids.places['ed-nettlefold'] ?? '',
    concord.ids.places.elm ?? '',
    concord.ids.rooms['elm-1'] ?? '',
  ];
});
afterEach(() => concord.stop());

const limit = ({ facts }: Pick<Incident, 'facts'>) => statutoryLimit(facts);

/** The suite says that its rooms are as shown, and takes the person. */
const transferToElm = async (journey: Journey, room = elm1): Promise<void> => {
  accepted(await nurse.post(`places/${elm}/confirm`), 'confirm');
  const hold = await journey.hold(room);
  accepted(await nurse.post(`holds/${hold.id}/accept`), 'accept');
  await journey.record({
    kind: 'conveyance-started',
    mode: 'ambulance',
    authorisedBy: { name: 'PC 4411', role: 'constable' },
  });
  await concord.advance({ minutes: 20 });
  await journey.record({ kind: 'arrived', placeId: elm });
};

test('emergency department, then the suite: one clock from the first arrival, and the suite sees the time left of it', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await concord.advance({ minutes: 30 });
  await journey.record({ kind: 'arrived', placeId: ed });
  const suite = await nurse.watch();
  await concord.advance({ hours: 18 });
  await transferToElm(journey);
  const seen = (await suite.until((state) => state.incident.has(journey.incidentId))).incident.get(
    journey.incidentId,
  );
  expect(limit(seen as Incident)).toMatchObject({
    basis: 'arrived-at-first-place-of-safety',
    startedAt: '2026-11-22T02:30:00.000Z',
    endsAt: '2026-11-23T02:30:00.000Z',
  });
  const left = Date.parse('2026-11-23T02:30:00Z') - Date.parse(await concord.now());
  expect(left / 3_600_000).toBeLessThan(6);
  const legs = standing(seen?.facts ?? []).filter(
    ({ kind }) => kind === 'arrived' || kind === 'conveyance-started',
  );
  expect(legs.map(({ kind, happenedAt }) => [kind, happenedAt])).toEqual([
    ['arrived', '2026-11-22T02:30:00.000Z'],
    ['conveyance-started', '2026-11-22T20:30:00.000Z'],
    ['arrived', '2026-11-22T20:50:00.000Z'],
  ]);
  await concord.advance({ hours: 5, minutes: 40 });
  expect(alarmOf(board, journey, '24-hour limit')).toMatchObject({
    level: 'over',
    startedAt: '2026-11-22T02:30:00.000Z',
  });
});

test('each place has its own agreed wait for handover, and each is called for itself', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await journey.record({ kind: 'arrived', placeId: ed });
  await concord.advance({ minutes: 90 });
  expect(alarmOf(board, journey, 'Police handover (emergency department)')).toMatchObject({
    level: 'due',
    open: true,
  });
  await transferToElm(journey);
  await concord.shown();
  expect(alarmOf(board, journey, 'Police handover (emergency department)').open).toBe(false);
  expect(alarmsOf(board, journey, 'Police handover')).toEqual([]);
  await concord.advance({ minutes: 60 });
  expect(alarmOf(board, journey, 'Police handover')).toMatchObject({
    level: 'over',
    startedAt: '2026-11-22T03:50:00.000Z',
  });
});

test('nobody is moved after the permitted period: the record asks how the detention ended', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await journey.record({ kind: 'arrived', placeId: ed });
  await concord.advance({ hours: 24 });
  const late = await refusal(concord, () => journey.tell({ kind: 'conveyance-started', mode: 'ambulance' }));
  expect(late).toMatchObject({ code: 'unlawful', rule: expect.stringContaining('s136(3)') as unknown });
  await journey.record({ kind: 'outcome', code: 'expired-unassessed' });
  expect(stateOf((await journey.read()).facts)).toBe('concluded');
});

test('kept in an emergency department they were already in: the clock is the decision, not the walking in', async () => {
  await concord.advance({ hours: 3 });
  const journey = await Journey.open(control, { happenedAt: '2026-11-22T04:20:00Z' });
  await journey.detain({ power: 's136-kept', happenedAt: '2026-11-22T04:40:00Z' });
  await journey.record({ kind: 'arrived', placeId: ed, happenedAt: '2026-11-22T02:10:00Z' });
  expect(limit(await journey.read())).toMatchObject({
    basis: 'decision-to-keep-at-a-place-of-safety',
    startedAt: '2026-11-22T04:40:00.000Z',
    readings: [{ startedAt: '2026-11-22T04:40:00.000Z' }],
  });
});

test('police leave before anybody accepts the person: nobody holds them, and the wait runs on until somebody does by name', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await journey.record({ kind: 'arrived', placeId: ed });
  await concord.advance({ minutes: 40 });
  const noRisk = await refusal(concord, () => journey.tell({ kind: 'police-left', officer: 'PC 4411' }));
  expect(noRisk).toMatchObject({ code: 'invalid', errors: [{ field: 'agreedRisk' }] });
  await journey.record({ kind: 'police-left', officer: 'PC 4411', agreedRisk: 'Low, calm, wishes to stay' });
  const holding = async () => holdingAt((await journey.read()).facts, await concord.now());
  expect(await holding()).toMatchObject({
    by: 'nobody',
    unaccepted: true,
    since: '2026-11-22T02:40:00.000Z',
  });
  await concord.advance({ minutes: 80 });
  expect(alarmOf(board, journey, 'Police handover (emergency department)')).toMatchObject({
    level: 'over',
    called: [
      ['2026-11-22T03:30:00.000Z', 'control-room'],
      ['2026-11-22T04:00:00.000Z', 'duty-inspector', 's136-coordinator'],
    ],
  });
  const nameless = await refusal(concord, () => journey.tell({ kind: 'handed-over', acceptedBy: ' ' }));
  expect(nameless.errors).toMatchObject([{ field: 'acceptedBy' }]);
  await journey.record({ kind: 'handed-over', acceptedBy: 'Sister Rue, nurse in charge' });
  await concord.shown();
  expect(await holding()).toMatchObject({
    by: 'place',
    who: 'Sister Rue, nurse in charge',
    unaccepted: false,
  });
  expect(alarmOf(board, journey, 'Police handover (emergency department)').open).toBe(false);
  expect(limit(await journey.read())?.endedAt).toBeNull();
});

const elmRoom = async (journey: Journey, room: string) =>
  (await journey.places()).find(({ roomId }) => roomId === concord.ids.rooms[room]);

test('from the suite to the emergency department and back: rooms of that suite can be held again', async () => {
  const journey = await Journey.open(control);
  await journey.arriveAt(nurse, elm1);
  expect(await elmRoom(journey, 'elm-2')).toMatchObject({
    standing: 'no',
    reasons: expect.arrayContaining(['they are at this suite now']) as unknown,
  });
  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await journey.record({ kind: 'arrived', placeId: ed });
  expect(await elmRoom(journey, 'elm-2')).toMatchObject({ standing: 'offer' });
  await transferToElm(journey, concord.ids.rooms['elm-2']);
});

test('"needs the emergency department first" bars the suite until they have been at one, and no longer', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  const hold = await journey.hold(elm1);
  const needs = {
    reason: 'needs-emergency-department',
    rationale: 'Head injury: to be seen and scanned first.',
  };
  accepted(await nurse.post(`holds/${hold.id}/refuse`, needs), 'refuse');
  expect(await elmRoom(journey, 'elm-2')).toMatchObject({ standing: 'no' });
  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await concord.advance({ minutes: 20 });
  await journey.record({ kind: 'arrived', placeId: ed });
  expect(await elmRoom(journey, 'elm-1')).toMatchObject({ standing: 'offer' });
  await transferToElm(journey);
});
