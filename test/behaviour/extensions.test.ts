import { holdingAt, stateOf, statutoryLimit } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { alarmOf, alarmsOf, Journey, refusal, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let nurse: Person;
let board: LiveBoard;
let journey: Journey;

/** In Elm since 02:00 on the 22nd, handed over. */
beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
  board = await control.watch();
  journey = await Journey.open(control);
  await journey.arriveAt(nurse, concord.ids.rooms['elm-1'] ?? '');
  await journey.record({ kind: 'handed-over', acceptedBy: 'Charge nurse' }, nurse);
});
afterEach(() => concord.stop());

const extension = {
  kind: 'extended',
  minutes: 360,
  doctor: 'Dr Sam Orr',
  ground: 'persons-condition',
  reason: 'Sedated after a seizure; cannot be interviewed before the morning',
};
const limit = async () => statutoryLimit((await journey.read()).facts);
const calls = () => alarmOf(board, journey, '24-hour limit').called.map(([at]) => at);

test('given in time for the person’s condition, it moves the end and every warning to come', async () => {
  await concord.advance({ hours: 20 });
  await journey.record(extension, nurse);
  expect(await limit()).toMatchObject({ extendedByMinutes: 360, endsAt: '2026-11-23T08:00:00.000Z' });
  await concord.advance({ hours: 10 });
  expect(calls()).toEqual([
    '2026-11-22T14:00:00.000Z',
    '2026-11-22T20:00:00.000Z',
    '2026-11-23T02:00:00.000Z',
    '2026-11-23T05:00:00.000Z',
    '2026-11-23T07:00:00.000Z',
    '2026-11-23T08:00:00.000Z',
  ]);
  expect(alarmOf(board, journey, '24-hour limit').level).toBe('over');
});

test.each(['no-bed', 'no-amhp', 'no-doctor', 'other'])(
  'never for "%s": the rule is named and the clock untouched',
  async (ground) => {
    await concord.advance({ hours: 23 });
    const refused = await refusal(concord, () => journey.tell({ ...extension, ground }, nurse));
    expect(refused).toMatchObject({
      code: 'unlawful',
      rule: expect.stringContaining('s136B') as unknown,
      details: { ground },
    });
    await concord.advance({ hours: 1 });
    expect(alarmOf(board, journey, '24-hour limit').level).toBe('over');
  },
);

test('twelve hours in all, however often it is given', async () => {
  await concord.advance({ hours: 12 });
  await journey.record({ ...extension, minutes: 480 }, nurse);
  const more = await refusal(concord, () => journey.tell({ ...extension, minutes: 241 }, nurse));
  expect(more).toMatchObject({ code: 'unlawful', details: { field: 'minutes', atMost: 240 } });
  await journey.record({ ...extension, minutes: 240 }, nurse);
  expect(await limit()).toMatchObject({ extendedByMinutes: 720, endsAt: '2026-11-23T14:00:00.000Z' });
});

test('given at the 24th hour it has no effect; given before and entered after, only with what shows it', async () => {
  await concord.advance({ hours: 24, minutes: 30 });
  const atTheEnd = { ...extension, happenedAt: '2026-11-23T02:00:00Z', evidence: 'Doctor’s note' };
  expect(await refusal(concord, () => journey.tell(atTheEnd, nurse))).toMatchObject({
    code: 'unlawful',
    details: { notAfter: '2026-11-23T02:00:00.000Z' },
  });
  const inTime = { ...extension, happenedAt: '2026-11-23T01:40:00Z', late: 'paper' };
  expect(await refusal(concord, () => journey.tell(inTime, nurse))).toMatchObject({
    code: 'reason-needed',
    details: { field: 'evidence' },
  });
  expect(alarmOf(board, journey, '24-hour limit').level).toBe('over');
  await journey.record({ ...inTime, evidence: 'Form signed 01:40, page 3 of the notes' }, nurse);
  await concord.shown();
  expect(await limit()).toMatchObject({ endsAt: '2026-11-23T08:00:00.000Z' });
  expect(alarmOf(board, journey, '24-hour limit').level).toBe('due');
  expect(calls()).toContain('2026-11-23T02:00:00.000Z');
});

test('corrected to after the 24 hours, it loses its effect, and the alarm that had waited is raised at once', async () => {
  await concord.advance({ hours: 23 });
  await journey.record({ ...extension, happenedAt: '2026-11-23T00:50:00Z' }, nurse);
  await concord.advance({ hours: 2 });
  expect(alarmOf(board, journey, '24-hour limit').level).toBe('due');
  await journey.takeBack('extended', 'The doctor had gone home: nobody gave it');
  await concord.advance({ seconds: 1 });
  expect(await limit()).toMatchObject({ extendedByMinutes: 0, endsAt: '2026-11-23T02:00:00.000Z' });
  expect(alarmOf(board, journey, '24-hour limit')).toMatchObject({ level: 'over', open: true });
});

test('fit again before the extended end: assessed at once, and the hours not used hold nobody', async () => {
  await concord.advance({ hours: 20 });
  await journey.record({ ...extension, minutes: 720 }, nurse);
  await concord.advance({ hours: 1 });
  await journey.record({ kind: 'assessment-started', amhp: 'Hollis Brightwater' }, nurse);
  await concord.advance({ hours: 1 });
  await journey.record({ kind: 'outcome', code: 'discharged-with-follow-up' }, nurse);
  expect(await limit()).toMatchObject({
    endedAt: '2026-11-23T00:00:00.000Z',
    endsAt: '2026-11-23T14:00:00.000Z',
  });
  await concord.advance({ minutes: 1 });
  const { facts } = await journey.read();
  expect(holdingAt(facts, await concord.now())).toBeUndefined();
  for (const held of [
    { kind: 'conveyance-started', mode: 'ambulance' },
    { ...extension, minutes: 1 },
    { kind: 'retaken', officer: 'PC 4411', where: 'Ward' },
  ])
    expect(await refusal(concord, () => journey.tell(held))).toMatchObject({
      code: 'not-allowed-in-this-state',
    });
  await concord.advance({ hours: 15 });
  expect(alarmOf(board, journey, '24-hour limit')).toMatchObject({ open: false, level: 'due' });
});

test('needs a bed and there is none at the end: called before it and at it, with no lawful way to stretch it', async () => {
  await concord.advance({ hours: 18 });
  await journey.record({ kind: 'assessment-started', amhp: 'Hollis Brightwater' }, nurse);
  await journey.record(
    { kind: 'bed-sought', admission: 'section-2', note: 'Recommended by two doctors' },
    nurse,
  );
  await concord.advance({ hours: 6 });
  expect(alarmOf(board, journey, 'Bed found').called).toEqual([
    ['2026-11-22T22:00:00.000Z', 's136-coordinator'],
    ['2026-11-22T23:00:00.000Z', 'on-call-manager'],
    ['2026-11-23T00:00:00.000Z', 'director-on-call'],
  ]);
  expect(calls()).toEqual([
    '2026-11-22T14:00:00.000Z',
    '2026-11-22T20:00:00.000Z',
    '2026-11-22T23:00:00.000Z',
    '2026-11-23T01:00:00.000Z',
    '2026-11-23T02:00:00.000Z',
  ]);
  const stretched = {
    ...extension,
    ground: 'no-bed',
    happenedAt: '2026-11-23T01:59:00Z',
    evidence: 'Bed manager’s email',
  };
  expect(await refusal(concord, () => journey.tell(stretched, nurse))).toMatchObject({ code: 'unlawful' });
  await journey.record({ kind: 'noted', text: 'Legal adviser rung 02:05; stays by agreement, not detained' });
  await concord.advance({ hours: 1 });
  await journey.record({ kind: 'bed-found', where: 'Ward 3' }, nurse);
  await journey.record({ kind: 'outcome', code: 'section-2' }, nurse);
  await concord.shown();
  expect(stateOf((await journey.read()).facts)).toBe('concluded');
  const passed = await limit();
  expect((passed?.endedAt ?? '') > (passed?.endsAt ?? '')).toBe(true);
  expect(alarmOf(board, journey, '24-hour limit')).toMatchObject({ level: 'over', open: false });
  expect(alarmsOf(board, journey, 'Bed found')).toMatchObject([{ open: false }]);
});
