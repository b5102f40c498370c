import type { Problem } from '@concord/contracts';
import type { Hold, Incident } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let elmNurse: Person;
let alderNurse: Person;
let journey: Journey;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, elmNurse, alderNurse] = await concord.signInAs('controller', 'suite-nurse', 'alder-nurse');
  journey = await Journey.open(control);
});
afterEach(() => concord.stop());

const ask = (room: string) =>
  control.post<Hold>(`incidents/${journey.incidentId}/holds`, { roomId: concord.ids.rooms[room] });
const asked = async (room: string): Promise<Hold> => accepted(await ask(room), `ask ${room}`);
const kinds = async (): Promise<string[]> =>
  accepted(await control.get<Incident>(`incidents/${journey.incidentId}`), 'read').facts.map(
    ({ kind }) => kind,
  );

test('P3: several suites may be asked at once; the first acceptance withdraws the others and tells them why', async () => {
  const [elm, alder] = [await asked('elm-1'), await asked('alder-1')];
  const board = await alderNurse.watch();
  accepted(await elmNurse.post(`holds/${elm.id}/accept`), 'Elm accepts');
  await board.until(({ hold }) => hold.get(alder.id)?.state === 'released');
  await board.until(({ room }) => room.get(alder.roomId)?.state === 'available');
  expect(await alderNurse.post(`holds/${alder.id}/accept`)).toMatchObject({
    status: 409,
    body: { code: 'hold-ended' },
  });
  expect(board.state().hold.get(alder.id)?.endedBecause).toBe('Elm Suite accepted');
  expect(await kinds()).toEqual(expect.arrayContaining(['hold-accepted', 'hold-released']));
});

test('one suite is asked once, and nobody more once a suite has accepted', async () => {
  const elm = await asked('elm-1');
  expect(await ask('elm-2')).toMatchObject({ status: 409, body: { code: 'hold-exists' } });
  accepted(await elmNurse.post(`holds/${elm.id}/accept`), 'accept');
  expect(await ask('alder-1')).toMatchObject({
    status: 409,
    body: { code: 'hold-exists', details: { hold: { id: elm.id } } },
  });
});

test('"not before 03:00" keeps the room from then on: it lapses that much later', async () => {
  const elm = await asked('elm-1');
  const notBefore = '2026-11-22T03:00:00.000Z';
  const taken = accepted(await elmNurse.post<Hold>(`holds/${elm.id}/accept`, { notBefore }), 'not before');
  expect(taken).toMatchObject({ notBefore, expiresAt: '2026-11-22T05:00:00.000Z' });
  await concord.advance({ hours: 2, minutes: 59 });
  const board = await control.watch();
  expect(board.state().hold.get(elm.id)?.state).toBe('accepted');
  await concord.advance({ minutes: 2 });
  await board.until(({ hold }) => hold.get(elm.id)?.state === 'expired');
});

test('a time that has passed, or half a day away, is no acceptance: the request stays open', async () => {
  const elm = await asked('elm-1');
  for (const notBefore of ['2026-11-22T01:00:00Z', '2026-11-22T14:01:00Z'])
    expect(await elmNurse.post(`holds/${elm.id}/accept`, { notBefore })).toMatchObject({
      status: 422,
      body: { code: 'time-impossible', details: { field: 'notBefore' } },
    });
  accepted(await elmNurse.post(`holds/${elm.id}/accept`), 'accept');
});

test('P5: a suite that would take them only once the 24 hours are over does not accept, and the others are still asked', async () => {
  await journey.detain();
  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await journey.record({ kind: 'arrived', placeId: concord.ids.places['ed-nettlefold'] });
  await concord.advance({ hours: 20 });
  for (const [suite, who] of [
    ['elm', elmNurse],
    ['alder', alderNurse],
  ] as const)
    accepted(await who.post(`places/${concord.ids.places[suite]}/confirm`), 'confirm');
  const [elm, alder] = [await asked('elm-1'), await asked('alder-1')];
  const accept = (notBefore: string) => elmNurse.post<Problem>(`holds/${elm.id}/accept`, { notBefore });
  for (const late of ['2026-11-23T02:00:00Z', '2026-11-23T08:00:00Z']) {
    const answer = await accept(late);
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'time-impossible', details: { field: 'notBefore' } },
    });
    expect(answer.body.detail).toContain('Mon 02:00');
  }
  expect((await concord.store.get(concord.areaId, 'hold', alder.id))?.state).toBe('requested');
  accepted(await accept('2026-11-23T01:30:00Z'), 'in time');
});

test('a hold can be kept longer with a reason, and for nobody past twelve hours', async () => {
  const elm = await asked('elm-1');
  const reason = 'The ambulance is late';
  const kept = accepted(
    await control.post<Hold>(`holds/${elm.id}/extend`, { minutes: 60, reason }),
    'extend',
  );
  expect(kept.expiresAt).toBe('2026-11-22T03:30:00.000Z');
  await concord.advance({ minutes: 89 });
  accepted(await elmNurse.post(`holds/${elm.id}/accept`), 'accept in the time it was given');
  for (let i = 0; i < 2; i += 1)
    accepted(await elmNurse.post(`holds/${elm.id}/extend`, { minutes: 240, reason }), 'again');
  expect(await elmNurse.post(`holds/${elm.id}/extend`, { minutes: 240, reason })).toMatchObject({
    status: 422,
    body: { code: 'time-impossible', details: { atMost: '2026-11-22T14:00:00.000Z' } },
  });
  expect(await control.post(`holds/${elm.id}/extend`, { minutes: 60 })).toMatchObject({ status: 400 });
});

test('a refusal that is reversed stays on the record beside the acceptance, and the ledger shows both', async () => {
  const elm = await asked('elm-1');
  const refusal = {
    reason: 'risk-beyond-safe-staffing',
    rationale: 'Needs three to one; two nurses tonight.',
  };
  await concord.advance({ minutes: 4 });
  accepted(await elmNurse.post(`holds/${elm.id}/refuse`, refusal), 'refuse');
  await concord.advance({ minutes: 11 });
  const anew = accepted(
    await elmNurse.post<Hold>(`holds/${elm.id}/reverse`, { reason: 'Agency nurse found' }),
    'reverse',
  );
  expect(anew).toMatchObject({ state: 'accepted', reverses: elm.id, roomId: elm.roomId });
  const [line] = accepted(await control.get<Record<string, unknown>[]>('refusals'), 'ledger');
  expect(line).toMatchObject({
    ...refusal,
    placeName: 'Elm Suite',
    tookMinutes: 4,
    askedBy: control.name,
    reversal: { at: '2026-11-22T02:15:00.000Z', by: elmNurse.name, reason: 'Agency nurse found' },
    search: null,
    next: { how: 'accepted', placeName: 'Elm Suite', afterMinutes: 11 },
  });
  expect(await kinds()).toEqual(
    expect.arrayContaining(['hold-refused', 'hold-refusal-reversed', 'hold-accepted']),
  );
  expect(await elmNurse.post(`holds/${elm.id}/reverse`, { reason: 'Again' })).toMatchObject({ status: 409 });
});

test('a suite that was full a while ago may be asked again; one that refused this person is not offered', async () => {
  const [elm, alder] = [await asked('elm-1'), await asked('alder-1')];
  accepted(
    await elmNurse.post(`holds/${elm.id}/refuse`, { reason: 'full', rationale: 'Both taken.' }),
    'full',
  );
  accepted(
    await alderNurse.post(`holds/${alder.id}/refuse`, {
      reason: 'out-of-area',
      rationale: 'Not our district.',
    }),
    'out of area',
  );
  await concord.advance({ minutes: 50 });
  accepted(
    await elmNurse.post(`rooms/${concord.ids.rooms['elm-1']}/state`, { state: 'available' }),
    'free again',
  );
  const standing = new Map((await journey.places()).map((room) => [room.roomId, room.standing]));
  expect(standing.get(elm.roomId)).toBe('offer');
  expect(standing.get(alder.roomId)).toBe('no');
});
