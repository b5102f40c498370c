import { setTimeout as pause } from 'node:timers/promises';
import { notesOf, takeMessages } from '@concord/coordination';
import type { Sender } from '@concord/coordination';
import type { Address, Duty, Named, Notification } from '@concord/domain';
import { holdersOf } from '@concord/domain';
import { senderFor } from '@concord/senders';
import type { Concord, NotifyStandIn, Person, PushStandIn, WebhookStandIn } from '@concord/testing';
import {
  accepted,
  Journey,
  notifyErrors,
  startConcord,
  startNotifyStandIn,
  startPushStandIn,
  startWebhookStandIn,
} from '@concord/testing';
import { openIdentity, dataSourceFor } from '@concord/postgres';
import type { DataSource } from 'typeorm';

let notify: NotifyStandIn;
let push: PushStandIn;
let webhook: WebhookStandIn;
let concord: Concord;
let source: DataSource;
let control: Person;

beforeAll(async () => {
  [notify, push, webhook] = await Promise.all([
    startNotifyStandIn(),
    startPushStandIn(),
    startWebhookStandIn(),
  ]);
});
afterAll(() => Promise.all([notify.stop(), push.stop(), webhook.stop()]));

/** While set, text messages wait for it before they reach their provider. */
let holdTexts: Promise<void> | undefined;

const realSender = (): Sender => {
  const real = senderFor({ notify: notify.settings, vapid: push.settings, webhook: webhook.settings });
  return {
    ...real,
    send: async (message, address) => {
      if (address?.channel === 'sms') await holdTexts;
      return real.send(message, address);
    },
  };
};

const untilTrue = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await pause(10);
};

beforeEach(async () => {
  for (const provider of [notify, push, webhook]) provider.fail(undefined);
  holdTexts = undefined;
  concord = await startConcord({
    now: '2026-11-22T02:00:00Z',
    sender: realSender(),
    notifyCallbackToken: CALLBACK_TOKEN,
  });
  source = await dataSourceFor(concord.databaseUrl, { connections: 2 }).initialize();
  control = await concord.signIn('controller');
});
afterEach(async () => {
  await source.destroy();
  await concord.stop();
});

const CALLBACK_TOKEN = 'what-notify-was-told-to-send';

/** As GOV.UK Notify calls back. */
const callBack = (reference: string, status: string, token = CALLBACK_TOKEN) =>
  fetch(`${concord.address}/api/callbacks/notify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ id: reference, reference, to: '+447700900000', status, notification_type: 'sms' }),
  });

const sms = (number: string): Address => ({ channel: 'sms', number });
const mail = (email: string): Address => ({ channel: 'email', email });

/** Gives somebody contact methods whose codes have come back, in this order. */
const reachable = async ({ userId }: { userId: string }, ...addresses: Address[]): Promise<void> => {
  const book = openIdentity(source).contacts;
  for (const address of addresses) {
    const method = await book.add(userId, address, address.channel);
    if (!method) throw new Error('not added');
    await book.tryCode(userId, method.id, await book.newCode(method.id));
  }
};

/** Whoever answers for a duty half an hour from now: a place not found by then is told them. */
const onCall = async (duty: Duty): Promise<Named> => {
  const rotas = await concord.store.list(concord.areaId, 'rota');
  const [holder] = holdersOf(rotas, duty, '2026-11-22T02:30:00.000Z');
  if (!holder) throw new Error(`nobody is ${duty}`);
  return holder;
};

const messagesTo = async ({ userId }: { userId: string }): Promise<Notification[]> =>
  (await concord.store.list(concord.areaId, 'notification'))
    .filter(({ to }) => to.userId === userId)
    .sort((a, b) => (a.queuedAt < b.queuedAt ? -1 : 1));

/** Detained with no place found: the control room is called at 20 minutes, the manager and the inspector at 30. */
const detained = async (): Promise<Journey> => {
  const journey = await Journey.open(control);
  await journey.detain();
  return journey;
};
const smsTo = (number: string) => notify.sent().filter(({ to }) => to === number);

test('an alarm goes by the person’s first method alone, and what became of it is on the escalation', async () => {
  const manager = await onCall('on-call-manager');
  await reachable(manager, sms('+447700900001'), mail('manager@trust.example'));
  const journey = await detained();
  await concord.advance({ minutes: 30 });

  const [text, ...more] = smsTo('+447700900001');
  expect(more).toEqual([]);
  expect(text?.personalisation['message']).toContain(`${journey.ref}: Place of safety found OVER`);
  expect(notify.sent().filter(({ to }) => to === 'manager@trust.example')).toEqual([]);
  const seen = accepted(
    await control.get<Notification[]>(`incidents/${journey.incidentId}/notifications`),
    'notifications',
  );
  expect(seen.find(({ to }) => to.userId === manager.userId)).toMatchObject({
    state: 'sent',
    sentAt: '2026-11-22T02:30:00.000Z',
    deliveries: [{ id: text?.reference, channel: 'sms', state: 'handed-over', attempts: 1 }],
  });
  // Somebody with no way to be reached is no silence: it says so.
  expect(seen.find(({ duty }) => duty === 'duty-inspector')).toMatchObject({
    state: 'failed',
    deliveries: [],
  });
});

test('an unverified address is never used', async () => {
  const manager = await onCall('on-call-manager');
  await openIdentity(source).contacts.add(manager.userId, sms('+447700900002'), 'sms');
  await detained();
  await concord.advance({ minutes: 30 });
  expect(smsTo('+447700900002')).toEqual([]);
  expect(await messagesTo(manager)).toMatchObject([{ state: 'failed' }]);
});

test('a provider that is away falls to the next channel at once, visibly', async () => {
  const manager = await onCall('on-call-manager');
  const browser = push.subscribe();
  await reachable(manager, sms('+447700900003'), { channel: 'push', ...browser });
  notify.fail(notifyErrors.fault);
  const journey = await detained();
  await concord.advance({ minutes: 30 });
  expect(push.sent().filter(({ endpoint }) => endpoint === browser.endpoint)).toMatchObject([
    { payload: { glance: journey.ref } },
  ]);
  expect(await messagesTo(manager)).toMatchObject([
    {
      state: 'sent',
      deliveries: [
        { channel: 'sms', state: 'failed', why: 'provider-down' },
        { channel: 'push', state: 'handed-over' },
      ],
    },
  ]);
});

test('with every provider away it is tried again, under the same reference, until one is back', async () => {
  const manager = await onCall('on-call-manager');
  await reachable(manager, sms('+447700900004'));
  notify.fail('hang up');
  await detained();
  await concord.advance({ minutes: 30 });
  const [waiting] = await messagesTo(manager);
  expect(waiting).toMatchObject({ state: 'queued', tryAt: '2026-11-22T02:30:15.000Z' });
  await concord.advance({ seconds: 15 });
  expect(await messagesTo(manager)).toMatchObject([
    { tryAt: '2026-11-22T02:30:45.000Z', deliveries: [{ attempts: 2 }] },
  ]);
  notify.fail(undefined);
  await concord.advance({ seconds: 29 });
  expect(smsTo('+447700900004')).toEqual([]);
  await concord.advance({ seconds: 1 });
  expect(smsTo('+447700900004').map(({ reference }) => reference)).toEqual([waiting?.deliveries[0]?.id]);
});

test('a browser that has unsubscribed is gone: the next alarm does not try it', async () => {
  const manager = await onCall('on-call-manager');
  const browser = push.subscribe();
  await reachable(manager, { channel: 'push', ...browser }, sms('+447700900005'));
  push.unsubscribe(browser);
  await detained();
  await concord.advance({ minutes: 30 });
  await detained();
  await concord.advance({ minutes: 30 });
  const [first, second] = await messagesTo(manager);
  expect(first?.deliveries).toMatchObject([{ why: 'subscription-gone' }, { channel: 'sms' }]);
  expect(second?.deliveries).toMatchObject([{ channel: 'sms', state: 'handed-over' }]);
});

test('ordinary alarms that fall due together go as one message', async () => {
  const controller = await onCall('control-room');
  await reachable(controller, sms('+447700900006'));
  const [one, two] = [await detained(), await detained()];
  await concord.advance({ minutes: 20 });
  const [bundle, ...none] = smsTo('+447700900006');
  expect(none).toEqual([]);
  expect(bundle?.personalisation['message']).toContain(`${one.ref}, ${two.ref}: 2 messages`);
  const [first, second] = await messagesTo(controller);
  expect(first?.deliveries[0]?.id).toBe(second?.deliveries[0]?.id);
});

test('one that follows within a minute waits for the minute to pass', async () => {
  const controller = await onCall('control-room');
  await reachable(controller, sms('+447700900011'));
  await detained();
  await concord.advance({ seconds: 20 });
  await detained();
  await concord.advance({ minutes: 20 });
  expect(smsTo('+447700900011')).toHaveLength(1);
  expect((await messagesTo(controller)).at(-1)).toMatchObject({
    state: 'queued',
    tryAt: '2026-11-22T02:21:00.000Z',
  });
  await concord.advance({ seconds: 40 });
  expect(smsTo('+447700900011')).toHaveLength(2);
});

test('messages of a legal limit are never held, bundled or counted', async () => {
  const nurse = await concord.signIn('suite-nurse');
  for (const room of ['elm-1', 'elm-2']) {
    const journey = await Journey.open(control);
    await journey.arriveAt(nurse, concord.ids.rooms[room] ?? '');
  }
  await concord.advance({ hours: 21 });
  const messages = await concord.store.list(concord.areaId, 'notification');
  const ofTheLaw = messages.filter(({ statutory }) => statutory);
  // Twelve, eighteen and twenty-one hours after arrival, for each of the two.
  expect(new Set(ofTheLaw.map(({ queuedAt }) => queuedAt.slice(11, 16)))).toEqual(
    new Set(['14:00', '20:00', '23:00']),
  );
  // Nobody here can be reached, and each of them was tried in the very instant.
  for (const { state, deliveries, tryAt } of ofTheLaw)
    expect([state, deliveries, tryAt]).toEqual(['failed', [], null]);
  const ordinary = messages.filter(({ statutory }) => !statutory);
  expect(ordinary.length).toBeGreaterThan(0);
});

test('past ten in an hour ordinary messages wait and come as one; one of a legal limit goes all the same', async () => {
  const nurse = await concord.signIn('suite-nurse');
  const held = await Journey.open(control);
  // The control room is warned of the limit twelve hours on, at 14:00.
  await held.arriveAt(nurse, concord.ids.rooms['elm-1'] ?? '');
  await concord.advance({ hours: 11 });
  const rotas = await concord.store.list(concord.areaId, 'rota');
  const [controller] = holdersOf(rotas, 'control-room', '2026-11-22T14:00:00.000Z');
  if (!controller) throw new Error('nobody is in the control room');
  await reachable(controller, sms('+447700900014'));
  for (let i = 0; i < 12; i += 1) {
    await detained();
    await concord.advance({ minutes: 3 });
  }
  await concord.advance({ minutes: 25 });
  const lately = async () =>
    (await messagesTo(controller)).filter(({ queuedAt }) => queuedAt >= '2026-11-22T13:00:00.000Z');
  const [ordinary, ofTheLaw] = [false, true].map(async (law) =>
    (await lately()).filter(({ statutory }) => statutory === law),
  );
  expect((await ordinary)?.map(({ state }) => state)).toEqual([
    ...Array.from({ length: 10 }, () => 'sent'),
    'queued',
    'queued',
  ]);
  expect(new Set((await ordinary)?.slice(10).map(({ tryAt }) => tryAt))).toEqual(
    new Set(['2026-11-22T14:20:00.000Z']),
  );
  expect(await ofTheLaw).toMatchObject([{ state: 'sent', sentAt: '2026-11-22T14:00:00.000Z' }]);
  expect(smsTo('+447700900014')).toHaveLength(11);
  await concord.advance({ minutes: 20 });
  const [last, ...none] = smsTo('+447700900014').slice(11);
  expect(none).toEqual([]);
  expect(last?.personalisation['message']).toContain(': 2 messages');
});

test('two couriers at once send one message once', async () => {
  const manager = await onCall('on-call-manager');
  await reachable(manager, sms('+447700900007'));
  await concord.engine.stop();
  await detained();
  await concord.advance({ minutes: 30 });
  await concord.fireDueTimers();
  const parts = { store: concord.store, sender: realSender(), contacts: openIdentity(source).contacts };
  const note = notesOf(concord.store);
  const taken = await Promise.all([1, 2, 3, 4].map(() => takeMessages(parts, note, 20)));
  await Promise.all(taken.flat());
  expect(smsTo('+447700900007')).toHaveLength(1);
  await concord.engine.start();
  expect(smsTo('+447700900007')).toHaveLength(1);
});

test('a courier that dies with a message handed over leaves it to be sent again, under the same reference', async () => {
  const manager = await onCall('on-call-manager');
  await reachable(manager, sms('+447700900008'));
  await concord.engine.stop();
  await detained();
  await concord.advance({ minutes: 30 });
  await concord.fireDueTimers();
  const parts = { store: concord.store, sender: realSender(), contacts: openIdentity(source).contacts };
  // It hands over and writes nothing down.
  await Promise.all(await takeMessages(parts, () => Promise.resolve(), 20));
  await concord.engine.start();
  expect(smsTo('+447700900008')).toHaveLength(1);
  // Its claim runs out in real time.
  await source.query(`update message_claim set until = app.real_now()`);
  await concord.engine.stop();
  await concord.engine.start();
  const references = smsTo('+447700900008').map(({ reference }) => reference);
  expect(references).toHaveLength(2);
  expect(new Set(references).size).toBe(1);
  expect(await messagesTo(manager)).toMatchObject([{ state: 'sent' }]);
});

test('a provider that does not answer delays no timer and no other message', async () => {
  const [manager, inspector] = [await onCall('on-call-manager'), await onCall('duty-inspector')];
  await reachable(manager, sms('+447700900009'));
  await reachable(inspector, { channel: 'webhook', recipient: 'bleep 9' });
  const board = await control.watch();
  let answer: () => void = () => undefined;
  holdTexts = new Promise((resolve) => (answer = resolve));
  const journey = await detained();
  const advancing = concord.advance({ minutes: 30 });
  await board.until((state) => [...state.escalation.values()].some(({ level }) => level === 'over'));
  await untilTrue(() =>
    webhook
      .sent()
      .some(({ recipient, subject }) => recipient === 'bleep 9' && subject.startsWith(journey.ref)),
  );
  expect(smsTo('+447700900009')).toEqual([]);
  answer();
  await advancing;
  expect(smsTo('+447700900009')).toHaveLength(1);
});

test('a receipt says that a message arrived; one that never did goes to the next method at once', async () => {
  const [manager, inspector] = [await onCall('on-call-manager'), await onCall('duty-inspector')];
  await reachable(manager, sms('+447700900012'), mail('manager@trust.example'));
  await reachable(inspector, sms('+447700900013'));
  await detained();
  await concord.advance({ minutes: 30 });
  const [toManager, toInspector] = ['+447700900012', '+447700900013'].map(
    (number) => smsTo(number)[0]?.reference ?? '',
  );
  expect((await callBack(toInspector ?? '', 'delivered', 'guessed')).status).toBe(401);
  expect(await (await callBack(toInspector ?? '', 'delivered')).json()).toEqual({ heard: true });
  expect(await (await callBack(toInspector ?? '', 'delivered')).json()).toEqual({ heard: false });
  expect((await messagesTo(inspector))[0]?.deliveries).toMatchObject([
    { channel: 'sms', state: 'delivered' },
  ]);

  expect((await callBack(toManager ?? '', 'permanent-failure')).status).toBe(200);
  await concord.advance({ seconds: 1 });
  expect(await messagesTo(manager)).toMatchObject([
    {
      state: 'sent',
      deliveries: [
        { channel: 'sms', state: 'failed', why: 'not-delivered' },
        { channel: 'email', state: 'handed-over' },
      ],
    },
  ]);
  expect(notify.sent().at(-1)).toMatchObject({ kind: 'email', to: 'manager@trust.example' });
});

test('no address or name is in the log or the journal', async () => {
  const manager = await onCall('on-call-manager');
  await reachable(manager, sms('+447700900010'));
  notify.fail('hang up');
  await detained();
  await concord.advance({ minutes: 30 });
  const journal = JSON.stringify((await control.get('journal?limit=2000')).body);
  expect(journal).toContain('deliver-notifications');
  expect(journal).not.toContain('7700900010');
  expect(concord.log.join()).not.toMatch(/7700900010|Place of safety found/);
});
