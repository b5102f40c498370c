import { statutoryLimit } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { alarmOf, alarmsOf, Journey, refusal, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let inspector: Person;
let board: LiveBoard;
let journey: Journey;

/** On site at 02:10 in an ambulance that queued; through the doors at 03:00. */
beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T03:00:00Z' });
  [control, inspector] = await concord.signInAs('controller', 'inspector');
  board = await control.watch();
  journey = await Journey.open(control, { happenedAt: '2026-11-22T01:30:00Z' });
  await journey.detain({ happenedAt: '2026-11-22T01:40:00Z' });
  await journey.record({ kind: 'arrived', placeId: concord.ids.places['ed-nettlefold'] });
  await journey.record({
    kind: 'start-contested',
    basis: 'ambulance-outside-emergency-department',
    note: 'Queued in bay 4; crew says it is arrival on site that counts',
    happenedAt: '2026-11-22T02:10:00Z',
  });
});
afterEach(() => concord.stop());

const limit = async () => statutoryLimit((await journey.read()).facts);
const adopt = async (kind: 'arrived' | 'start-contested') => ({
  kind: 'reading-adopted',
  startFactId: await journey.factId(kind),
  reason: 'Force and trust follow counsel’s advice of 2024',
});

test('an ambulance queue outside: both instants stand with their basis, and the alarm is on the earlier', async () => {
  expect(await limit()).toMatchObject({
    startedAt: '2026-11-22T02:10:00.000Z',
    adoptedBy: null,
    readings: [
      { basis: 'ambulance-outside-emergency-department', endsAt: '2026-11-23T02:10:00.000Z' },
      { basis: 'arrived-at-first-place-of-safety', endsAt: '2026-11-23T03:00:00.000Z' },
    ],
  });
  await concord.advance({ hours: 23, minutes: 10 });
  expect(alarmOf(board, journey, '24-hour limit')).toMatchObject({
    level: 'over',
    startedAt: '2026-11-22T02:10:00.000Z',
  });
  expect(alarmOf(board, journey, '24-hour limit').called.map(([at]) => at)).toEqual([
    '2026-11-22T14:10:00.000Z',
    '2026-11-22T20:10:00.000Z',
    '2026-11-22T23:10:00.000Z',
    '2026-11-23T01:10:00.000Z',
    '2026-11-23T02:10:00.000Z',
  ]);
});

test('which reading is adopted is for those who answer for it, and for nobody else', async () => {
  const reading = await adopt('arrived');
  expect(await refusal(concord, () => journey.tell(reading))).toMatchObject({ code: 'not-your-duty' });
  const unexplained = await refusal(concord, () => journey.tell({ ...reading, reason: ' ' }, inspector));
  expect(unexplained.errors).toMatchObject([{ field: 'reason' }]);
  const nonsense = { ...reading, startFactId: await journey.factId('detained') };
  expect(await refusal(concord, () => journey.tell(nonsense, inspector))).toMatchObject({
    code: 'not-allowed-in-this-state',
    details: { field: 'startFactId' },
  });
  await journey.record(reading, inspector);
  expect(await limit()).toMatchObject({
    startedAt: '2026-11-22T03:00:00.000Z',
    adoptedBy: expect.any(String) as string,
  });
});

test('adopting the later reading moves the warnings to come; what was sent stays sent, and both readings stay to be seen', async () => {
  await concord.advance({ hours: 11, minutes: 10 });
  expect(alarmOf(board, journey, '24-hour limit').called.map(([at]) => at)).toEqual([
    '2026-11-22T14:10:00.000Z',
  ]);
  await journey.record(await adopt('arrived'), inspector);
  await concord.advance({ hours: 7 });
  expect(alarmsOf(board, journey, '24-hour limit')).toMatchObject([
    {
      open: false,
      startedAt: '2026-11-22T02:10:00.000Z',
      called: [['2026-11-22T14:10:00.000Z', 'control-room', 's136-coordinator']],
    },
    {
      open: true,
      startedAt: '2026-11-22T03:00:00.000Z',
      called: [
        ['2026-11-22T15:00:00.000Z', 'control-room', 's136-coordinator'],
        ['2026-11-22T21:00:00.000Z', 's136-coordinator', 'amhp-lead'],
      ],
    },
  ]);
  expect((await limit())?.readings.map(({ startedAt }) => startedAt)).toEqual([
    '2026-11-22T02:10:00.000Z',
    '2026-11-22T03:00:00.000Z',
  ]);
});

test('a correction of the adopted instant moves the adopted clock with it', async () => {
  await journey.record(await adopt('arrived'), inspector);
  const arrived = { kind: 'arrived', placeId: concord.ids.places['ed-nettlefold'] } as const;
  await journey.correct({ ...arrived, happenedAt: '2026-11-22T02:55:00Z' }, 'Door camera');
  expect(await limit()).toMatchObject({
    startedAt: '2026-11-22T02:55:00.000Z',
    adoptedBy: expect.any(String) as string,
  });
});

test('in a police cell first: the earlier instant governs although the record began elsewhere', async () => {
  await journey.record({
    kind: 'start-contested',
    basis: 'police-custody-first',
    note: 'Booked in, then s136',
    happenedAt: '2026-11-22T01:45:00Z',
  });
  expect(await limit()).toMatchObject({
    basis: 'police-custody-first',
    startedAt: '2026-11-22T01:45:00.000Z',
  });
  expect((await limit())?.readings).toHaveLength(3);
});

test('a claim that is taken back leaves the record’s own start', async () => {
  await journey.takeBack('start-contested', 'It was another ambulance');
  expect(await limit()).toMatchObject({
    startedAt: '2026-11-22T03:00:00.000Z',
    readings: [expect.anything()],
  });
  await concord.advance({ hours: 12 });
  expect(alarmOf(board, journey, '24-hour limit').called.map(([at]) => at)).toEqual([
    '2026-11-22T15:00:00.000Z',
  ]);
});
