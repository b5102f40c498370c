import type { Incident } from '@concord/domain';
import { statutoryClocks, statutoryLimit } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, alarmOf, alarmsOf, Journey, refusal, startConcord } from '@concord/testing';

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

const retake = (incident: Incident) => statutoryClocks(incident).find(({ kind }) => kind === 'retake');
const room = () => board.state().room.get(elm1);

/** In Elm since 02:00, gone at 10:00. */
const goneFromElm = async (): Promise<Journey> => {
  const journey = await Journey.open(control);
  await journey.arriveAt(nurse, elm1);
  await journey.record({ kind: 'handed-over', acceptedBy: 'Charge nurse' });
  await concord.advance({ hours: 8 });
  await journey.record({ kind: 'absconded', note: 'By the garden gate' }, nurse);
  await concord.shown();
  return journey;
};

test('the 24 hours neither stop nor start again; the retake deadline is the end of them, and is warned of', async () => {
  const journey = await goneFromElm();
  expect(retake(await journey.read())).toMatchObject({ endsAt: '2026-11-23T02:00:00.000Z' });
  await concord.advance({ hours: 4 });
  await journey.record({ kind: 'retaken', officer: 'PC 4411', where: 'The bus station' });
  const limit = statutoryLimit((await journey.read()).facts);
  expect(limit).toMatchObject({
    startedAt: '2026-11-22T02:00:00.000Z',
    endsAt: '2026-11-23T02:00:00.000Z',
    endedAt: null,
  });
  expect(retake(await journey.read())).toBeUndefined();
  await concord.advance({ hours: 12 });
  expect(alarmOf(board, journey, '24-hour limit').level).toBe('over');
});

test('not retaken in time: called at the agreed points, and afterwards the power is gone', async () => {
  const journey = await goneFromElm();
  await concord.advance({ hours: 16 });
  expect(alarmOf(board, journey, 'Retake deadline')).toMatchObject({
    level: 'over',
    startedAt: '2026-11-22T10:00:00.000Z',
    called: [
      ['2026-11-22T20:00:00.000Z', 'control-room', 'duty-inspector'],
      ['2026-11-23T01:00:00.000Z', 'duty-inspector', 's136-coordinator'],
      ['2026-11-23T02:00:00.000Z', 'duty-inspector', 'superintendent', 'on-call-manager'],
    ],
  });
  const late = await refusal(concord, () =>
    journey.tell({ kind: 'retaken', officer: 'PC 4411', where: 'Home' }),
  );
  expect(late).toMatchObject({
    code: 'unlawful',
    rule: expect.stringContaining('s138') as unknown,
    details: { notAfter: '2026-11-23T02:00:00.000Z' },
  });
  const inTime = {
    kind: 'retaken',
    officer: 'PC 4411',
    where: 'Home',
    happenedAt: '2026-11-23T01:58:00Z',
    late: 'no-signal',
  };
  await journey.record(inTime);
});

test('gone before reaching any place: 24 hours from the escape, and no permitted period yet', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await concord.advance({ minutes: 15 });
  await journey.record({ kind: 'absconded' });
  expect(statutoryLimit((await journey.read()).facts)).toBeUndefined();
  expect(retake(await journey.read())).toMatchObject({ endsAt: '2026-11-23T02:15:00.000Z' });
});

test('the room is kept until they are known not to come back, and is not free until somebody has made it ready', async () => {
  const journey = await goneFromElm();
  expect(room()).toMatchObject({ state: 'occupied', incidentId: journey.incidentId });
  const freed = await refusal(concord, () => nurse.post(`rooms/${elm1}/state`, { state: 'available' }));
  expect(freed).toMatchObject({ code: 'not-allowed-in-this-state' });
  await concord.advance({ hours: 16 });
  await journey.record({
    kind: 'outcome',
    code: 'absconded-not-retaken',
    note: 'Reported missing, high risk',
  });
  await concord.shown();
  expect(room()).toMatchObject({ state: 'cleaning', incidentId: null });
  accepted(await nurse.post(`rooms/${elm1}/state`, { state: 'available' }), 'ready');
  expect(alarmOf(board, journey, 'Retake deadline')).toMatchObject({ level: 'over', open: false });
});

test('brought back to the same suite, they are in their room again and the handover is asked for again', async () => {
  const journey = await goneFromElm();
  await concord.advance({ hours: 1 });
  await journey.record({ kind: 'retaken', officer: 'PC 4411', where: 'The bus station' });
  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await journey.record({ kind: 'arrived', placeId: concord.ids.places.elm });
  await concord.advance({ hours: 1 });
  expect(room()).toMatchObject({ state: 'occupied', incidentId: journey.incidentId });
  expect(alarmsOf(board, journey, 'Police handover')).toMatchObject([
    { level: 'over', startedAt: '2026-11-22T11:00:00.000Z' },
  ]);
  expect((await journey.read()).facts.filter(({ kind }) => kind === 'arrived')).toMatchObject([
    { roomId: elm1 },
    { roomId: elm1 },
  ]);
});

test('an ending is one or the other: retaken first, or not retaken', async () => {
  const journey = await goneFromElm();
  for (const code of ['discharged-no-follow-up', 'expired-unassessed', 'section-2'])
    expect(await refusal(concord, () => journey.tell({ kind: 'outcome', code }))).toMatchObject({
      code: expect.stringMatching(/not-allowed-in-this-state|time-impossible/) as string,
    });
  await journey.record({ kind: 'retaken', officer: 'PC 4411', where: 'The bus station' });
  expect(
    await refusal(concord, () => journey.tell({ kind: 'outcome', code: 'absconded-not-retaken' })),
  ).toMatchObject({
    code: 'not-allowed-in-this-state',
  });
});
