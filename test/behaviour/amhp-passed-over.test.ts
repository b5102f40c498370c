import type { AmhpLoad, AmhpRequest, Availability, Notification } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, askedKey, Journey, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let lead: Person;
let journey: Journey;

/** A Sunday night, with somebody brought to an emergency department. */
beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, lead] = await concord.signInAs('controller', 'amhp-lead');
  journey = await opened();
});
afterEach(() => concord.stop());

const opened = async (): Promise<Journey> => {
  const one = await Journey.open(control);
  await one.detain();
  await one.record({ kind: 'arrived', placeId: concord.ids.places['ed-nettlefold'] });
  return one;
};
const now = async ({ id }: AmhpRequest): Promise<AmhpRequest> => {
  const found = await concord.store.get(concord.areaId, 'amhp-request', id);
  if (!found) throw new Error('the request is gone');
  return found;
};
const asked = async (request: AmhpRequest): Promise<Person> =>
  concord.signIn(askedKey(concord, await now(request)));
const say = async (person: Person, said: object): Promise<Availability> =>
  accepted(await person.post<Availability>('my/availability', said), 'availability');
const id = (person: Person): string => person.userId;
const kinds = async (): Promise<string[]> => (await journey.read()).facts.map(({ kind }) => kind);

test('nobody is offered a request while they rest; they are named, with until when, to the lead and to nobody else', async () => {
  const first = await concord.signIn('amhp');
  await say(first, { restingUntil: '2026-11-22T06:00:00Z' });
  const request = await journey.requestAmhp();
  expect(request.offers.map(({ to }) => to.userId)).not.toContain(id(first));
  expect(request.passedOver).toMatchObject([
    { who: { userId: id(first) }, why: 'resting', until: '2026-11-22T06:00:00.000Z' },
  ]);
  const [board, theirs] = [await lead.watch(), await (await asked(request)).watch()];
  expect(board.state()['amhp-request'].get(request.id)?.passedOver).toHaveLength(1);
  expect(theirs.state()['amhp-request'].get(request.id)?.passedOver).toEqual([]);
  expect([...theirs.state().availability.values()]).toEqual([]);
});

test('rested, or saying that they can be asked again, they are in line again', async () => {
  const first = await concord.signIn('amhp');
  await say(first, { restingUntil: '2026-11-22T02:30:00Z' });
  await say(first, { restingUntil: null });
  const request = await journey.requestAmhp();
  expect(request.offers[0]?.to.userId).toBe(id(first));
});

test('a rest that is over, or of more than a day, is refused', async () => {
  const first = await concord.signIn('amhp');
  for (const restingUntil of ['2026-11-22T02:00:00Z', '2026-11-23T02:01:00Z'])
    expect((await first.post('my/availability', { restingUntil })).body).toMatchObject({
      code: 'time-impossible',
    });
});

test('whoever attended in the night is left to rest for as long as was agreed, and is asked after it', async () => {
  const request = await journey.requestAmhp();
  const went = await asked(request);
  const about = `amhp-requests/${request.id}`;
  accepted(await went.post(`${about}/accept`), 'accept');
  accepted(await went.post(`${about}/progress`, { state: 'travelling' }), 'travelling');
  accepted(await went.post(`${about}/progress`, { state: 'on-scene' }), 'on scene');
  await journey.record({ kind: 'assessment-started', amhp: went.name }, went);
  await concord.advance({ hours: 1 });
  await journey.record({ kind: 'outcome', code: 'discharged-with-follow-up', note: '' }, went);
  const next = await (await opened()).requestAmhp();
  expect(next.passedOver).toMatchObject([
    { who: { userId: id(went) }, why: 'rest-after-night', until: '2026-11-22T14:00:00.000Z' },
  ]);
  await concord.advance({ hours: 11 });
  const more = [await (await opened()).requestAmhp(), await (await opened()).requestAmhp()];
  const open = await Promise.all([next, ...more].map(now));
  expect(open.map(({ offers }) => offers.at(-1)?.to.userId)).toContain(id(went));
});

test('nobody is offered what they cannot reach in the agreed time', async () => {
  const first = await concord.signIn('amhp');
  const agreement = (await concord.store.list(concord.areaId, 'agreement')).at(-1);
  const area = await concord.store.get(concord.areaId, 'area', concord.areaId);
  expect(agreement?.attendance.travelMinutes).toBe(90);
  await say(first, { district: area?.districts[0]?.name });
  const near = await journey.requestAmhp();
  expect(near.offers[0]?.to.userId).toBe(id(first));
  const far = await Journey.open(control, {
    where: { text: 'Sheepfold', district: 'Harrowdale', position: { lat: 58.6, lon: -3.1 } },
  });
  await far.detain();
  accepted(await first.post(`amhp-requests/${near.id}/decline`, { code: 'too-far' }), 'decline');
  const request = await far.requestAmhp();
  const [away, busy] = request.passedOver;
  expect(away).toMatchObject({ who: { userId: id(first) }, why: 'too-far' });
  expect(away?.minutes).toBeGreaterThan(90);
  expect(busy).toMatchObject({ why: 'on-another' });
});

test('accepted from a time: everybody sees from when, and the wait for the assessment runs on from the request', async () => {
  const request = await journey.requestAmhp();
  const went = await asked(request);
  const about = `amhp-requests/${request.id}`;
  expect((await went.post(`${about}/accept`, { notBefore: '2026-11-22T01:59:00Z' })).body).toMatchObject({
    code: 'time-impossible',
    details: { field: 'notBefore' },
  });
  const taken = accepted(
    await went.post<AmhpRequest>(`${about}/accept`, { notBefore: '2026-11-22T04:30:00Z' }),
    'accept',
  );
  expect(taken).toMatchObject({ state: 'accepted', notBefore: '2026-11-22T04:30:00.000Z' });
  expect((await journey.read()).facts.at(-1)).toMatchObject({
    kind: 'amhp-accepted',
    notBefore: '2026-11-22T04:30:00.000Z',
  });
  await concord.advance({ hours: 3 });
  const escalations = [...(await control.watch()).state().escalation.values()];
  expect(escalations.find(({ clock }) => clock.label === 'Assessment starts')).toMatchObject({
    level: 'over',
    startedAt: '2026-11-22T02:00:00.000Z',
  });
});

test('"another reason" needs saying; the code of any other is enough, and is the lead’s and their own to see', async () => {
  const request = await journey.requestAmhp();
  const first = await asked(request);
  const path = `amhp-requests/${request.id}/decline`;
  expect((await first.post(path, { code: 'other' })).body).toMatchObject({ code: 'reason-needed' });
  expect((await first.post(path, { code: 'no-such' })).status).toBe(400);
  accepted(await first.post(path, { code: 'needs-rest' }), 'decline');
  const second = await asked(request);
  const [seen, theirs] = [await lead.watch(), await second.watch()];
  expect(seen.state()['amhp-request'].get(request.id)?.offers[0]?.code).toBe('needs-rest');
  expect(theirs.state()['amhp-request'].get(request.id)?.offers[0]?.code).toBeUndefined();
  const history = theirs.state().incident.get(journey.incidentId)?.facts ?? [];
  expect(history.find(({ kind }) => kind === 'amhp-declined')).not.toHaveProperty('code');
});

describe('the duty lead', () => {
  const reassign = (request: AmhpRequest, to: string, by: Person = lead) =>
    by.post<AmhpRequest>(`amhp-requests/${request.id}/reassign`, { to, reason: 'Lives two streets away' });
  const told = async (): Promise<Notification[]> =>
    (await concord.store.list(concord.areaId, 'notification')).filter(({ subject }) =>
      subject.includes('no longer yours'),
    );

  test('gives it to another by name, with a reason; whoever had it is told, and the first wait goes on', async () => {
    const request = await journey.requestAmhp();
    const had = await asked(request);
    accepted(await had.post(`amhp-requests/${request.id}/accept`), 'accept');
    await concord.advance({ minutes: 15 });
    const other = await concord.signIn('amhp-9');
    const given = accepted(await reassign(request, id(other)), 'reassign');
    expect(given).toMatchObject({
      state: 'offered',
      assigned: null,
      requestedAt: '2026-11-22T02:00:00.000Z',
      offers: [
        { to: { userId: id(had) }, answer: 'reassigned', reason: 'Lives two streets away' },
        { to: { userId: id(other) }, answer: null, answerBy: '2026-11-22T02:25:00.000Z' },
      ],
    });
    expect(await told()).toMatchObject([
      { to: { userId: id(had) }, subject: expect.stringContaining('has asked somebody else') as unknown },
    ]);
    expect((await journey.read()).facts.slice(-2)).toMatchObject([
      { kind: 'amhp-withdrew', amhp: { userId: id(had) }, by: { userId: id(lead) } },
      { kind: 'amhp-offered', to: { userId: id(other) } },
    ]);
    const theirs = await had.watch();
    expect(theirs.state().incident.has(journey.incidentId)).toBe(false);
    await concord.advance({ minutes: 15 });
    const alarms = [...(await control.watch()).state().escalation.values()];
    expect(alarms.find(({ clock }) => clock.label === 'AMHP accepts')).toMatchObject({
      startedAt: '2026-11-22T02:00:00.000Z',
      level: 'over',
    });
  });

  test('who hands on what they saw does not take it from whoever has it since', async () => {
    const request = await journey.requestAmhp();
    const first = await asked(request);
    const seen = accepted(await first.post<AmhpRequest>(`amhp-requests/${request.id}/accept`), 'accept');
    const back = { reason: 'Taken ill', seenRevision: seen.revision };
    accepted(await first.post(`amhp-requests/${request.id}/withdraw`, back), 'withdraw');
    const second = await asked(await now(request));
    accepted(await second.post(`amhp-requests/${request.id}/accept`), 'accept');
    expect((await lead.post(`amhp-requests/${request.id}/withdraw`, back)).body).toMatchObject({
      code: 'changed-since-seen',
      detail: expect.stringContaining(`${second.name} has it now`) as unknown,
    });
    expect(await now(request)).toMatchObject({ state: 'accepted', assigned: { userId: id(second) } });
  });

  test('can do so while somebody still thinks it over, and it goes to the next if the other declines', async () => {
    const request = await journey.requestAmhp();
    const thinking = await asked(request);
    const other = await concord.signIn('amhp-9');
    accepted(await reassign(request, id(other)), 'reassign');
    expect(await kinds()).toContain('amhp-offer-taken-back');
    expect((await thinking.post(`amhp-requests/${request.id}/accept`)).body).toMatchObject({
      code: 'offer-not-yours',
    });
    accepted(await other.post(`amhp-requests/${request.id}/decline`, { code: 'unwell' }), 'decline');
    const third = (await now(request)).offers.at(-1)?.to.userId;
    expect([id(thinking), id(other)]).not.toContain(third);
  });

  test('cannot give it to anybody who rests, nor to whoever has it, nor to somebody who is no AMHP', async () => {
    const request = await journey.requestAmhp();
    const had = await asked(request);
    const other = await concord.signIn('amhp-9');
    await say(other, { restingUntil: '2026-11-22T08:00:00Z' });
    expect((await reassign(request, id(other))).body).toMatchObject({
      code: 'not-free',
      detail: expect.stringContaining('rests until 08:00') as unknown,
    });
    expect((await reassign(request, id(had))).body).toMatchObject({ code: 'not-free' });
    expect((await reassign(request, id(control))).body).toMatchObject({ code: 'not-found' });
    expect((await reassign(request, id(other), had)).status).toBe(403);
  });
});

test('the lead sees how the work fell over four weeks, and only the lead', async () => {
  const request = await journey.requestAmhp();
  const first = await asked(request);
  accepted(await first.post(`amhp-requests/${request.id}/decline`, { code: 'needs-rest' }), 'decline');
  const second = await asked(request);
  accepted(await second.post(`amhp-requests/${request.id}/accept`), 'accept');
  await concord.advance({ minutes: 90 });
  const loads = accepted(await lead.get<AmhpLoad[]>('amhp-load'), 'load');
  expect(loads).toHaveLength(22);
  const of = (person: Person) => loads.find(({ who }) => who.userId === id(person));
  expect(of(first)).toMatchObject({ offered: 1, declined: 1, minutes: 0 });
  expect(of(second)).toMatchObject({ offered: 1, accepted: 1, minutes: 90 });
  await concord.advance({ days: 28 });
  const later = accepted(await lead.get<AmhpLoad[]>('amhp-load'), 'load');
  expect(later.find(({ who }) => who.userId === id(first))).toMatchObject({ offered: 0 });
  expect((await first.get('amhp-load')).status).toBe(403);
});

test('whoever says that they rest while they are asked passes it on to the next', async () => {
  const request = await journey.requestAmhp();
  const first = await asked(request);
  await say(first, { restingUntil: '2026-11-22T06:00:00Z' });
  const so = await now(request);
  expect(so.offers).toMatchObject([
    { to: { userId: id(first) }, answer: 'declined', code: 'needs-rest' },
    { answer: null },
  ]);
  expect(await kinds()).toContain('amhp-declined');
});

test('whoever declines for need of rest is left to it, and asked for others once they say so', async () => {
  const first = await asked(await journey.requestAmhp());
  const request = [...(await first.watch()).state()['amhp-request'].keys()][0] ?? '';
  accepted(await first.post(`amhp-requests/${request}/decline`, { code: 'needs-rest' }), 'decline');
  const next = await (await opened()).requestAmhp();
  expect(next.passedOver[0]).toMatchObject({
    who: { userId: id(first) },
    why: 'resting',
    until: '2026-11-22T13:00:00.000Z',
  });
  await say(first, { restingUntil: null });
  expect((await (await opened()).requestAmhp()).offers[0]?.to.userId).toBe(id(first));
});

test('a night asleep between accepting and setting out is no night’s work', async () => {
  const request = await journey.requestAmhp();
  const went = await asked(request);
  const about = `amhp-requests/${request.id}`;
  accepted(await went.post(`${about}/accept`, { notBefore: '2026-11-22T07:30:00Z' }), 'accept');
  await concord.advance({ minutes: 5 * 60 + 40 });
  accepted(await went.post(`${about}/progress`, { state: 'travelling' }), 'travelling');
  await concord.advance({ minutes: 80 });
  await journey.record({ kind: 'incident-in-error', reason: 'Opened twice' });
  const [said] = await concord.store.list(concord.areaId, 'availability', { userId: id(went) });
  expect(said?.attended).toEqual({ from: '2026-11-22T07:40:00.000Z', to: '2026-11-22T09:00:00.000Z' });
});
