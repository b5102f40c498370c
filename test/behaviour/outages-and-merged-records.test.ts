import type { Incident } from '@concord/domain';
import { standing, stateOf, statutoryLimit } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, alarmOf, alarmsOf, Journey, refusal, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let crew: Person;
let board: LiveBoard;
let ed: string;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T03:00:00Z' });
  [control, crew] = await concord.signInAs('controller', 'crew');
  board = await control.watch();
  ed = concord.ids.places['ed-nettlefold'] ?? '';
});
afterEach(() => concord.stop());

const limit = ({ facts }: Pick<Incident, 'facts'>) => statutoryLimit(facts);

/** Detained by somebody at 02:00, at the emergency department at `arrival`. */
const told = async (by: Person, arrival: string): Promise<Journey> => {
  const journey = await Journey.open(by, { happenedAt: '2026-11-22T01:50:00Z' });
  await journey.record(
    { kind: 'advice-not-practicable', reason: 'On the bridge', happenedAt: '2026-11-22T01:55:00Z' },
    control,
  );
  await journey.record(
    { kind: 'detained', officer: 'PC Juniper', happenedAt: '2026-11-22T02:00:00Z' },
    control,
  );
  await journey.record({ kind: 'arrived', placeId: ed, happenedAt: arrival }, control);
  return journey;
};
const join = (kept: Journey, other: Journey, path: 'merge' | 'unmerge' = 'merge') =>
  control.post<Incident>(`incidents/${kept.incidentId}/${path}`, {
    otherIncidentId: other.incidentId,
    reason: path === 'merge' ? 'Two calls about one person' : 'They were two people',
  });

test('a whole detention kept on paper through an outage: every clock is as if it had been told, each missed alarm is raised once', async () => {
  await concord.engine.stop();
  const journey = await told(control, '2026-11-22T02:25:00Z');
  await journey.record({
    kind: 'noted',
    text: 'Entered from paper log sheet 4',
    late: 'paper',
    source: 'PC Juniper',
  });
  await concord.advance({ hours: 13 });
  await concord.engine.start();
  await concord.engine.stop();
  await concord.engine.start();
  expect(limit(await journey.read())).toMatchObject({ startedAt: '2026-11-22T02:25:00.000Z' });
  const alarms = alarmOf(board, journey, '24-hour limit').called;
  expect(alarms).toEqual([['2026-11-22T16:00:00.000Z', 'control-room', 's136-coordinator']]);
  expect(alarmOf(board, journey, 'Police handover (emergency department)').called).toHaveLength(3);
  await journey.record({
    kind: 'handed-over',
    acceptedBy: 'Sister Rue',
    happenedAt: '2026-11-22T03:40:00Z',
    late: 'no-signal',
  });
  await concord.shown();
  expect(alarmOf(board, journey, 'Police handover (emergency department)')).toMatchObject({ open: false });
  const marked = standing((await journey.read()).facts).filter(({ late }) => late !== undefined);
  expect(marked.map(({ kind, late }) => [kind, late])).toEqual(
    expect.arrayContaining([
      ['noted', 'paper'],
      ['handed-over', 'no-signal'],
    ]),
  );
});

test('two records of one incident: merged, the earliest arrival stands, and the other is shut on every console', async () => {
  const [kept, other] = [
    await told(control, '2026-11-22T02:40:00Z'),
    await told(crew, '2026-11-22T02:25:00Z'),
  ];
  accepted(await join(kept, other), 'merge');
  await concord.shown();
  const [one, shut] = [await kept.read(), await other.read(control)];
  expect(limit(one)).toMatchObject({
    startedAt: '2026-11-22T02:25:00.000Z',
    endsAt: '2026-11-23T02:25:00.000Z',
  });
  expect(standing(one.facts).filter(({ kind }) => kind === 'arrived')).toMatchObject([
    { happenedAt: '2026-11-22T02:25:00.000Z', mergedFrom: { ref: other.ref } },
  ]);
  expect(one.facts.filter(({ kind }) => kind === 'arrived')).toHaveLength(2);
  expect(stateOf(shut.facts)).toBe('merged');
  expect(shut.facts.at(-1)).toMatchObject({ kind: 'merged-into', ref: kept.ref, by: { name: control.name } });
  await concord.advance({ hours: 23, minutes: 25 });
  expect(alarmOf(board, kept, '24-hour limit').level).toBe('over');
  expect(alarmsOf(board, other, '24-hour limit')).toEqual([]);
});

test('an alarm already sent for the record that is shut stays with it; for the one that is kept it is raised anew', async () => {
  const [kept, other] = [
    await told(control, '2026-11-22T02:40:00Z'),
    await told(control, '2026-11-22T02:25:00Z'),
  ];
  await concord.advance({ hours: 1 });
  const sent = alarmOf(board, other, 'Police handover (emergency department)');
  accepted(await join(kept, other), 'merge');
  await concord.advance({ seconds: 1 });
  expect(alarmOf(board, other, 'Police handover (emergency department)')).toMatchObject({
    open: false,
    called: sent.called,
  });
  expect(alarmsOf(board, kept, 'Police handover (emergency department)').some(({ open }) => open)).toBe(true);
});

test('it was not one person after all: parted, each record has its own facts and clocks again, and nothing is forgotten', async () => {
  const [kept, other] = [
    await told(control, '2026-11-22T02:40:00Z'),
    await told(control, '2026-11-22T02:25:00Z'),
  ];
  const before = [limit(await kept.read()), limit(await other.read())];
  accepted(await join(kept, other), 'merge');
  await concord.advance({ hours: 2 });
  accepted(await join(kept, other, 'unmerge'), 'unmerge');
  const after = [await kept.read(), await other.read()];
  expect(after.map(limit)).toEqual(before);
  expect(after.map(({ facts }) => stateOf(facts))).toEqual(['arrived', 'arrived']);
  for (const { facts } of after) expect(facts.map(({ kind }) => kind)).toContain('unmerged');
  await concord.advance({ hours: 22 });
  for (const journey of [kept, other]) expect(alarmOf(board, journey, '24-hour limit').level).toBe('over');
});

test('what a merged record brings to one that is closed starts no wait: nobody would answer it', async () => {
  const [kept, other] = [
    await told(control, '2026-11-22T02:25:00Z'),
    await told(control, '2026-11-22T02:25:00Z'),
  ];
  await kept.record({ kind: 'outcome', code: 'no-mental-disorder', note: '' });
  await kept.record({ kind: 'closed', note: '' });
  await concord.advance({ minutes: 10 });
  await other.record({ kind: 'bed-sought', admission: 'section-2', note: '' });
  accepted(await join(kept, other), 'merge');
  await concord.advance({ hours: 12 });
  expect(stateOf((await kept.read()).facts)).toBe('closed');
  expect(alarmsOf(board, kept, 'Bed found')).toEqual([]);
});

test('somebody detained again after the first detention ended is another incident: the records stay two, and every clock runs on', async () => {
  const kept = await told(control, '2026-11-22T02:25:00Z');
  await kept.record({ kind: 'outcome', code: 'no-mental-disorder', note: '' });
  await kept.record({ kind: 'closed', note: '' });
  await concord.advance({ hours: 2 });
  const other = await Journey.open(control);
  await other.detain();
  await other.record({ kind: 'arrived', placeId: ed });
  for (const [one, two] of [
    [kept, other],
    [other, kept],
  ] as const)
    expect(await refusal(concord, () => join(one, two) as never)).toMatchObject({
      code: 'time-impossible',
      details: { field: 'otherIncidentId' },
    });
  await concord.advance({ hours: 23, minutes: 55 });
  expect(alarmOf(board, other, '24-hour limit').level).toBe('due');
});

test('a record that still has a room, an AMHP or a car is not shut; it is the one to keep', async () => {
  const kept = await told(control, '2026-11-22T02:40:00Z');
  const other = await Journey.open(control);
  await other.detain();
  await other.hold(concord.ids.rooms['elm-1']);
  await other.requestAmhp();
  const tied = await refusal(concord, () => join(kept, other) as never);
  expect(tied).toMatchObject({
    code: 'not-allowed-in-this-state',
    details: { tied: ['a held room', 'an AMHP request'] },
  });
  accepted(await join(other, kept), 'merge the other way');
  expect(limit(await other.read())).toMatchObject({ startedAt: '2026-11-22T02:40:00.000Z' });
});
