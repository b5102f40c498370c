import type { AmhpRequest, Escalation } from '@concord/domain';
import { doctorCalls } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, askedKey, Journey, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let journey: Journey;

/** A Monday at noon: the weekday clinic's doctor is on call, and whoever has the nights is not. */
beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-23T12:00:00Z' });
  control = await concord.signIn('controller');
  journey = await Journey.open(control);
  await journey.detain();
  await journey.record({ kind: 'arrived', placeId: concord.ids.places['ed-nettlefold'] });
});
afterEach(() => concord.stop());

const call = (by: Person = control) =>
  by.post<AmhpRequest>(`incidents/${journey.incidentId}/doctor-requests`, {});
const asked = (request: AmhpRequest) => concord.signIn(askedKey(concord, request));
const calls = async () => doctorCalls((await journey.read()).facts);

test('a doctor is asked like an AMHP: the first on call, by name, until a time; the AMHP’s own clock knows nothing of it', async () => {
  const request = accepted(await call(), 'call');
  expect(request).toMatchObject({
    calls: 'section-12-doctor',
    nth: 1,
    state: 'offered',
    offers: [{ answer: null, answerBy: '2026-11-23T12:10:00.000Z' }],
  });
  await concord.advance({ minutes: 45 });
  const escalations = [...(await control.watch()).state().escalation.values()];
  expect(escalations.map(({ clock }) => clock.label)).not.toContain('AMHP accepts');
});

test('the doctor accepts, travels and is there; they see the incident, and nobody else’s doctor does', async () => {
  const request = accepted(await call(), 'call');
  const doctor = await asked(request);
  const about = `amhp-requests/${request.id}`;
  const theirs = await doctor.watch();
  expect(theirs.state().incident.has(journey.incidentId)).toBe(true);
  accepted(await doctor.post(`${about}/accept`, { notBefore: '2026-11-23T13:00:00Z' }), 'accept');
  expect(await calls()).toMatchObject([
    { nth: 1, state: 'accepted', doctor: { name: doctor.name }, notBefore: '2026-11-23T13:00:00.000Z' },
  ]);
  accepted(await doctor.post(`${about}/progress`, { state: 'travelling' }), 'travelling');
  accepted(await doctor.post(`${about}/progress`, { state: 'on-scene' }), 'on scene');
  expect(await calls()).toMatchObject([{ state: 'on-scene' }]);
  const amhp = await (await concord.signIn('amhp')).watch();
  expect(amhp.state().incident.has(journey.incidentId)).toBe(false);
});

test('the agreed wait for a doctor runs from the call and survives an acceptance that is withdrawn', async () => {
  const request = accepted(await call(), 'call');
  const doctor = await asked(request);
  accepted(await doctor.post(`amhp-requests/${request.id}/accept`), 'accept');
  await concord.advance({ minutes: 30 });
  accepted(await doctor.post(`amhp-requests/${request.id}/withdraw`, { reason: 'Called to theatre' }), 'go');
  const waits = async () => {
    const run = accepted(
      await control.get<Escalation[]>(`incidents/${journey.incidentId}/escalations`),
      'escalations',
    );
    return run.filter(({ clock }) => clock.label === 'Section 12 doctor accepts');
  };
  await concord.advance({ minutes: 14 });
  expect(await waits()).toEqual([]);
  await concord.advance({ minutes: 1 });
  expect(await waits()).toMatchObject([{ level: 'due', steps: [{ dueAt: '2026-11-23T12:45:00.000Z' }] }]);
});

test('two at most, each a call of its own; no doctor is asked for both', async () => {
  const first = accepted(await call(), 'first');
  const second = accepted(await call(), 'second');
  expect([first.nth, second.nth]).toEqual([1, 2]);
  const [one, other] = [first, second].map(({ offers }) => offers.at(-1)?.to.userId);
  expect(one).toBeDefined();
  expect(other).not.toBe(one);
  expect((await call()).body).toMatchObject({ code: 'request-exists' });
});

test('the AMHP who has the request calls the doctors, and whoever is not part of it cannot', async () => {
  const request = await journey.requestAmhp();
  const amhp = await asked(request);
  accepted(await amhp.post(`amhp-requests/${request.id}/accept`), 'accept');
  expect(accepted(await call(amhp), 'call').calls).toBe('section-12-doctor');
  const other = await concord.signIn(amhp.name === (await concord.signIn('amhp')).name ? 'amhp-2' : 'amhp');
  expect((await call(other)).status).toBe(404);
});

test('a doctor who says that they rest passes it on, and is passed over for the next with the reason', async () => {
  const request = accepted(await call(), 'call');
  const doctor = await asked(request);
  accepted(await doctor.post('my/availability', { restingUntil: '2026-11-23T20:00:00Z' }), 'rest');
  const so = await concord.store.get(concord.areaId, 'amhp-request', request.id);
  expect(so?.offers[0]).toMatchObject({ answer: 'declined', code: 'needs-rest' });
  const again = accepted(await call(), 'second');
  expect(again.passedOver).toMatchObject([{ who: { name: doctor.name }, why: 'resting' }]);
});

test('the outcome frees everybody who was called', async () => {
  const [request, doctors] = [await journey.requestAmhp(), accepted(await call(), 'call')];
  await journey.record({ kind: 'assessment-started', amhp: 'Hollis Brightwater' });
  await journey.record({ kind: 'outcome', code: 'discharged-with-follow-up', note: '' });
  for (const { id } of [request, doctors])
    expect((await concord.store.get(concord.areaId, 'amhp-request', id))?.state).toBe('done');
});
