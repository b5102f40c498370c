import type { Area } from '@concord/domain';
import { presentArrival, statutoryLimit } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, alarmOf, alarmsOf, Journey, refusal, startConcord } from '@concord/testing';
import { borderArea } from './border-area';

let concord: Concord;
let control: Person;
let superintendent: Person;
let board: LiveBoard;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z', area: borderArea });
  [control, superintendent] = await concord.signInAs('controller', 'superintendent');
  board = await control.watch();
});
afterEach(() => concord.stop());

const grounds = {
  imminentRiskOfSeriousInjuryOrDeath: true,
  noOtherPlaceInThePoliceArea: true,
  healthcareProfessionalThroughout: true,
  authorisedBy: { name: 'Insp. Bram Osierby', rank: 'inspector' },
};
const to = (place: 'bridewell' | 'western-bridewell') => ({
  kind: 'arrived' as const,
  placeId: concord.ids.places[place],
  policeStation: grounds,
});
const adult = { ageYears: 34, ageBasis: 'known' };
const detained = async (person: object = adult): Promise<Journey> => {
  const journey = await Journey.open(control, { person });
  await journey.detain();
  return journey;
};
const inTheCells = async (): Promise<Journey> => {
  const journey = await detained();
  await journey.record(to('bridewell'));
  return journey;
};
const review = { kind: 'station-review', custodyOfficer: 'Sgt Marsh', conditionsStillMet: true };

test('age unknown: no police station; and no later glance opens one, only a known age with every ground', async () => {
  const journey = await detained({ appearsUnder18: true });
  expect(await refusal(concord, () => journey.tell(to('bridewell')))).toMatchObject({
    code: 'unlawful',
    rule: expect.stringContaining('s136A(1)') as unknown,
  });
  const glance = { ageYears: 30, ageBasis: 'estimated', appearsUnder18: false };
  await journey.record({ kind: 'person-described', said: glance, source: 'PC 4412' });
  expect(await refusal(concord, () => journey.tell(to('bridewell')))).toMatchObject({ code: 'unlawful' });
  accepted(
    await control.post(`incidents/${journey.incidentId}/person`, {
      source: 'Driving licence',
      dateOfBirth: '1996-02-01',
    }),
    'identify',
  );
  const bare = { ...to('bridewell'), policeStation: undefined };
  expect(await refusal(concord, () => journey.tell(bare))).toMatchObject({
    details: { unmet: expect.any(Array) as unknown },
  });
  await journey.record(to('bridewell'));
});

test('found to be under 18 in the cells: everybody who must act is called at once, whoever learns it', async () => {
  const journey = await inTheCells();
  await concord.advance({ minutes: 12 });
  accepted(
    await control.post(`incidents/${journey.incidentId}/person`, {
      source: 'Her mother, by telephone',
      dateOfBirth: '2010-05-01',
    }),
    'identify',
  );
  await concord.advance({ seconds: 1 });
  expect(alarmOf(board, journey, 'Under 18')).toMatchObject({
    level: 'over',
    open: true,
    called: [
      ['2026-11-22T02:12:00.000Z', 'control-room', 's136-coordinator', 'duty-inspector', 'superintendent'],
    ],
  });
  expect(concord.sent().map(({ subject }) => subject)).toContain(`${journey.ref}: Under 18 ACT NOW`);
  const identity = JSON.stringify([...board.state().incident.values()]);
  expect(identity).not.toContain('2010-05-01');
});

test('a check not made within 30 minutes climbs its own ladder; each check made starts the next', async () => {
  const journey = await inTheCells();
  await concord.advance({ minutes: 20 });
  await journey.record({ kind: 'station-check', professional: 'Nurse Bell', note: 'Awake, talking' });
  await concord.advance({ minutes: 29 });
  const [first] = alarmsOf(board, journey, '30-minute check');
  expect(first).toMatchObject({ level: 'due', startedAt: '2026-11-22T02:20:00.000Z' });
  await concord.advance({ minutes: 16 });
  expect(alarmOf(board, journey, '30-minute check')).toMatchObject({
    level: 'over',
    called: [
      ['2026-11-22T02:45:00.000Z', 'control-room'],
      ['2026-11-22T02:50:00.000Z', 'control-room', 'duty-inspector'],
      ['2026-11-22T03:05:00.000Z', 'superintendent', 'on-call-manager'],
    ],
  });
  await journey.record({ kind: 'station-check', professional: 'Nurse Bell' });
  await concord.shown();
  expect(alarmOf(board, journey, '30-minute check').open).toBe(false);
});

test('reviewed at least hourly; only while asleep with no risk flagged at most three-hourly', async () => {
  const journey = await inTheCells();
  await concord.advance({ minutes: 30 });
  await journey.record({ kind: 'station-check', professional: 'Nurse Bell' });
  const long = { ...review, nextWithinMinutes: 180 };
  expect(await refusal(concord, () => journey.tell(long))).toMatchObject({
    code: 'unlawful',
    details: { atMost: 60 },
  });
  await journey.record({ ...long, asleepNoRiskFlagged: true });
  await concord.advance({ minutes: 170 });
  expect(alarmOf(board, journey, 'Custody review')).toMatchObject({
    level: 'due',
    startedAt: '2026-11-22T02:30:00.000Z',
  });
  await concord.advance({ minutes: 10 });
  expect(alarmOf(board, journey, 'Custody review').level).toBe('over');
});

test('the conditions cease: a move is asked for at once, and asked until they have gone', async () => {
  const journey = await inTheCells();
  await concord.advance({ minutes: 25 });
  await journey.record({ ...review, conditionsStillMet: false });
  await concord.advance({ seconds: 1 });
  expect(alarmOf(board, journey, 'Move from the police station')).toMatchObject({
    level: 'over',
    open: true,
  });
  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await journey.record({ kind: 'arrived', placeId: concord.ids.places['ed-nettlefold'] });
  await concord.shown();
  expect(alarmOf(board, journey, 'Move from the police station').open).toBe(false);
  expect(statutoryLimit((await journey.read()).facts)?.startedAt).toBe('2026-11-22T02:00:00.000Z');
});

test('an extension of an assessment at a police station needs a superintendent’s approval', async () => {
  const journey = await inTheCells();
  await concord.advance({ minutes: 5 });
  const extended = {
    kind: 'extended',
    minutes: 60,
    doctor: 'Dr Orr',
    ground: 'persons-condition',
    reason: 'Unconscious',
  };
  expect(await refusal(concord, () => journey.tell(extended))).toMatchObject({
    code: 'unlawful',
    details: { field: 'superintendent' },
  });
  await journey.record({ ...extended, superintendent: 'Supt. Ivo Saltergate' });
});

test('what happened although it was not lawful is recorded as such, and calls everybody at once', async () => {
  const child = await detained({ ageYears: 15, ageBasis: 'known' });
  await child.record({
    ...to('bridewell'),
    unlawfulBecause: 'No other place would answer; moved within the hour',
  });
  await concord.advance({ seconds: 1 });
  expect(alarmOf(board, child, 'Move from the police station')).toMatchObject({ level: 'over', open: true });
  expect(presentArrival((await child.read()).facts)).toMatchObject({ placeKind: 'police-station' });
});

describe('the day the law changes, in one nation', () => {
  const never = { adults: 'never', source: 'Mental Health Act 2025 (Commencement) Regulations, as made' };
  const rule = (nation: 'england' | 'wales', from: string) =>
    superintendent.post<Area>('police-station-rules', { ...never, nation, from });

  test('binds detentions that begin from then on, and no detention already under way', async () => {
    accepted(await rule('england', '2026-11-22T04:00:00Z'), 'date the rule');
    const [underWay, moved] = [await detained(), await inTheCells()];
    await concord.advance({ hours: 3 });
    await underWay.record(to('bridewell'));
    expect(alarmsOf(board, moved, 'Move from the police station')).toEqual([]);
    const after = await detained();
    expect(await refusal(concord, () => after.tell(to('bridewell')))).toMatchObject({
      code: 'unlawful',
      rule: never.source,
    });
  });

  test('the nation is that of the place: England’s rule leaves Wales as it was, and the 24 hours are the same', async () => {
    accepted(await rule('england', '2026-11-22T02:30:00Z'), 'date the rule');
    await concord.advance({ hours: 1 });
    const journey = await detained();
    await refusal(concord, () => journey.tell(to('bridewell')));
    await journey.record(to('western-bridewell'));
    expect(statutoryLimit((await journey.read()).facts)).toMatchObject({
      startedAt: '2026-11-22T03:00:00.000Z',
      endsAt: '2026-11-23T03:00:00.000Z',
    });
  });

  test('Wales’ rule leaves England as it was; every console has both', async () => {
    accepted(await rule('wales', '2026-11-22T02:30:00Z'), 'date the rule');
    const seen = await board.until(
      ({ area }) => (area.get(concord.areaId)?.policeStationRules.length ?? 0) === 3,
      1000,
    );
    expect(seen.area.get(concord.areaId)?.policeStationRules.at(-1)).toMatchObject({
      nation: 'wales',
      adults: 'never',
    });
    await concord.advance({ hours: 1 });
    const journey = await detained();
    await refusal(concord, () => journey.tell(to('western-bridewell')));
    await journey.record(to('bridewell'));
  });

  test('is dated ahead by those who answer for it: never in the past, never by the control room', async () => {
    expect(await refusal(concord, () => rule('england', '2026-11-22T02:00:00Z') as never)).toMatchObject({
      code: 'time-impossible',
      details: { field: 'from' },
    });
    expect(
      await refusal(concord, () =>
        control.post('police-station-rules', { ...never, nation: 'england', from: '2027-01-01T00:00:00Z' }),
      ),
    ).toMatchObject({ code: 'not-your-duty' });
  });
});
