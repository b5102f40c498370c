import type { Address, Agreement, AgreementTerms, Channel, Handed, Notification } from '@concord/domain';
import { plusMinutes, termsOf } from '@concord/domain';
import { dataSourceFor, openIdentity } from '@concord/postgres';
import { recorder } from '@concord/senders';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';

const START = '2026-11-22T10:00:00.000Z';
const away: Handed = { outcome: 'try-later', why: 'provider-down' };

let concord: Concord;
let control: Person;
let manager: Person;
let inspector: Person;
let answers: (channel: Channel | undefined) => Handed;
let taken: string[];

beforeEach(async () => {
  answers = () => ({ outcome: 'handed-over' });
  taken = [];
  concord = await startConcord({
    now: START,
    sender: {
      ...recorder(),
      reachesPeople: true,
      takes: () => true,
      send: async ({ subject }, address) => {
        const answer = answers(address?.channel);
        if (answer.outcome === 'handed-over') taken.push(`${address?.channel}: ${subject}`);
        return answer;
      },
    },
  });
  [control, manager, inspector] = await concord.signInAs('controller', 'manager', 'inspector');
  for (const { userId } of [manager, inspector])
    await reachable(userId, { channel: 'sms', number: '+447700900111' }, mail(userId));
});
afterEach(() => concord.stop());

const mail = (name: string): Address => ({ channel: 'email', email: `${name}@trust.example` });

const reachable = async (userId: string, ...addresses: Address[]): Promise<void> => {
  const source = await dataSourceFor(concord.databaseUrl, { connections: 1 }).initialize();
  const book = openIdentity(source).contacts;
  for (const address of addresses) {
    const method = await book.add(userId, address, address.channel);
    if (!method) throw new Error('not added');
    await book.tryCode(userId, method.id, await book.newCode(method.id));
  }
  await source.destroy();
};

/** Detained with no place found; at 30 minutes the manager and the inspector are called. */
const searching = async (): Promise<Journey> => {
  const journey = await Journey.open(control);
  await journey.detain();
  await concord.advance({ minutes: 30 });
  return journey;
};
const toManager = async ({ incidentId }: Journey): Promise<Notification[]> =>
  (await concord.store.list(concord.areaId, 'notification', { incidentId })).filter(
    ({ to }) => to.userId === manager.userId,
  );

/** From now on new incidents run under the sample agreement with these waits. */
const agree = async (thresholds: (terms: AgreementTerms) => AgreementTerms['thresholds']): Promise<void> => {
  const inForce = accepted(await control.get<Agreement>('agreement'), 'agreement');
  const draft = accepted(await manager.post<Agreement>('agreements', { basedOn: inForce.id }), 'draft');
  const terms = { ...termsOf(draft), effectiveFrom: plusMinutes(START, 1) };
  const edit = { terms: { ...terms, thresholds: thresholds(terms) }, seenRevision: draft.revision };
  const edited = accepted(await manager.post<Agreement>(`agreements/${draft.id}/terms`, edit), 'edit');
  const seen = { seenRevision: edited.revision };
  accepted(await inspector.post(`agreements/${draft.id}/approve`, seen), 'approve');
  await concord.advance({ minutes: 1 });
};

test('with every provider away the consoles are told at once that nobody is reached, until somebody is', async () => {
  answers = () => away;
  const { incidentId } = await searching();
  const nobody = async () => {
    const alarms = await concord.store.list(concord.areaId, 'escalation', { incidentId });
    return alarms.map(({ nobodyReachedAt }) => nobodyReachedAt);
  };
  expect(await nobody()).toEqual(['2026-11-22T10:30:00.000Z']);
  answers = () => ({ outcome: 'handed-over' });
  await concord.advance({ seconds: 15 });
  expect(await nobody()).toEqual([null]);
});

test('an alarm that somebody has does not say again that nobody was reached', async () => {
  answers = () => away;
  const { incidentId } = await searching();
  const alarm = async () => (await concord.store.list(concord.areaId, 'escalation', { incidentId }))[0];
  accepted(await inspector.post(`escalations/${(await alarm())?.id}/own`, {}), 'own');
  await concord.advance({ minutes: 2 });
  expect(await alarm()).toMatchObject({ ownedBy: { userId: inspector.userId }, nobodyReachedAt: null });
});

test('a message that waited until its alarm had ended is not sent any more, and says so', async () => {
  answers = () => away;
  const journey = await searching();
  const nurse = await concord.signIn('suite-nurse');
  const hold = await journey.hold(concord.ids.rooms['elm-1']);
  accepted(await nurse.post(`holds/${hold.id}/accept`), 'accept');
  answers = () => ({ outcome: 'handed-over' });
  taken = [];
  await concord.advance({ minutes: 10 });
  expect(taken.filter((one) => one.includes('Place of safety found'))).toEqual([]);
  expect((await toManager(journey)).map(({ state }) => state)).toEqual(['withdrawn']);
});

test('a sender that breaks is a provider that is away: the next channel is tried, and it is visible', async () => {
  answers = (channel) => {
    if (channel === 'sms') throw new Error('socket hung up');
    return { outcome: 'handed-over' };
  };
  const tried = [
    { channel: 'sms', state: 'failed', why: 'provider-down' },
    { channel: 'email', state: 'handed-over' },
  ];
  expect(await toManager(await searching())).toMatchObject([{ state: 'sent', deliveries: tried }]);
});

test('a step’s own channel comes first; when its provider is away the person’s others follow at once', async () => {
  await agree(({ thresholds }) =>
    thresholds.map((one) => {
      const ladder = one.ladder.map((step) => ({ ...step, channels: ['email' as const] }));
      return one.id === 'place-found' ? { ...one, ladder } : one;
    }),
  );
  expect(await toManager(await searching())).toMatchObject([{ deliveries: [{ channel: 'email' }] }]);
  answers = (channel) => (channel === 'email' ? away : { outcome: 'handed-over' });
  const tried = [
    { channel: 'email', state: 'failed' },
    { channel: 'sms', state: 'handed-over' },
  ];
  expect(await toManager(await searching())).toMatchObject([{ state: 'sent', deliveries: tried }]);
});

test('of two messages of one moment each goes by the way of its own step', async () => {
  await agree(({ thresholds }) =>
    thresholds.flatMap((one) =>
      one.id !== 'place-found'
        ? [one]
        : (['sms', 'email'] as const).map((channel) => ({
            ...one,
            ...{ id: channel, clock: channel, label: `Found, by ${channel}` },
            ladder: one.ladder.map((step) => ({ ...step, channels: [channel] })),
          })),
    ),
  );
  const { ref } = await searching();
  expect(taken).toEqual(
    expect.arrayContaining([
      expect.stringMatching(`^sms: ${ref}: Found, by sms`),
      expect.stringMatching(`^email: ${ref}: Found, by email`),
    ]),
  );
});
