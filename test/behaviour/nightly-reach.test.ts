import { checkReachNightly } from '@concord/coordination';
import type { Notification, ReachReport, Rota } from '@concord/domain';
import { holdersOf, rotasOf } from '@concord/domain';
import { dataSourceFor, openIdentity } from '@concord/postgres';
import { recorder } from '@concord/senders';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, refusal, startConcord } from '@concord/testing';
import type { DataSource } from 'typeorm';

let concord: Concord;
let source: DataSource;
let coordinator: Person;
let board: LiveBoard;

const start = async (now: string): Promise<void> => {
  concord = await startConcord({ now });
  source = await dataSourceFor(concord.databaseUrl, { connections: 2 }).initialize();
  coordinator = await concord.signIn('coordinator');
  board = await coordinator.watch();
};
afterEach(async () => {
  await source.destroy();
  await concord.stop();
});

const reports = (): ReachReport[] => [...board.state()['reach-report'].values()];
const report = (): ReachReport => {
  const [found, ...more] = reports();
  if (!found || more.length > 0) throw new Error(`${reports().length} reports`);
  return found;
};
const messages = async (): Promise<Notification[]> =>
  (await concord.store.list(concord.areaId, 'notification')).filter(({ subject }) =>
    subject.startsWith('On call check'),
  );

/** Everybody with a duty in the area is given a number and has verified it, but these. */
const everybodyReachableBut = async (...keys: string[]): Promise<void> => {
  const { contacts } = openIdentity(source);
  const not = new Set(keys.map((key) => concord.ids.people[key]?.userId));
  for (const { userId } of await concord.store.people(concord.areaId)) {
    if (not.has(userId)) continue;
    const number = `+447700${String(900_000 + (parseInt(userId.slice(0, 4), 16) % 99_999))}`;
    const method = await contacts.add(userId, { channel: 'sms', number }, number);
    const code = await contacts.newCode(method?.id ?? '');
    await contacts.tryCode(userId, method?.id ?? '', code);
  }
};

const rotaOf = (duty: Rota['duty']): Rota => {
  const [found] = rotasOf([...board.state().rota.values()], duty);
  if (!found) throw new Error(`no rota for ${duty}`);
  return found;
};

/** Whoever would be director on call then is taken off, and nobody is put in their place. */
const noDirector = async (from: string, to: string): Promise<void> => {
  const rota = rotaOf('director-on-call');
  const [off] = holdersOf([rota], 'director-on-call', from);
  const body = { kind: 'remove', from, to, off: off?.userId, why: 'Away, nobody found yet' };
  accepted(await coordinator.post(`rotas/${rota.id}/overrides`, body), 'take off');
  await concord.shown();
};

test('nothing is owed before the area’s first night; then a report is kept, with nothing in it when all can be reached', async () => {
  await start('2026-11-22T02:00:00Z');
  await everybodyReachableBut();
  await concord.advance({ hours: 3, minutes: 59 });
  expect(reports()).toEqual([]);
  await concord.advance({ minutes: 1 });
  expect(report()).toMatchObject({
    takenAt: '2026-11-22T06:00:00.000Z',
    until: '2026-11-29T06:00:00.000Z',
    night: '2026-11-22T06:00:00.000Z',
    askedBy: null,
    gaps: [],
  });
  expect(report().steps).toBeGreaterThan(60);
  expect(await messages()).toEqual([]);
});

test('a person on call without a verified contact method is named, with the steps that would reach nobody', async () => {
  await start('2026-11-22T02:00:00Z');
  await everybodyReachableBut('director', 'night-director');
  await concord.advance({ hours: 4 });
  const gaps = report().gaps.filter(({ duties }) => duties.join() === 'director-on-call');
  // The one until Monday at nine, then the other.
  expect(gaps.map(({ kind, who, times }) => [kind, who.length, times.map(({ from }) => from)])).toEqual([
    ['nobody-reachable', 1, ['2026-11-22T06:00:00.000Z']],
    ['nobody-reachable', 1, ['2026-11-23T09:00:00.000Z']],
  ]);
  const [gap] = gaps;
  expect(gap?.rotaIds).toEqual([rotaOf('director-on-call').id]);
  expect(gap?.steps).toContainEqual({ version: 1, kind: 'agreed', label: 'Bed found', afterMinutes: 240 });
  // One message to each who keeps the trust’s rotas and is on call now. It names nobody.
  const told = await messages();
  expect(told.map(({ to }) => to.name)).toHaveLength(2);
  expect(new Set(told.map(({ duty }) => duty))).toEqual(new Set(['on-call-manager', 's136-coordinator']));
  for (const { subject } of told) {
    expect(subject).toContain('nobody on call can be reached now for Director on call');
    expect(subject).not.toContain(gap?.who[0]?.name ?? 'nobody');
  }
});

test('an alternative’s own staff without a contact method are told of its opening hours only', async () => {
  await start('2026-11-22T02:00:00Z');
  await everybodyReachableBut('cafe-staff', 'cafe-staff-2');
  const cafe = concord.ids.alternatives['lantern-cafe'] ?? '';
  const staff = await concord.signIn('cafe-staff');
  accepted(await staff.post(`alternatives/${cafe}/observation`, { left: 4 }), 'count');
  await concord.advance({ hours: 4 });
  const gaps = report().gaps.filter(({ duties }) => duties[0] === 'alternative-staff');
  expect(gaps.map(({ kind, who }) => [kind, who.length])).toEqual([
    ['nobody-reachable', 1],
    ['nobody-reachable', 1],
  ]);
  for (const { steps } of gaps)
    expect(steps).toEqual([
      { version: 1, kind: 'place-status', placeId: cafe, placeName: 'The Lantern Café', afterMinutes: 30 },
    ]);
  // Open from six in the evening until two, and until four in the nights after Friday and Saturday.
  const times = gaps.flatMap((gap) =>
    gap.times.map(({ from, to }) => `${from.slice(8, 16)}-${to.slice(8, 16)}`),
  );
  expect(times.sort()).toEqual([
    '22T18:00-23T02:00',
    '23T18:00-24T02:00',
    '24T18:00-25T02:00',
    '25T18:00-26T02:00',
    '26T18:00-27T02:00',
    '27T18:00-28T04:00',
    '28T18:00-29T04:00',
  ]);
});

test('a time with nobody on call comes first; its rota’s owner is told once, and again within a day of it', async () => {
  await start('2026-11-22T02:00:00Z');
  await everybodyReachableBut('superintendent');
  await noDirector('2026-11-25T09:30:00.000Z', '2026-11-25T12:00:00.000Z');
  await concord.advance({ hours: 4 });
  expect(report().gaps[0]).toMatchObject({
    kind: 'nobody-on-call',
    duties: ['director-on-call'],
    who: [],
    times: [{ from: '2026-11-25T09:30:00.000Z', to: '2026-11-25T12:00:00.000Z' }],
  });
  const director = async () =>
    (await messages()).filter(({ subject }) => subject.includes('Director on call')).length;
  const first = await director();
  expect(first).toBeGreaterThan(0);
  await concord.advance({ hours: 24 });
  await concord.advance({ hours: 24 });
  expect(await director()).toBe(first);
  await concord.advance({ hours: 24 });
  expect(await director()).toBe(2 * first);
});

test('it is made once a night, whoever looks and however often; what was missed is made late, once', async () => {
  await start('2026-11-22T02:00:00Z');
  await concord.advance({ hours: 4 });
  const { revision } = report();
  const sent = (await messages()).length;
  expect(sent).toBeGreaterThan(0);
  const parts = { store: concord.store, sender: recorder(), contacts: openIdentity(source).contacts };
  await concord.engine.stop();
  await concord.engine.start();
  await Promise.all([1, 2, 3, 4].map(() => checkReachNightly(parts, concord.areaId)));
  await concord.shown();
  expect([report().revision, (await messages()).length]).toEqual([revision, sent]);

  await concord.engine.stop();
  await concord.advance({ hours: 60 });
  expect(report().night).toBe('2026-11-22T06:00:00.000Z');
  await concord.engine.start();
  expect(report()).toMatchObject({ night: '2026-11-24T06:00:00.000Z', takenAt: '2026-11-24T18:00:00.000Z' });
  const after = (await messages()).length;
  await concord.engine.stop();
  await Promise.all([1, 2, 3, 4].map(() => checkReachNightly(parts, concord.areaId)));
  expect((await messages()).length).toBe(after);
});

test.each([
  ['back', '2026-10-24T03:00:00Z', ['2026-10-24T05:00:00.000Z', '2026-10-25T06:00:00.000Z']],
  ['forward', '2027-03-27T03:00:00Z', ['2027-03-27T06:00:00.000Z', '2027-03-28T05:00:00.000Z']],
])('on the night the clocks go %s it is made at six in London', async (_turn, now, nights) => {
  await start(now);
  const seen = new Set<string | null>();
  for (let quarter = 0; quarter < 28 * 2; quarter += 1) {
    await concord.advance({ minutes: 30 });
    for (const { night, takenAt } of reports()) {
      seen.add(night);
      expect(takenAt).toBe(night);
    }
  }
  expect([...seen]).toEqual(nights);
});

test('a manager looks again at once, and sees what has been put right; the night’s own still comes', async () => {
  await start('2026-11-22T02:00:00Z');
  await everybodyReachableBut();
  await noDirector('2026-11-23T02:00:00.000Z', '2026-11-23T08:00:00.000Z');
  const asked = accepted(await coordinator.post<ReachReport>('on-call/reach', {}), 'look');
  expect(asked).toMatchObject({
    askedBy: { name: coordinator.name },
    night: null,
    gaps: [{ kind: 'nobody-on-call' }, ...asked.gaps.slice(1)],
  });
  await concord.shown();
  expect(report()).toEqual(asked);
  expect(await messages()).toEqual([]);
  const [override] = rotaOf('director-on-call').overrides;
  accepted(
    await coordinator.post(`rotas/${rotaOf('director-on-call').id}/overrides/${override?.id ?? ''}/cancel`),
    'back',
  );
  expect(accepted(await coordinator.post<ReachReport>('on-call/reach', {}), 'look').gaps).toEqual([]);
  await concord.advance({ hours: 4 });
  expect(report()).toMatchObject({ askedBy: null, night: '2026-11-22T06:00:00.000Z' });
});

test('it is for those who oversee: a nurse neither sees it nor may ask for it', async () => {
  await start('2026-11-22T02:00:00Z');
  const nurse = await concord.signIn('suite-nurse');
  const theirs = await nurse.watch();
  expect(await refusal(concord, () => nurse.post('on-call/reach', {}))).toMatchObject({
    code: 'not-your-duty',
  });
  accepted(await coordinator.post('on-call/reach', {}), 'look');
  await concord.shown();
  expect(reports()).toHaveLength(1);
  expect(theirs.state()['reach-report'].size).toBe(0);
});

test('whose shift the clocks jump over is told by message in the week before, and who keeps the rota, once', async () => {
  await start('2027-03-22T10:00:00Z');
  const [rota, manager] = [rotaOf('on-call-manager'), await concord.signIn('manager')];
  const members = ['manager', 'night-manager'].map((key) => concord.ids.people[key]?.userId);
  const hourly = { every: 'hours', count: 1, handoversAt: ['00:00'], from: '2027-03-27', hours: [] };
  accepted(await manager.post(`rotas/${rota.id}/layers`, { name: 'Hourly', members, ...hourly }), 'layer');
  const told = async () =>
    (await concord.store.list(concord.areaId, 'notification')).filter(({ subject }) =>
      subject.includes('has no length'),
    );
  expect(await told()).toEqual([]);
  await concord.advance({ hours: 20 });
  const first = await told();
  const yours = first.filter(({ subject }) => subject.startsWith('On call: your shift'));
  expect(yours).toMatchObject([
    { duty: 'on-call-manager', incidentId: null, placeId: null, state: expect.anything() as unknown },
  ]);
  expect(members).toContain(yours[0]?.to.userId);
  expect(yours[0]?.subject).toBe(
    `On call: your shift on ${rota.name}, Sun 02:00, has no length: the clocks go forward`,
  );
  // Whoever keeps the rota, and nobody twice.
  expect(first.length).toBeGreaterThan(1);
  expect(new Set(first.map(({ to }) => to.userId)).size).toBe(first.length);
  for (let night = 0; night < 4; night += 1) await concord.advance({ hours: 24 });
  expect(await told()).toHaveLength(first.length);
});

test('no address is in it', async () => {
  await start('2026-11-22T02:00:00Z');
  await everybodyReachableBut('director');
  await concord.advance({ hours: 4 });
  expect(JSON.stringify(report())).not.toContain('7700');
});
