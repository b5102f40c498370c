import { startWebhookStandIn, type WebhookStandIn } from '@concord/testing';
import { alarm } from './test-support/message';
import { webhookWay } from './webhook';
import { checkWebhook, webhookSignature } from './webhook-signature';

let gateway: WebhookStandIn;
beforeAll(async () => {
  gateway = await startWebhookStandIn();
});
afterEach(() => gateway.fail(undefined));
afterAll(() => gateway.stop());

const bleep = { channel: 'webhook', recipient: 'bleep 4471' } as const;

test('the gateway finds the signature genuine, and takes one message once however often it comes', async () => {
  const way = webhookWay(gateway.settings);
  expect(await way.send(alarm, bleep)).toEqual({ outcome: 'handed-over' });
  expect(await way.send(alarm, bleep)).toEqual({ outcome: 'handed-over' });
  expect(gateway.sent()).toEqual([
    { id: alarm.id, recipient: 'bleep 4471', role: 'amhp', subject: alarm.subject, body: alarm.body },
  ]);
});

test.each([
  ['knows no such recipient', { status: 404 }, { outcome: 'never', why: 'address-refused' }],
  ['will not take this', { status: 422 }, { outcome: 'never', why: 'message-refused' }],
  [
    'asks to wait',
    { status: 429, headers: { 'retry-after': '30' } },
    { outcome: 'try-later', why: 'too-fast', afterSeconds: 30 },
  ],
  ['has a fault', { status: 500 }, { outcome: 'try-later', why: 'provider-down' }],
  ['cuts the line', 'hang up' as const, { outcome: 'try-later', why: 'provider-down' }],
])('a gateway that %s', async (_says, answer, outcome) => {
  gateway.fail(answer);
  expect(await webhookWay(gateway.settings).send(alarm, bleep)).toEqual(outcome);
});

test('signed with another secret, it is not let in', async () => {
  const guessed = { ...gateway.settings, secret: 'another-secret-of-sufficient-length' };
  expect(await webhookWay(guessed).send(alarm, bleep)).toEqual({ outcome: 'try-later', why: 'not-let-in' });
});

describe('what a receiver checks', () => {
  const [secret, timestamp, body] = ['s'.repeat(32), '1795312800', '{"id":"a"}'];
  const given = { timestamp, body, signature: webhookSignature(secret, timestamp, body) };

  test('the signature as documented: HMAC-SHA256 of timestamp, full stop, body', () => {
    expect(given.signature).toBe('v1=b3c0b2f6b9b50600152da09f9fa037dea0909b8f91348164bbfcda5d0ffbe98e');
  });

  test.each([
    ['at once', given, 0, 'genuine'],
    ['five minutes later', given, 300, 'genuine'],
    ['later than that', given, 301, 'outside-window'],
    ['long before', given, -301, 'outside-window'],
    ['with another body', { ...given, body: '{"id":"b"}' }, 0, 'forged'],
    ['with another time', { ...given, timestamp: '1795312801' }, 0, 'forged'],
    ['of another scheme', { ...given, signature: given.signature.replace('v1', 'v0') }, 0, 'forged'],
    ['cut short', { ...given, signature: 'v1=00' }, 0, 'forged'],
    ['not there', { ...given, signature: '' }, 0, 'forged'],
  ] as const)('one that comes %s', (_how, request, secondsLater, verdict) => {
    expect(checkWebhook(secret, request, Number(timestamp) + secondsLater)).toBe(verdict);
  });
});
