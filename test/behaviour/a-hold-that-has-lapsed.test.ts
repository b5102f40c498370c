import type { Hold, Incident, RankedRoom } from '@concord/domain';
import { plusMinutes } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, refusal, startConcord } from '@concord/testing';
import { bothSides, lend, peopleOf, startNeighbours } from './neighbours';

const START = '2026-11-22T02:00:00.000Z';
let concord: Concord;
let control: Person;
let nurse: Person;
let journey: Journey;
let hold: Hold;

const roomId = (key: string) => concord.ids.rooms[key] ?? '';
const ask = (room: string, of = journey) =>
  control.post<Hold>(`incidents/${of.incidentId}/holds`, { roomId: roomId(room) });
const rankOf = async (room: string, of = journey): Promise<RankedRoom | undefined> =>
  (await of.places()).find((one) => one.roomId === roomId(room));
const factsOf = async (of: Journey): Promise<Incident['facts']> => (await of.read()).facts;

/** Time goes on, and nobody is there to say so: the engine is down. */
const engineDownUntil = async (at: string): Promise<void> => {
  await concord.engine.stop();
  await concord.clock.set(at, 0);
};

afterEach(() => concord.stop());

describe('P2: while the engine is down, the database’s clock ends a promise', () => {
  beforeEach(async () => {
    concord = await startConcord({ now: START });
    [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
    journey = await Journey.open(control);
    await journey.detain();
    hold = accepted(await ask('elm-1'), 'ask Elm');
  });

  test.each([
    ['at its very minute', 30],
    ['an hour and a half later', 90],
  ])('%s it is neither accepted, refused, extended nor given back', async (_when, minutes) => {
    await engineDownUntil(plusMinutes(START, minutes));
    const rationale = 'Needs three to one; two nurses tonight.';
    for (const send of [
      () => nurse.post(`holds/${hold.id}/accept`),
      () => nurse.post(`holds/${hold.id}/refuse`, { reason: 'risk-beyond-safe-staffing', rationale }),
      () => nurse.post(`holds/${hold.id}/extend`, { minutes: 240, reason: 'Late' }),
      () => control.post(`holds/${hold.id}/release`, { reason: 'Late' }),
    ])
      expect(await refusal(concord, send)).toMatchObject({
        status: 409,
        code: 'hold-ended',
        details: { state: 'expired' },
      });
  });

  test('a moment before its minute it still can be', async () => {
    await engineDownUntil('2026-11-22T02:29:59.999Z');
    expect(accepted(await nurse.post<Hold>(`holds/${hold.id}/accept`), 'accept').state).toBe('accepted');
  });

  test('it keeps nobody from the room: the next to ask has it, and both records say what happened', async () => {
    await engineDownUntil('2026-11-22T02:45:00.000Z');
    const other = await Journey.open(control);
    expect(await rankOf('elm-1', other)).toMatchObject({ standing: 'offer', rank: 1 });
    const theirs = accepted(await ask('elm-1', other), 'ask for another');
    const board = (await control.watch()).state();
    expect(board.room.get(roomId('elm-1'))).toMatchObject({ state: 'held', holdId: theirs.id });
    expect(board.hold.has(hold.id)).toBe(false);
    expect((await factsOf(journey)).at(-1)).toMatchObject({
      kind: 'hold-expired',
      holdId: hold.id,
      by: { name: 'Concord' },
    });
  });

  test('the engine that comes later finds it done, and takes nothing from whoever has the room by then', async () => {
    await engineDownUntil('2026-11-22T02:45:00.000Z');
    const other = await Journey.open(control);
    const theirs = accepted(await ask('elm-1', other), 'ask for another');
    await concord.engine.start();
    await concord.advance({ minutes: 1 });
    const kinds = (await factsOf(journey)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'hold-expired')).toHaveLength(1);
    expect((await concord.store.get(concord.areaId, 'hold', theirs.id))?.state).toBe('requested');
  });

  test('its own incident, and another of the same person, may ask again', async () => {
    const ivy = {
      ageYears: 36,
      ageBasis: 'known',
      sex: 'female',
      name: 'Ivy Lark',
      dateOfBirth: '1990-02-03',
    };
    const [one, two] = [
      await Journey.open(control, { person: ivy }),
      await Journey.open(control, { person: ivy }),
    ];
    accepted(await ask('hazel-1', one), 'ask Hazel');
    expect(await ask('alder-1', two)).toMatchObject({ body: { code: 'person-held-elsewhere' } });
    await engineDownUntil('2026-11-22T02:45:00.000Z');
    expect(await rankOf('elm-1')).toMatchObject({ standing: 'offer' });
    accepted(await ask('elm-1'), 'the same again');
    accepted(await ask('alder-1', two), 'the other incident of the same person');
  });

  test('an acceptance lapses so too: another place may then be asked and accept', async () => {
    accepted(await nurse.post(`holds/${hold.id}/accept`), 'accept');
    await engineDownUntil('2026-11-22T04:00:00.000Z');
    const elm = concord.ids.places['elm'] ?? '';
    const alder = concord.ids.places['alder'] ?? '';
    const alderNurse = await concord.signIn('alder-nurse');
    accepted(await nurse.post(`places/${elm}/confirm`), 'confirm');
    accepted(await alderNurse.post(`places/${alder}/confirm`), 'confirm');
    const next = accepted(await ask('alder-1'), 'ask Alder');
    accepted(await alderNurse.post(`holds/${next.id}/accept`), 'accept');
    expect((await factsOf(journey)).map(({ kind }) => kind).slice(-3)).toEqual([
      'hold-expired',
      'hold-requested',
      'hold-accepted',
    ]);
  });
});

test('P2: a promise of a neighbour’s room that has lapsed keeps neither area from it', async () => {
  concord = await startNeighbours();
  const people = await peopleOf(concord);
  ({ control } = people);
  await lend(concord, people.coordinator);
  const where = { text: 'Footbridge', district: 'Harrowdale', position: { lat: 54.9, lon: 2.6 } };
  journey = await Journey.open(control, { where });
  const mirror = (await bothSides(concord, 'sedge-1')).mirror.id;
  hold = await journey.hold(mirror);
  await engineDownUntil(hold.expiresAt);
  const theirController = await concord.neighbour().signIn('neighbour-controller');
  const theirs = await Journey.open(theirController, {
    where: { text: 'Sea wall', district: 'Tarnhithe', position: { lat: 54.93, lon: 2.86 } },
  });
  const sedge = concord.neighbour().ids.rooms['sedge-1'];
  const own = (of: Journey, room: string | undefined) =>
    of.places().then((all) => all.find((one) => one.roomId === room)?.standing);
  expect([await own(journey, mirror), await own(theirs, sedge)]).toEqual(['offer', 'offer']);
  const taken = accepted(
    await theirController.post<Hold>(`incidents/${theirs.incidentId}/holds`, { roomId: sedge }),
    'the lender asks for its own',
  );
  expect((await factsOf(journey)).at(-1)).toMatchObject({ kind: 'hold-expired', holdId: hold.id });
  const again = await control.post(`incidents/${journey.incidentId}/holds`, { roomId: mirror });
  expect(again).toMatchObject({ status: 409, body: { code: 'room-taken' } });
  await concord.clock.set(taken.expiresAt, 0);
  accepted(
    await people.nurse.post(`places/${concord.neighbour().ids.places['sedge'] ?? ''}/confirm`),
    'confirm',
  );
  accepted(
    await control.post(`incidents/${journey.incidentId}/holds`, { roomId: mirror }),
    'and the borrower, once theirs has lapsed',
  );
});
