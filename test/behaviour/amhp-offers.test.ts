import type { AmhpRequest, Notification } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, askedKey, incidentAlarms, Journey, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let journey: Journey;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T14:00:00Z' });
  control = await concord.signIn('controller');
  journey = await Journey.open(control);
  await journey.detain();
  await journey.record({ kind: 'arrived', placeId: concord.ids.places['ed-nettlefold'] });
});
afterEach(() => concord.stop());

const now = async (request: AmhpRequest): Promise<AmhpRequest> => {
  const found = await concord.store.get(concord.areaId, 'amhp-request', request.id);
  if (!found) throw new Error('the request is gone');
  return found;
};
const asked = async (request: AmhpRequest): Promise<Person> =>
  concord.signIn(askedKey(concord, await now(request)));
/** The request that is now on offer. */
const latest = async (): Promise<AmhpRequest> => {
  const [offered] = await concord.store.list(concord.areaId, 'amhp-request', { state: 'offered' });
  if (!offered) throw new Error('nothing is on offer');
  return offered;
};
const names = (request: AmhpRequest) => request.offers.map((offer) => [offer.to.name, offer.answer]);

test('an offer goes to one AMHP at a time; nobody else can take it', async () => {
  const request = await journey.requestAmhp();
  expect(request).toMatchObject({
    state: 'offered',
    offers: [{ answer: null, answerBy: '2026-11-22T14:10:00.000Z' }],
  });
  const mine = await asked(request);
  const other = await concord.signIn(mine.name === (await concord.signIn('amhp')).name ? 'amhp-2' : 'amhp');
  expect((await other.post(`amhp-requests/${request.id}/accept`)).body).toMatchObject({
    code: 'offer-not-yours',
    details: { offeredTo: { name: mine.name } },
  });
  accepted(await mine.post(`amhp-requests/${request.id}/accept`), 'accept');
  expect((await mine.post(`amhp-requests/${request.id}/accept`)).body).toMatchObject({ code: 'offer-ended' });
});

describe('by message', () => {
  const told = async ({ userId }: Person): Promise<string[]> => {
    const all: Notification[] = await concord.store.list(concord.areaId, 'notification');
    const theirs = all.filter(({ to }) => to.userId === userId);
    return theirs.map(({ subject }) => subject.replace(`${journey.ref}: `, ''));
  };

  test('whoever is asked is told, by reference and with the time to answer by; so is the next', async () => {
    const request = await journey.requestAmhp();
    const first = await asked(request);
    expect(await told(first)).toEqual(['you are asked to attend, answer by 14:10']);
    await concord.advance({ minutes: 10 });
    expect(await told(await asked(request))).toEqual(['you are asked to attend, answer by 14:20']);
    expect(await told(first)).toHaveLength(1);
  });

  test('an offer is never held behind the messages before it: eleven in an hour, and each is sent as it is made', async () => {
    const request = await journey.requestAmhp();
    const alone = await asked(request);
    const keys = Object.keys(concord.ids.people).filter((key) => /^amhp(-\d+)?$/.test(key));
    for (const key of keys) {
      const other = await concord.signIn(key);
      const restingUntil = '2026-11-22T20:00:00Z';
      if (other.userId !== alone.userId)
        accepted(await other.post('my/availability', { restingUntil }), 'rest');
    }
    for (let minute = 0; minute < 10; minute += 1) {
      const code = 'on-another';
      accepted(await alone.post(`amhp-requests/${(await latest()).id}/decline`, { code }), 'decline');
      await concord.advance({ minutes: 1 });
      const another = await Journey.open(control);
      await another.detain();
      await another.requestAmhp();
      await concord.advance({ seconds: 1 });
    }
    const all = await concord.store.list(concord.areaId, 'notification');
    const offers = all.filter(({ to, duty }) => to.userId === alone.userId && duty === 'amhp');
    expect(offers.length).toBeGreaterThan(10);
    expect(offers.filter(({ sentAt, queuedAt }) => sentAt !== queuedAt)).toEqual([]);
  });

  test('an AMHP whom the lead takes it from is told; one who gives it up needs no telling', async () => {
    const request = await journey.requestAmhp();
    const lead = await concord.signIn('amhp-lead');
    const withdraw = (by: Person) => by.post(`amhp-requests/${request.id}/withdraw`, { reason: 'Taken ill' });
    const first = await asked(request);
    accepted(await first.post(`amhp-requests/${request.id}/accept`), 'accept');
    accepted(await withdraw(lead), 'withdraw');
    expect(await told(first)).toContain('no longer yours, the duty lead has taken it from you');
    const second = await asked(request);
    accepted(await second.post(`amhp-requests/${request.id}/accept`), 'accept');
    accepted(await withdraw(second), 'withdraw');
    expect(await told(second)).toHaveLength(1);
  });

  test('whoever is on the way, or still asked, is told when the incident ends', async () => {
    const request = await journey.requestAmhp();
    const doctor = accepted(
      await control.post<AmhpRequest>(`incidents/${journey.incidentId}/doctor-requests`, {}),
      'doctor',
    );
    const [travels, thinks] = [await asked(request), await asked(doctor)];
    accepted(await travels.post(`amhp-requests/${request.id}/accept`), 'accept');
    accepted(await travels.post(`amhp-requests/${request.id}/progress`, { state: 'travelling' }), 'go');
    await journey.record({ kind: 'incident-in-error', reason: 'Opened twice' });
    for (const person of [travels, thinks]) expect(await told(person)).toContain('over, you need not attend');
  });
});

test('declined with a reason, it goes to the next on call at once', async () => {
  const request = await journey.requestAmhp();
  const first = await asked(request);
  accepted(await first.post(`amhp-requests/${request.id}/decline`, { code: 'on-another' }), 'decline');
  const second = await now(request);
  expect(names(second)).toEqual([
    [first.name, 'declined'],
    [second.offers[1]?.to.name, null],
  ]);
  expect(second.offers[1]?.to.name).not.toBe(first.name);
});

test('no answer in the agreed time: the next is asked, and the wait runs from the request', async () => {
  const request = await journey.requestAmhp();
  const first = await asked(request);
  await concord.advance({ minutes: 10 });
  const second = await now(request);
  expect(names(second)[0]).toEqual([first.name, 'lapsed']);
  expect(second.offers).toHaveLength(2);
  expect((await first.post(`amhp-requests/${request.id}/accept`)).body).toMatchObject({
    code: 'offer-not-yours',
  });
  await concord.advance({ minutes: 10 });
  const board = await control.watch();
  expect(incidentAlarms(board)).toMatchObject([
    { clock: { label: 'AMHP accepts' }, startedAt: '2026-11-22T14:00:00.000Z', level: 'due' },
  ]);
});

test('accepted and then withdrawn: both stay on record, the next is asked, and the original wait goes on', async () => {
  const request = await journey.requestAmhp();
  const first = await asked(request);
  accepted(await first.post(`amhp-requests/${request.id}/accept`), 'accept');
  await concord.advance({ minutes: 25 });
  accepted(
    await first.post(`amhp-requests/${request.id}/withdraw`, { reason: 'Car has broken down' }),
    'withdraw',
  );
  const second = await now(request);
  expect(second.state).toBe('offered');
  expect(names(second)[0]).toEqual([first.name, 'withdrawn']);
  expect(second.offers.at(-1)?.to.name).not.toBe(first.name);
  await concord.advance({ minutes: 5 });
  const board = await control.watch();
  expect(
    [...board.state().escalation.values()].find((each) => each.clock.label === 'AMHP accepts'),
  ).toMatchObject({ level: 'over', startedAt: '2026-11-22T14:00:00.000Z' });
});

test('nobody sets out before they accepted, or gets there before they set out, or in time to come', async () => {
  const request = await journey.requestAmhp();
  const mine = await asked(request);
  await concord.advance({ minutes: 5 });
  accepted(await mine.post(`amhp-requests/${request.id}/accept`), 'accept');
  const tell = (state: string, time: string) =>
    mine.post(`amhp-requests/${request.id}/progress`, { state, happenedAt: `2026-11-22T${time}Z` });
  await concord.advance({ minutes: 25 });
  for (const [state, time] of [
    ['travelling', '14:03:59'],
    ['on-scene', '13:00:00'],
    ['travelling', '14:50:00'],
  ] as const)
    expect((await tell(state, time)).body).toMatchObject({
      code: 'time-impossible',
      details: { field: 'happenedAt' },
    });
  accepted(await tell('travelling', '14:10:00'), 'told late');
  expect((await tell('on-scene', '14:08:00')).body).toMatchObject({ code: 'time-impossible' });
  accepted(await tell('on-scene', '14:10:00'), 'next door');
});

test('an AMHP on one assessment is not offered another', async () => {
  const request = await journey.requestAmhp();
  const busy = await asked(request);
  accepted(await busy.post(`amhp-requests/${request.id}/accept`), 'accept');
  const other = await Journey.open(control);
  await other.detain();
  const second = await other.requestAmhp();
  expect(second.offers[0]?.to.name).not.toBe(busy.name);
});

test('when everybody on call has been asked, the request is unanswered, tried again, and never dropped', async () => {
  const request = await journey.requestAmhp();
  await concord.advance({ minutes: 65 });
  const tried = await now(request);
  expect(tried.offers.length).toBeGreaterThanOrEqual(6);
  expect(['offered', 'unanswered']).toContain(tried.state);
  const last = await asked(request);
  accepted(await last.post(`amhp-requests/${request.id}/accept`), 'accept at last');
});

test('all say that they are busy: a while later they are asked again; who has a conflict never is', async () => {
  const request = await journey.requestAmhp();
  const conflicted = await asked(request);
  const decline = async (code: string) =>
    accepted(await (await asked(request)).post(`amhp-requests/${request.id}/decline`, { code }), 'decline');
  await decline('conflict-of-interest');
  while ((await now(request)).state === 'offered') await decline('on-another');
  const all = (await now(request)).offers.length;
  await concord.advance({ minutes: 10 });
  const tried = await now(request);
  expect(tried).toMatchObject({ state: 'offered', requestedAt: '2026-11-22T14:00:00.000Z' });
  expect(tried.offers).toHaveLength(all + 1);
  expect(tried.offers.slice(1).map(({ to }) => to.userId)).not.toContain(conflicted.userId);
});

test('with the engine away, an offer is over when its time is', async () => {
  const request = await journey.requestAmhp();
  const first = await asked(request);
  await concord.engine.stop();
  await concord.advance({ minutes: 10 });
  for (const [what, said] of [
    ['accept', {}],
    ['decline', { code: 'unwell' }],
  ] as const)
    expect((await first.post(`amhp-requests/${request.id}/${what}`, said)).body).toMatchObject({
      code: 'offer-ended',
      details: { answerBy: '2026-11-22T14:10:00.000Z' },
    });
  await concord.engine.start();
  await concord.fireDueTimers();
  expect((await now(request)).offers[0]?.answer).toBe('lapsed');
});

test('one request at a time for one incident', async () => {
  await journey.requestAmhp();
  expect((await control.post(`incidents/${journey.incidentId}/amhp-requests`)).body).toMatchObject({
    code: 'request-exists',
  });
});
