import type { Problem, RouteName } from '@concord/contracts';
import { routes } from '@concord/contracts';
import type { Duty } from '@concord/domain';
import { sampleAgreement, termsOf } from '@concord/domain';
import { seedArea } from '@concord/postgres';
import type { Concord, Person } from '@concord/testing';
import { startConcord } from '@concord/testing';
import { emailOf, passwordOf, secondArea } from './second-area';
import { getAs, signInWithPassword } from './sign-in';

/** Somebody in Harrowdale who holds this duty and no other. */
const holder: Readonly<Record<Duty, string>> = {
  'control-room': 'controller',
  'duty-inspector': 'inspector',
  superintendent: 'superintendent',
  'suite-nurse': 'suite-nurse',
  's136-coordinator': 'coordinator',
  'on-call-manager': 'manager',
  'director-on-call': 'director',
  amhp: 'amhp',
  'amhp-lead': 'amhp-lead',
  'section-12-doctor': 'doctor',
  'triage-crew': 'crew',
  'alternative-staff': 'cafe-staff',
  demo: 'simulator',
};
const duties = Object.keys(holder) as Duty[];
const nothing = '11111111-1111-4111-8111-111111111111';

const period = { from: '2026-11-23T08:00:00Z', to: '2026-11-23T20:00:00Z' };
const turns = { name: 'Turns', members: [nothing], handoversAt: ['08:00'], from: '2026-11-23' };

/** A body of the right shape for each command, so that only the caller's duty can be what is wrong. */
const bodies: { readonly [Name in RouteName]?: object } = {
  openIncident: {
    where: { text: 'Footbridge', district: 'Harrowdale', position: { lat: 54.9, lon: 2.4 } },
    calledBy: 'PC 4411',
    person: {},
  },
  recordFact: { kind: 'closed' },
  correctFact: { reason: 'Read off the door log', fact: { kind: 'closed' } },
  takeBackFact: { reason: 'Another patient' },
  mergeIncidents: { otherIncidentId: nothing, reason: 'Two calls about one person' },
  unmergeIncidents: { otherIncidentId: nothing, reason: 'Two people after all' },
  identifyPerson: { source: 'Her driving licence', name: 'Ivy Lark' },
  datePoliceStationRule: {
    nation: 'wales',
    from: '2099-01-01T00:00:00Z',
    adults: 'regulations-2017',
    source: 'The regulations as they are',
  },
  requestHold: { roomId: nothing },
  handBackSearch: { reason: 'Everybody rung has refused' },
  refuseHold: { reason: 'full', rationale: 'Both rooms are taken' },
  releaseHold: { reason: 'Another place is nearer' },
  extendHold: { minutes: 30, reason: 'Behind an accident on the ring road' },
  reverseRefusal: { reason: 'The other room came free' },
  promiseRoom: { freeAt: '2026-11-22T06:00:00Z', reason: 'cleaning' },
  observePlace: { staffedFor: 1 },
  observeAlternative: { left: 1 },
  answerReferral: { answer: 'expected' },
  markRoom: { state: 'available' },
  unmarkRoom: { seenRevision: 1 },
  draftAgreement: { basedOn: nothing },
  editAgreement: { terms: termsOf(sampleAgreement(nothing, nothing, '2099-01-01T00:00:00.000Z', [nothing])) },
  approveAgreement: { seenRevision: 1 },
  withdrawAgreement: { reason: 'One party has thought again' },
  declineOffer: { code: 'on-another' },
  reassignAmhp: { to: nothing, reason: 'Nearer' },
  sayAvailability: { district: null },
  withdrawAmhp: { reason: 'Taken ill' },
  lendPlaces: { toAreaId: nothing, placeIds: [nothing], until: '2026-11-23T02:00:00Z' },
  withdrawLending: { reason: 'Needed here' },
  allowLoan: { allowed: true },
  amhpProgress: { state: 'travelling' },
  markResource: { state: 'available' },
  commitResource: { incidentId: nothing },
  snoozeEscalation: { minutes: 5, why: 'The suite rings back' },
  createRota: { duty: 'demo', name: 'Nights', layers: [turns] },
  changeRota: { name: 'Nights' },
  addLayer: turns,
  changeLayer: turns,
  addOverride: { kind: 'add', ...period, on: nothing, why: 'Unwell' },
  addTemporary: { name: 'Strike', ...period, shifts: [{ ...period, who: nothing }], why: 'Strike' },
  offerSwap: { to: nothing, gives: period, why: 'School play' },
  answerSwap: { accepts: true },
  checkReach: {},
  importShifts: { name: 'Christmas', why: 'As agreed', csv: 'date' },
  addContact: { address: { channel: 'sms', number: '07700 900123' } },
  verifyContact: { code: '123456' },
  orderContacts: { methodIds: [] },
};

/** What a reading must be asked with. */
const queries: { readonly [Name in RouteName]?: string } = {
  whatIf: '?from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z',
};

const ofAnArea = (Object.keys(routes) as RouteName[]).filter((name) => Array.isArray(routes[name].allowed));
const ofAnybodySignedIn = (Object.keys(routes) as RouteName[]).filter(
  (name) => routes[name].allowed === 'signed-in',
);

let concord: Concord;
const people = new Map<Duty, Person>();

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  for (const duty of duties) people.set(duty, await concord.signIn(holder[duty]));
  await seedArea(concord.databaseUrl, secondArea);
});
afterAll(() => concord.stop());

const pathOf = (name: RouteName, areaId: string) =>
  routes[name].path.replace(':areaId', areaId).replace(/:\w+/g, nothing) + (queries[name] ?? '');

const call = (name: RouteName, areaId: string, cookie: string) =>
  fetch(`${concord.address}/api${pathOf(name, areaId)}`, {
    method: routes[name].method,
    headers: { cookie, ...(routes[name].method === 'POST' ? { 'content-type': 'application/json' } : {}) },
    ...(routes[name].method === 'POST' ? { body: JSON.stringify(bodies[name] ?? {}) } : {}),
  });

const answerTo = async (name: RouteName, areaId: string, cookie: string) => {
  const response = await call(name, areaId, cookie);
  const body = (await response.json()) as { code?: string };
  return { status: response.status, code: body.code ?? 'ok' };
};

describe.each(ofAnArea)('%s', (name) => {
  const allowed = routes[name].allowed as readonly Duty[];

  test(`is for ${allowed.length === duties.length ? 'every duty' : allowed.join(', ')}, and for nobody else`, async () => {
    for (const duty of duties) {
      const response = await call(name, concord.areaId, people.get(duty)?.cookie ?? '');
      const { details } = (await response.json()) as Problem;
      // Only the guard says which duties are the caller's; a command has its own words.
      expect([duty, details?.['yours'] === undefined]).toEqual([duty, allowed.includes(duty)]);
      expect(allowed.includes(duty) ? [200, 403, 404, 409, 422] : [403]).toContain(response.status);
    }
  });

  test('is not there for somebody of another area, nor for anybody in an area that is not there', async () => {
    for (const key of ['fallow-controller', 'fallow-director']) {
      const { cookie } = await signInWithPassword(concord.address, emailOf(key), passwordOf(key));
      expect(await answerTo(name, concord.areaId, cookie)).toEqual({ status: 404, code: 'not-found' });
    }
    const own = people.get('control-room')?.cookie ?? '';
    expect(await answerTo(name, nothing, own)).toEqual({ status: 404, code: 'not-found' });
  });

  test('is for nobody who is not signed in', async () => {
    for (const cookie of [
      '',
      'concord_session=',
      'concord_session=made-up',
      `concord_session=${'x'.repeat(4000)}`,
    ])
      expect(await answerTo(name, concord.areaId, cookie)).toEqual({ status: 401, code: 'not-signed-in' });
  });
});

test.each(ofAnybodySignedIn)('%s is for anybody who is signed in, and nobody else', async (name) => {
  expect(await answerTo(name, nothing, '')).toEqual({ status: 401, code: 'not-signed-in' });
  if (name === 'signOut') return;
  // Of what is each person's own, another's does not exist.
  const status = routes[name].path.includes(':') ? 404 : 200;
  expect((await answerTo(name, nothing, people.get('amhp')?.cookie ?? '')).status).toBe(status);
});

test('a refusal for want of a duty names the duties that may', async () => {
  const crew = people.get('triage-crew');
  const answer = await crew?.get('journal');
  expect(answer?.body).toMatchObject({
    code: 'not-your-duty',
    details: { allowed: expect.arrayContaining(['control-room']) as unknown, yours: ['triage-crew'] },
  });
});

test('"you may not" and "there is none" look the same from outside an area', async () => {
  const { cookie } = await signInWithPassword(
    concord.address,
    emailOf('fallow-controller'),
    passwordOf('fallow-controller'),
  );
  const [theirs, none] = await Promise.all(
    [concord.areaId, nothing].map(async (areaId) =>
      (await getAs(concord.address, `/api/areas/${areaId}/board`, cookie)).text(),
    ),
  );
  expect(theirs).toBe(none);
});

test('another area’s things cannot be reached through one’s own', async () => {
  const { cookie } = await signInWithPassword(
    concord.address,
    emailOf('fallow-controller'),
    passwordOf('fallow-controller'),
  );
  const me = (await (await getAs(concord.address, '/api/me', cookie)).json()) as {
    areas: { areaId: string }[];
  };
  const own = me.areas[0]?.areaId ?? '';
  const control = people.get('control-room');
  const opened = await control?.post<{ id: string }>('incidents', bodies.openIncident);
  const there = await getAs(concord.address, `/api/areas/${own}/incidents/${opened?.body.id}`, cookie);
  expect(there.status).toBe(404);
  const room = concord.ids.rooms['elm-1'] ?? '';
  const marked = await fetch(`${concord.address}/api/areas/${own}/rooms/${room}/state`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ state: 'cleaning', source: 'telephone' }),
  });
  expect(marked.status).toBe(404);
});
