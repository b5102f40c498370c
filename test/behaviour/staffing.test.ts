import type { Place, RankedRoom, ToldStatus } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let nurse: Person;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
});
afterEach(() => concord.stop());

const elm = () => concord.ids.places['elm'] ?? '';
const quill = () => concord.ids.places['ed-quill'] ?? '';
const say = (who: Person, placeId: string, body: object) =>
  who.post<Place>(`places/${placeId}/observation`, body);
const atElm = (rooms: RankedRoom[]) => rooms.filter(({ placeId }) => placeId === elm());

test('a suite with two free rooms and staff for one offers one: the second goes with the first', async () => {
  accepted(await say(nurse, elm(), { staffedFor: 1 }), 'staff for one');
  const journey = await Journey.open(control);
  expect(atElm(await journey.places()).map(({ standing }) => standing)).toEqual(['offer', 'offer']);
  await journey.hold(concord.ids.rooms['elm-1']);
  const other = await Journey.open(control);
  const second = atElm(await other.places()).find(({ roomId }) => roomId === concord.ids.rooms['elm-2']);
  expect(second).toMatchObject({ standing: 'no', rank: null });
  const refused = await control.post(`incidents/${other.incidentId}/holds`, {
    roomId: concord.ids.rooms['elm-2'],
  });
  expect(refused).toMatchObject({ status: 422, body: { code: 'place-unfit' } });
  expect(JSON.stringify(refused.body)).toContain('no staff for another person');
});

test('P4: what was said of staff ages like any status, and "nothing has changed" makes it fresh again', async () => {
  accepted(await say(nurse, elm(), { staffedFor: 2 }), 'staff for two');
  await concord.advance({ minutes: 61 });
  for (const key of ['elm-1', 'elm-2'])
    accepted(await nurse.post(`rooms/${concord.ids.rooms[key]}/state`, { state: 'available' }), key);
  const journey = await Journey.open(control);
  const [first] = atElm(await journey.places());
  expect(first).toMatchObject({ standing: 'ring', freshness: 'unknown' });
  expect(first?.reasons[0]).toMatch(/^staff not confirmed for 61 min/);
  accepted(await nurse.post(`places/${elm()}/confirm`), 'confirm');
  expect(atElm(await journey.places()).map(({ standing }) => standing)).toEqual(['offer', 'offer']);
});

test('staffing is said by the suite, or by the control room as a telephone check, and every console sees it', async () => {
  const board = await control.watch();
  expect(await say(control, elm(), { staffedFor: 1 })).toMatchObject({ status: 403 });
  const said = accepted(await say(control, elm(), { staffedFor: 1, source: 'telephone' }), 'telephone');
  expect(said.staffing).toMatchObject({ staffedFor: 1, observed: { source: 'telephone' } });
  await board.until(({ place }) => place.get(elm())?.staffing?.staffedFor === 1);
});

test('an emergency department says how hard it is pressed; what is said of the wrong kind of place is refused', async () => {
  const rung = { pressure: 'escalated', source: 'telephone' };
  expect(accepted(await say(control, quill(), rung), 'rung').pressure).toMatchObject({ state: 'escalated' });
  for (const [placeId, body, field] of [
    [quill(), { staffedFor: 3, source: 'telephone' }, 'staffedFor'],
    [elm(), { pressure: 'taking', source: 'telephone' }, 'pressure'],
  ] as const)
    expect(await say(control, placeId, body)).toMatchObject({
      status: 422,
      body: { code: 'place-unfit', details: { field } },
    });
  expect(await say(control, quill(), { source: 'telephone' })).toMatchObject({ status: 400 });
});

test('a room that cannot meet what the person needs is not offered, and says why', async () => {
  const journey = await Journey.open(control);
  await journey.record({ kind: 'person-described', said: { needs: ['step-free'] } });
  for (const room of await journey.places())
    expect(room).toMatchObject({ standing: 'no', reasons: ['not step-free', expect.anything()] });
});

test('a suite that refuses for want of staff or rooms has said so: nobody else is offered it until it says otherwise', async () => {
  const free = async (key: string) =>
    accepted(await nurse.post(`rooms/${concord.ids.rooms[key]}/state`, { state: 'available' }), key);
  for (const [reason, putRight] of [
    ['no-staff', async () => accepted(await say(nurse, elm(), { staffedFor: 2 }), 'staff')],
    ['full', async () => [await free('elm-1'), await free('elm-2')]],
  ] as const) {
    const hold = await (await Journey.open(control)).hold(concord.ids.rooms['elm-1']);
    const rationale = 'Needs three to one; two nurses tonight.';
    accepted(await nurse.post(`holds/${hold.id}/refuse`, { reason, rationale }), reason);
    const other = await Journey.open(control);
    expect(atElm(await other.places()).map(({ standing }) => standing)).toEqual(['no', 'no']);
    const [told] = accepted(await nurse.get<ToldStatus[]>(`places/${elm()}/history?limit=1`), 'history');
    expect(told).toMatchObject({ source: 'site', confirmed: false, tookEffect: true });
    await concord.advance({ minutes: 1 });
    await putRight();
    expect(atElm(await other.places()).map(({ standing }) => standing)).toEqual(['offer', 'offer']);
  }
});
