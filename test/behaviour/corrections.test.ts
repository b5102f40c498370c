import type { BoardSnapshot } from '@concord/contracts';
import type { Escalation } from '@concord/domain';
import { standing, statutoryLimit } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, alarmOf, alarmsOf, Journey, refusal, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let second: Person;
let nurse: Person;
let board: LiveBoard;
let elm: string;
let elm1: string;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, second, nurse] = await concord.signInAs('controller', 'controller-2', 'suite-nurse');
  board = await second.watch();
  [elm, elm1] = [concord.ids.places.elm ?? '', concord.ids.rooms['elm-1'] ?? ''];
});
afterEach(() => concord.stop());

const arrivedAt = (happenedAt: string) => ({ kind: 'arrived' as const, placeId: elm, happenedAt });

test('put right, every clock is computed anew on every console within a second, and the old words can still be read', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await concord.advance({ minutes: 40 });
  await journey.record(arrivedAt('2026-11-22T02:30:00Z'));
  await journey.correct(arrivedAt('2026-11-22T02:20:00Z'), 'The door log says 02:20');
  const state = await board.until(
    ({ incident }) =>
      statutoryLimit(incident.get(journey.incidentId)?.facts ?? [])?.startedAt === '2026-11-22T02:20:00.000Z',
    1000,
  );
  const facts = state.incident.get(journey.incidentId)?.facts ?? [];
  const arrivals = facts.filter(({ kind }) => kind === 'arrived');
  expect(arrivals).toMatchObject([
    { happenedAt: '2026-11-22T02:30:00.000Z' },
    {
      happenedAt: '2026-11-22T02:20:00.000Z',
      recordedAt: '2026-11-22T02:40:00.000Z',
      by: { name: control.name },
      corrects: { factId: arrivals[0]?.id, reason: 'The door log says 02:20' },
    },
  ]);
  expect(standing(facts).filter(({ kind }) => kind === 'arrived')).toEqual([arrivals[1]]);
  await concord.advance({ minutes: 40 });
  expect(alarmOf(board, journey, 'Police handover')).toMatchObject({
    level: 'over',
    startedAt: '2026-11-22T02:20:00.000Z',
    called: [
      ['2026-11-22T03:15:00.000Z', 'control-room'],
      ['2026-11-22T03:20:00.000Z', 's136-coordinator', 'duty-inspector'],
    ],
  });
});

test('a breach that was only a slip of the pen is no breach, but whoever was called stays called', async () => {
  const journey = await Journey.open(control);
  await journey.arriveAt(nurse, elm1);
  await concord.advance({ minutes: 61 });
  const before = alarmOf(board, journey, 'Police handover');
  expect(before).toMatchObject({ level: 'over' });
  const sent = concord.sent().length;
  await journey.correct(arrivedAt('2026-11-22T02:30:00Z'));
  await concord.shown();
  expect(alarmOf(board, journey, 'Police handover')).toMatchObject({ level: 'due', called: before.called });
  expect(concord.sent()).toHaveLength(sent);
  await concord.advance({ minutes: 30 });
  expect(alarmOf(board, journey, 'Police handover')).toMatchObject({
    level: 'over',
    called: [
      ...before.called,
      ['2026-11-22T03:25:00.000Z', 'control-room'],
      ['2026-11-22T03:30:00.000Z', 's136-coordinator', 'duty-inspector'],
    ],
  });
});

test('entered late from paper, and it shows that the 24 hours are already over: everybody is called at once', async () => {
  const journey = await Journey.open(control, { happenedAt: '2026-11-21T01:00:00Z' });
  await journey.detain({ happenedAt: '2026-11-21T01:10:00Z' });
  await journey.record({
    ...arrivedAt('2026-11-21T02:30:00Z'),
    late: 'paper',
    source: 'Custody log, Sgt Marsh',
  });
  await concord.advance({ seconds: 1 });
  expect(alarmOf(board, journey, '24-hour limit').level).toBe('due');
  await journey.correct(
    { ...arrivedAt('2026-11-21T01:30:00Z'), late: 'paper' },
    'An hour out: the log is in GMT',
  );
  await concord.advance({ seconds: 1 });
  const alarm = alarmOf(board, journey, '24-hour limit');
  expect(alarm).toMatchObject({ level: 'over', open: true, startedAt: '2026-11-21T01:30:00.000Z' });
  expect(alarm.called.at(-1)?.slice(1).sort()).toEqual([
    'amhp-lead',
    'director-on-call',
    'duty-inspector',
    'on-call-manager',
    's136-coordinator',
    'superintendent',
  ]);
  expect(concord.sent().some(({ subject }) => subject.startsWith(`${journey.ref}: 24-hour limit OVER`))).toBe(
    true,
  );
  expect((await journey.read()).facts.at(-1)).toMatchObject({ late: 'paper' });
});

test('a time cannot be edited to hide a breach: what was called stays on the record with the reason for the change', async () => {
  const journey = await Journey.open(control);
  await journey.arriveAt(nurse, elm1);
  await concord.advance({ hours: 24 });
  const calls = alarmOf(board, journey, '24-hour limit').called;
  await journey.correct(arrivedAt('2026-11-22T02:45:00Z'), 'Charge nurse remembers it later');
  await concord.advance({ minutes: 45 });
  const alarm = alarmOf(board, journey, '24-hour limit');
  expect(alarm.called.slice(0, calls.length)).toEqual(calls);
  expect(alarm.level).toBe('over');
  const facts = (await journey.read()).facts.filter(({ kind }) => kind === 'arrived');
  expect(facts.map(({ happenedAt, corrects }) => [happenedAt, corrects?.reason])).toEqual([
    ['2026-11-22T02:00:00.000Z', undefined],
    ['2026-11-22T02:45:00.000Z', 'Charge nurse remembers it later'],
  ]);
});

test('taken back, its clock stops and stands no more; the line stays, struck through', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await journey.record(arrivedAt('2026-11-22T02:00:00Z'));
  await concord.advance({ minutes: 55 });
  await journey.takeBack('arrived', 'That was another patient');
  await concord.advance({ minutes: 10 });
  const { facts } = await journey.read();
  expect(statutoryLimit(facts)).toBeUndefined();
  expect(alarmOf(board, journey, 'Police handover')).toMatchObject({ open: false, level: 'due' });
  expect(alarmOf(board, journey, 'Place of safety found')).toMatchObject({
    level: 'over',
    startedAt: '2026-11-22T02:00:00.000Z',
  });
  expect(facts.filter(({ kind }) => kind === 'arrived' || kind === 'recorded-in-error')).toMatchObject([
    { kind: 'arrived' },
    { kind: 'recorded-in-error', corrects: { reason: 'That was another patient' } },
  ]);
});

test('a correction that cannot be so is refused, with what stands in its way, and leaves no trace', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await journey.record(arrivedAt('2026-11-22T02:00:00Z'));
  await concord.advance({ minutes: 30 });
  await journey.record({
    kind: 'handed-over',
    acceptedBy: 'Charge nurse',
    happenedAt: '2026-11-22T02:20:00Z',
  });
  const tries: [object, object][] = [
    [arrivedAt('2026-11-22T02:25:00Z'), { code: 'time-impossible', details: { precedes: 'handed-over' } }],
    [arrivedAt('2026-11-22T01:50:00Z'), { code: 'time-impossible', details: { follows: 'detained' } }],
    [
      arrivedAt('2026-11-22T03:00:00Z'),
      { code: 'time-impossible', details: { now: '2026-11-22T02:30:00.000Z' } },
    ],
  ];
  for (const [fact, expected] of tries)
    expect(
      await refusal(concord, () => journey.tellAnew(fact as ReturnType<typeof arrivedAt>)),
    ).toMatchObject(expected);
  const path = `incidents/${journey.incidentId}/facts/${await journey.factId('detained')}/take-back`;
  expect(await refusal(concord, () => control.post(path, { reason: 'x' }))).toMatchObject({
    code: expect.stringMatching(/not-allowed-in-this-state|time-impossible/) as string,
  });
});

test('two people correct one fact at once: one is told that the other already has', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await concord.advance({ minutes: 10 });
  await journey.record(arrivedAt('2026-11-22T02:05:00Z'));
  const path = `incidents/${journey.incidentId}/facts/${await journey.factId('arrived')}/correct`;
  const answers = await Promise.all(
    [control, second].map((who, i) =>
      who.post(path, { reason: 'Door log', fact: arrivedAt(`2026-11-22T02:0${6 + i}:00Z`) }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'changed-since-seen' });
  expect((await journey.read()).facts.filter(({ kind }) => kind === 'arrived')).toHaveLength(2);
});

test('an outcome taken back opens the detention again: the clock runs on from where it always ran, and the room is theirs', async () => {
  const journey = await Journey.open(control);
  await journey.arriveAt(nurse, elm1);
  await journey.record({ kind: 'assessment-started', amhp: 'Hollis Brightwater' });
  await concord.advance({ hours: 2 });
  await journey.record({ kind: 'outcome', code: 'section-2' });
  expect(statutoryLimit((await journey.read()).facts)?.endedAt).toBe('2026-11-22T04:00:00.000Z');
  await journey.takeBack('outcome', 'Entered on the wrong record');
  await concord.shown();
  expect(board.state().room.get(elm1)).toMatchObject({ state: 'occupied', incidentId: journey.incidentId });
  expect(statutoryLimit((await journey.read()).facts)).toMatchObject({
    startedAt: '2026-11-22T02:00:00.000Z',
    endedAt: null,
  });
  await concord.advance({ hours: 22 });
  expect(alarmOf(board, journey, '24-hour limit').level).toBe('over');
});

test('an arrival put down at the wrong place and put right again leaves the right room taken and no other', async () => {
  const journey = await Journey.open(control);
  await journey.arriveAt(nurse, elm1);
  const elsewhere = { kind: 'arrived' as const, placeId: concord.ids.places.alder };
  await journey.correct(elsewhere, 'Thought to be Alder');
  await concord.shown();
  expect(board.state().room.get(elm1)).toMatchObject({ state: 'cleaning', incidentId: null });
  await journey.correct({ ...elsewhere, placeId: elm }, 'It was Elm after all');
  await concord.shown();
  expect(board.state().room.get(elm1)).toMatchObject({ state: 'occupied', incidentId: journey.incidentId });
  expect(
    [...board.state().room.values()].filter(({ incidentId }) => incidentId === journey.incidentId),
  ).toHaveLength(1);
});

test('after all of it, what every console shows is what a fresh one is given', async () => {
  const journey = await Journey.open(control);
  await journey.arriveAt(nurse, elm1);
  await concord.advance({ minutes: 70 });
  await journey.correct(arrivedAt('2026-11-22T02:20:00Z'));
  await journey.takeBack('arrived');
  await concord.shown();
  const fresh = accepted(await second.get<BoardSnapshot>('board'), 'board');
  expect([...board.state().incident.values()]).toEqual(fresh.entities.incident);
  const byId = (all: Iterable<Escalation>) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  const open = [...board.state().escalation.values()].filter(({ resolvedAt }) => resolvedAt === null);
  expect(byId(open)).toEqual(byId(fresh.entities.escalation));
  expect(alarmsOf(board, journey, '24-hour limit')).toEqual([]);
});
