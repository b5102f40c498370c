import { statutoryLimit } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { alarmOf, alarmsOf, Journey, refusal, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let nurse: Person;
let board: LiveBoard;

const on = async (now: string): Promise<void> => {
  concord = await startConcord({ now });
  [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
  board = await control.watch();
};
afterEach(() => concord.stop());

/** As a clock on a wall in London shows it. */
const inLondon = (instant: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(instant));

const atElm = async (): Promise<Journey> => {
  const journey = await Journey.open(control);
  await journey.arriveAt(nurse, concord.ids.rooms['elm-1'] ?? '');
  return journey;
};

test.each([
  ['back', '2026-10-24T19:00:00Z', '24/10/2026, 20:00', '2026-10-25T19:00:00.000Z', '25/10/2026, 19:00'],
  ['forward', '2027-03-27T20:00:00Z', '27/03/2027, 20:00', '2027-03-28T20:00:00.000Z', '28/03/2027, 21:00'],
])(
  'the night the clocks go %s: 24 hours are 24 elapsed hours, whatever the wall shows',
  async (_way, arrival, from, end, until) => {
    await on(arrival);
    const journey = await atElm();
    await journey.record({ kind: 'handed-over', acceptedBy: 'Charge nurse' });
    const shown = (await board.until((state) => state.incident.has(journey.incidentId))).incident.get(
      journey.incidentId,
    );
    const limit = statutoryLimit(shown?.facts ?? []);
    expect([limit?.startedAt, limit?.endsAt].map((at) => inLondon(at ?? ''))).toEqual([from, until]);
    await concord.advance({ hours: 23, minutes: 59 });
    expect(alarmOf(board, journey, '24-hour limit').level).toBe('due');
    await concord.advance({ minutes: 1 });
    expect(alarmOf(board, journey, '24-hour limit')).toMatchObject({ level: 'over' });
    expect(alarmOf(board, journey, '24-hour limit').called.at(-1)?.[0]).toBe(end);
  },
);

test('the night the clocks go back: an agreed hour that begins at 01:45 is over at the second 01:45', async () => {
  await on('2026-10-25T00:45:00Z');
  const journey = await atElm();
  await concord.advance({ minutes: 59 });
  expect(alarmOf(board, journey, 'Police handover').level).toBe('due');
  await concord.advance({ minutes: 1 });
  expect(alarmOf(board, journey, 'Police handover').level).toBe('over');
  expect(inLondon(await concord.now())).toBe('25/10/2026, 01:45');
});

test('01:30 happens twice on 25 October 2026: it is refused without its offset, and is two instants with one', async () => {
  await on('2026-10-25T03:00:00Z');
  const journey = await Journey.open(control, { happenedAt: '2026-10-24T23:00:00Z' });
  await journey.detain({ happenedAt: '2026-10-25T00:10:00Z' });
  const arrived = { kind: 'arrived', placeId: concord.ids.places['ed-nettlefold'] } as const;
  const unsaid = await refusal(concord, () =>
    journey.tell({ ...arrived, happenedAt: '2026-10-25T01:30:00' }),
  );
  expect(unsaid).toMatchObject({ code: 'invalid', errors: [{ field: 'happenedAt' }] });
  await journey.record({ ...arrived, happenedAt: '2026-10-25T01:30:00+01:00' });
  const first = statutoryLimit((await journey.read()).facts);
  await journey.correct(
    { ...arrived, happenedAt: '2026-10-25T01:30:00+00:00' },
    'The second 01:30, by the ambulance log',
  );
  const second = statutoryLimit((await journey.read()).facts);
  expect([first?.endsAt, second?.endsAt]).toEqual(['2026-10-26T00:30:00.000Z', '2026-10-26T01:30:00.000Z']);
});

test('01:30 does not happen on 28 March 2027: without an offset it is refused, and nothing is written', async () => {
  await on('2027-03-28T06:00:00Z');
  const journey = await Journey.open(control, { happenedAt: '2027-03-28T00:10:00Z' });
  const never = { kind: 'detained', officer: 'PC 4411', happenedAt: '2027-03-28T01:30:00' };
  expect(await refusal(concord, () => journey.tell(never))).toMatchObject({
    code: 'invalid',
    errors: [{ field: 'happenedAt' }],
  });
  expect(alarmsOf(board, journey, 'Place of safety found')).toEqual([]);
});
