import { startPushStandIn, type PushStandIn } from '@concord/testing';
import { alarm } from './test-support/message';
import { webPushWay } from './web-push';

let service: PushStandIn;
beforeAll(async () => {
  service = await startPushStandIn();
});
afterEach(() => service.fail(undefined));
afterAll(() => service.stop());

const send = (browser = service.subscribe()) =>
  webPushWay(service.settings).send(alarm, { channel: 'push', ...browser });

test('the browser can read it, the push service accepts its VAPID token, and it holds a reference and nothing else', async () => {
  expect(await send()).toEqual({ outcome: 'handed-over' });
  expect(service.refusedFor()).toEqual([]);
  expect(service.sent().at(-1)).toMatchObject({
    payload: { id: alarm.id, glance: 'HV-1042' },
    urgency: 'high',
    ttl: 3600,
    topic: alarm.id.replaceAll('-', ''),
  });
  expect(JSON.stringify(service.sent())).not.toContain(alarm.to);
});

test('a browser that has unsubscribed is gone for good', async () => {
  const browser = service.subscribe();
  service.unsubscribe(browser);
  expect(await send(browser)).toEqual({ outcome: 'never', why: 'subscription-gone' });
});

test.each([
  ['has forgotten the subscription', { status: 404 }, { outcome: 'never', why: 'subscription-gone' }],
  ['finds it too large', { status: 413 }, { outcome: 'never', why: 'message-refused' }],
  [
    'asks for two minutes of peace',
    { status: 429, headers: { 'retry-after': '120' } },
    { outcome: 'try-later', why: 'too-fast', afterSeconds: 120 },
  ],
  ['has a fault', { status: 503 }, { outcome: 'try-later', why: 'provider-down' }],
  [
    'would send us elsewhere',
    { status: 307, headers: { location: 'http://127.0.0.1:9' } },
    { outcome: 'never', why: 'message-refused' },
  ],
  ['cuts the line', 'hang up' as const, { outcome: 'try-later', why: 'provider-down' }],
])('a push service that %s', async (_says, answer, outcome) => {
  service.fail(answer);
  expect(await send()).toEqual(outcome);
});

test('another key than the browser subscribed with is not let in, and may be put right', async () => {
  const other = await startPushStandIn();
  const { otherHosts } = service.settings;
  const sent = await webPushWay({ ...other.settings, otherHosts }).send(alarm, {
    channel: 'push',
    ...service.subscribe(),
  });
  await other.stop();
  expect(sent).toEqual({ outcome: 'try-later', why: 'not-let-in' });
  expect(service.refusedFor()).toEqual(['another key than the subscription was made with']);
});

test.each([
  'https://intranet.example/push',
  'http://fcm.googleapis.com/send/1',
  'https://fcm.googleapis.com.evil.example/send/1',
  'http://127.0.0.1:5432/push',
])('nothing is sent to %s, which is no push service', async (endpoint) => {
  expect(await send({ ...service.subscribe(), endpoint })).toEqual({
    outcome: 'never',
    why: 'address-refused',
  });
});

test('a subscription whose keys are no keys is gone', async () => {
  const broken = { ...service.subscribe(), p256dh: 'AAAA' };
  expect(await send(broken)).toEqual({ outcome: 'never', why: 'subscription-gone' });
});
