import { holdingAt, stateOf, statutoryLimit } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, alarmOf, alarmsOf, askedKey, Journey, refusal, startConcord } from '@concord/testing';
import { borderArea } from './border-area';

let concord: Concord;
let control: Person;
let nurse: Person;
let board: LiveBoard;
let elm1: string;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z', area: borderArea });
  [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
  board = await control.watch();
  elm1 = concord.ids.rooms['elm-1'] ?? '';
});
afterEach(() => concord.stop());

const limit = async (journey: Journey) => statutoryLimit((await journey.read()).facts);
const stillOpen = (journey: Journey): string[] =>
  [...board.state().escalation.values()]
    .filter(({ incidentId, resolvedAt }) => incidentId === journey.incidentId && resolvedAt === null)
    .map(({ clock }) => clock.label);

test('a doctor finds no mental disorder before the AMHP comes: the detention ends, the AMHP is stood down, help is offered, nothing runs on', async () => {
  const journey = await Journey.open(control);
  await journey.arriveAt(nurse, elm1);
  const request = await journey.requestAmhp();
  const amhp = await concord.signIn(askedKey(concord, request));
  const phone = await amhp.watch();
  accepted(await amhp.post(`amhp-requests/${request.id}/accept`), 'accept');
  await concord.advance({ hours: 2, minutes: 30 });
  expect(stillOpen(journey).sort()).toEqual(['Assessment starts', 'Police handover']);
  const outcome = { kind: 'outcome', code: 'no-mental-disorder' };
  const nowhere = { ...outcome, voluntaryHelp: { offered: 'prison', accepted: true } };
  expect(await journey.tell(nowhere, nurse)).toMatchObject({ status: 400 });
  const unexplained = { ...outcome, doctor: { name: 'Dr Sam Orr', section12: false, whyNot: '' } };
  expect(await refusal(concord, () => journey.tell(unexplained, nurse))).toMatchObject({
    code: 'reason-needed',
    details: { field: 'doctor.whyNot' },
  });
  const whyNot = 'No approved doctor could come before the morning';
  const doctor = { name: 'Dr Sam Orr', section12: false, whyNot };
  const voluntaryHelp = { offered: 'crisis-cafe', accepted: true };
  const ended = await journey.record({ ...outcome, doctor, voluntaryHelp }, nurse);
  expect(ended.facts.at(-1)).toMatchObject({ kind: 'outcome', voluntaryHelp });
  await phone.until((state) => (state['amhp-request'].get(request.id)?.state ?? 'done') === 'done', 1000);
  await concord.shown();
  expect(await limit(journey)).toMatchObject({ endedAt: '2026-11-22T04:30:00.000Z' });
  expect(stillOpen(journey)).toEqual([]);
  expect(board.state().room.get(elm1)).toMatchObject({ state: 'cleaning', incidentId: null });
  await concord.advance({ hours: 24 });
  expect(alarmsOf(board, journey, '24-hour limit')).toEqual([]);
});

test('arrested for an offence while detained: the detention and its clock go on until somebody ends it', async () => {
  const journey = await Journey.open(control);
  await journey.arriveAt(nurse, elm1);
  await concord.advance({ hours: 1 });
  await journey.record({ kind: 'arrested', offence: 'Criminal damage', officer: 'PC 4411' });
  expect(await limit(journey)).toMatchObject({ startedAt: '2026-11-22T02:00:00.000Z', endedAt: null });
  await journey.record({
    kind: 'searched',
    power: 'pace-s32',
    grounds: 'On arrest',
    officer: 'PC 4411',
    found: 'Nothing',
  });
  await concord.advance({ hours: 1 });
  await journey.record({ kind: 'outcome', code: 'criminal-justice', note: 'To custody under arrest' });
  expect(await limit(journey)).toMatchObject({ endedAt: '2026-11-22T04:00:00.000Z' });
});

test('at somebody’s home: only with their agreement, and asked to move as soon as anybody withdraws it', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  const home = { kind: 'arrived', placeId: concord.ids.places.home };
  for (const dwelling of [undefined, { personAgrees: false, occupier: 'Her sister' }])
    expect(await refusal(concord, () => journey.tell({ ...home, dwelling }))).toMatchObject({
      code: 'unlawful',
      rule: expect.stringContaining('s135(7)') as unknown,
    });
  await journey.record({ ...home, dwelling: { personAgrees: true, occupier: 'Her sister' } });
  await concord.advance({ hours: 3 });
  await journey.record({ kind: 'consent-withdrawn', withdrawnBy: 'Her sister' });
  await concord.advance({ seconds: 1 });
  expect(alarmOf(board, journey, 'Consent withdrawn')).toMatchObject({ level: 'over', open: true });
  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await concord.shown();
  expect(alarmOf(board, journey, 'Consent withdrawn').open).toBe(false);
  expect(await limit(journey)).toMatchObject({ startedAt: '2026-11-22T02:00:00.000Z' });
});

describe('under a warrant', () => {
  const warrant = (kind: 's135-1' | 's135-2') => ({
    kind: 'warrant-entered',
    warrant: kind,
    officer: 'PC 4411',
    amhp: 'Hollis Brightwater',
    doctor: 'Dr Sam Orr',
  });

  test('nobody is detained before the entry is on record', async () => {
    const journey = await Journey.open(control);
    await journey.record({ kind: 'advice-not-practicable', reason: 'Warrant' });
    const power = { kind: 'detained', power: 's135-1-removed', officer: 'PC 4411' };
    expect(await refusal(concord, () => journey.tell(power))).toMatchObject({
      code: 'unlawful',
      details: { record: ['warrant-entered'] },
    });
  });

  test('kept at the premises: the 24 hours run from the entry', async () => {
    const journey = await Journey.open(control);
    await journey.record(warrant('s135-1'));
    await concord.advance({ minutes: 35 });
    await journey.record({ kind: 'detained', power: 's135-1-kept', officer: 'PC 4411' });
    expect(await limit(journey)).toMatchObject({
      basis: 'entry-under-warrant',
      startedAt: '2026-11-22T02:00:00.000Z',
    });
  });

  test('a patient fetched back under s135(2): no 24-hour limit, and none is warned of', async () => {
    const journey = await Journey.open(control);
    await journey.record(warrant('s135-2'));
    await journey.record({ kind: 'detained', power: 's135-2', officer: 'PC 4411' });
    await journey.record({ kind: 'arrived', placeId: concord.ids.places['ed-nettlefold'] });
    await concord.advance({ hours: 26 });
    expect(await limit(journey)).toBeUndefined();
    expect(alarmsOf(board, journey, '24-hour limit')).toEqual([]);
    await journey.record({ kind: 'outcome', code: 'awol-return' });
  });
});

test('recorded in error: it is shut with its reason, everything promised to it is given back, and it can still be read', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await journey.hold(elm1);
  await concord.advance({ minutes: 25 });
  await journey.record({ kind: 'incident-in-error', reason: 'A training call' });
  await concord.shown();
  const { facts } = await journey.read();
  expect(stateOf(facts)).toBe('in-error');
  expect(holdingAt(facts, await concord.now())).toBeUndefined();
  expect(board.state().room.get(elm1)).toMatchObject({ state: 'available', holdId: null });
  expect(stillOpen(journey)).toEqual([]);
  expect(alarmOf(board, journey, 'Place of safety found').called).toHaveLength(1);
});
