import type { Escalation, Room } from '@concord/domain';
import type { AreaDefinition } from '@concord/contracts';
import { harrowdaleAndVale } from '@concord/coordination';
import type { Concord, Person } from '@concord/testing';
import { accepted, askedKey, Journey, startConcord } from '@concord/testing';

const { rotas } = harrowdaleAndVale;
const amhps = rotas.filter(({ duty }) => duty === 'amhp');
const leads = rotas.filter(({ duty }) => duty === 'amhp-lead');

/** Two councils: Vale County serves Harrowdale and Ketterfold, a second one The Vale. */
const twoServices: AreaDefinition = {
  ...harrowdaleAndVale,
  agencies: {
    ...harrowdaleAndVale.agencies,
    neighbour: { name: 'Vale City Council', kind: 'local-authority' },
  },
  rotas: [
    ...rotas.filter(({ duty }) => duty !== 'amhp' && duty !== 'amhp-lead'),
    ...amhps.map((rota, i) =>
      i === 0
        ? { ...rota, districts: ['Harrowdale', 'Ketterfold'] }
        : { ...rota, agency: 'neighbour', name: 'AMHPs of the city', districts: ['The Vale'] },
    ),
    ...leads.map((rota) => ({ ...rota, districts: ['Harrowdale', 'Ketterfold'] })),
  ],
};

let concord: Concord;
let control: Person;
let nurse: Person;

const start = async (area: AreaDefinition): Promise<void> => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z', area });
  [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
};
afterEach(() => concord.stop());

const place = (key: string) => concord.ids.places[key] ?? '';
const kindsOf = async (journey: Journey) => (await journey.read()).facts.map(({ kind }) => kind);

test('the AMHP service asked is that of the district where the person is; on transfer the first is closed and told, the second asked', async () => {
  await start(twoServices);
  const journey = await Journey.open(control);
  await journey.detain();
  await journey.record({ kind: 'arrived', placeId: place('elm') });
  const asked = await journey.requestAmhp();
  expect(asked).toMatchObject({ district: 'Harrowdale', state: 'offered' });
  const home = new Set((amhps[0]?.layers[0]?.members ?? []).map((key) => concord.ids.people[key]?.userId));
  expect(home.has(asked.offers[0]?.to.userId ?? '')).toBe(true);

  await concord.advance({ minutes: 5 });
  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await journey.record({ kind: 'arrived', placeId: place('hazel') });
  const board = await control.watch();
  const requests = [...board.state()['amhp-request'].values()];
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ district: 'The Vale', state: 'offered' });
  expect(home.has(requests[0]?.offers[0]?.to.userId ?? '')).toBe(false);
  const kinds = await kindsOf(journey);
  expect(kinds.filter((kind) => kind === 'amhp-requested')).toHaveLength(2);
  expect(kinds).toContain('amhp-closed');
  await concord.advance({ seconds: 1 });
  const told = concord.sent().filter(({ subject }) => subject.includes('now in The Vale'));
  expect(told.map(({ role }) => role).sort()).toEqual(['amhp', 'amhp-lead']);
  expect(told.find(({ role }) => role === 'amhp')?.to).toBe(asked.offers[0]?.to.name);
});

test('the wait for the assessment runs on from the first request, as the one alarm that it is', async () => {
  await start(twoServices);
  const journey = await Journey.open(control);
  await journey.detain();
  await journey.record({ kind: 'arrived', placeId: place('elm') });
  await journey.requestAmhp();
  await concord.advance({ minutes: 170 });
  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await journey.record({ kind: 'arrived', placeId: place('hazel') });
  await concord.advance({ minutes: 15 });
  const all = await concord.store.list(concord.areaId, 'escalation', { incidentId: journey.incidentId });
  expect(all.filter(({ clock }) => clock.label === 'Assessment starts')).toMatchObject([
    { startedAt: '2026-11-22T02:00:00.000Z', level: 'over', resolvedAt: null, steps: [{}, {}] },
  ]);
});

test('a transfer within one service asks nobody anew', async () => {
  await start(twoServices);
  const journey = await Journey.open(control);
  await journey.detain();
  await journey.record({ kind: 'arrived', placeId: place('elm') });
  const asked = await journey.requestAmhp();
  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await journey.record({ kind: 'arrived', placeId: place('willow') });
  expect(await kindsOf(journey)).not.toContain('amhp-closed');
  const board = await control.watch();
  expect(board.state()['amhp-request'].get(asked.id)?.state).toBe('offered');
});

test.each([
  ['The Vale', ['amhp-lead'], [['on-call-manager']]],
  ['Harrowdale', [], [['amhp-lead']]],
])(
  'of two services the lead of the one that serves %s is called, and if it has none that is said',
  async (district, nobodyFor, called) => {
    await start(twoServices);
    const journey = await Journey.open(control, {
      where: { text: 'Mill Road', district, position: { lat: 54.4, lon: -1.4 } },
    });
    await journey.detain();
    await journey.requestAmhp();
    await concord.advance({ minutes: 31 });
    const path = `incidents/${journey.incidentId}/escalations`;
    const alarms = accepted(await control.get<Escalation[]>(path), 'alarms');
    const waits = alarms.filter(({ clock }) => clock.label === 'AMHP accepts');
    expect(waits.map(({ steps }) => steps[1]?.nobodyFor)).toEqual([nobodyFor]);
    expect(waits.map(({ steps }) => steps[1]?.called.map(({ duty }) => duty))).toEqual(called);
  },
);

test('an AMHP who accepts and then withdraws is escalated one tier at once, and the wait runs on from the request', async () => {
  await start(harrowdaleAndVale);
  const journey = await Journey.open(control);
  await journey.detain();
  await journey.record({ kind: 'arrived', placeId: place('elm') });
  const asked = await journey.requestAmhp();
  const amhp = await concord.signIn(askedKey(concord, asked));
  accepted(await amhp.post(`amhp-requests/${asked.id}/accept`), 'accept');
  await concord.advance({ minutes: 12 });
  accepted(await amhp.post(`amhp-requests/${asked.id}/withdraw`, { reason: 'Car broke down' }), 'withdraw');
  await concord.advance({ seconds: 1 });
  expect(
    concord.sent().map(({ role, subject }) => [role, subject.includes('AMHP found again')]),
  ).toContainEqual(['amhp-lead', true]);
  const kinds = await kindsOf(journey);
  expect(kinds).toEqual(expect.arrayContaining(['amhp-accepted', 'amhp-withdrew']));
});

test('a room closed for damage over somebody in it blocks the next, keeps them and their clock, and asks that they be moved', async () => {
  await start(harrowdaleAndVale);
  const journey = await Journey.open(control);
  const room = concord.ids.rooms['elm-1'] ?? '';
  await journey.detain();
  const hold = await journey.hold(room);
  accepted(await nurse.post(`holds/${hold.id}/accept`), 'accept');
  await journey.record({ kind: 'arrived', placeId: place('elm') });
  const mark = (body: object) => nurse.post<Room>(`rooms/${room}/state`, body);
  expect(accepted(await mark({ state: 'closed' }), 'close at once').closedReason).toBe('not-said');
  const closing = accepted(await mark({ state: 'closed', closedReason: 'damage' }), 'close');
  expect(closing).toMatchObject({
    state: 'occupied',
    closedReason: 'damage',
    incidentId: journey.incidentId,
  });
  await concord.advance({ minutes: 30, seconds: 1 });
  const board = await control.watch();
  const raised = [...board.state().escalation.values()].map(({ clock }) => clock.label);
  expect(raised).toContain('Moved from a closed room');
  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await board.until(({ room: rooms }) => rooms.get(room)?.state === 'closed');
  await board.until(({ escalation }) =>
    [...escalation.values()].every(
      ({ clock, resolvedAt }) => clock.label !== 'Moved from a closed room' || resolvedAt !== null,
    ),
  );
});
