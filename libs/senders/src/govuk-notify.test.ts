import { notifyErrors, startNotifyStandIn, type NotifyStandIn } from '@concord/testing';
import { notifyEmail, notifySms } from './govuk-notify';
import { alarm } from './test-support/message';

let notify: NotifyStandIn;
beforeAll(async () => {
  notify = await startNotifyStandIn();
});
afterEach(() => notify.fail(undefined));
afterAll(() => notify.stop());

const number = { channel: 'sms', number: '07700 900123' } as const;
const bySms = () => notifySms(notify.settings).send(alarm, number);

test('a text message goes to the number, through the template, with its id as the reference', async () => {
  expect(await bySms()).toEqual({ outcome: 'handed-over' });
  expect(notify.sent().at(-1)).toMatchObject({
    kind: 'sms',
    to: '07700 900123',
    templateId: notify.settings.smsTemplate,
    personalisation: {
      message: 'HV-1042: AMHP attends due, 120 min after it began\nOpen Concord to see it and to own it.',
    },
    reference: alarm.id,
  });
});

test('an e-mail has its subject and its text apart', async () => {
  const email = { channel: 'email', email: 'priya.nair@vale.example' } as const;
  expect(await notifyEmail(notify.settings).send(alarm, email)).toEqual({ outcome: 'handed-over' });
  expect(notify.sent().at(-1)).toMatchObject({
    kind: 'email',
    to: 'priya.nair@vale.example',
    personalisation: { subject: alarm.subject, message: alarm.body },
    reference: alarm.id,
  });
});

test.each([
  ['asks to be asked less often', notifyErrors.rateLimit, { outcome: 'try-later', why: 'too-fast' }],
  ['has sent all that it may today', notifyErrors.dailyLimit, { outcome: 'never', why: 'daily-limit' }],
  ['knows no such number', notifyErrors.badNumber, { outcome: 'never', why: 'address-refused' }],
  ['may not send to that person', notifyErrors.teamOnly, { outcome: 'never', why: 'address-refused' }],
  ['misses a field of the template', notifyErrors.missingField, { outcome: 'never', why: 'message-refused' }],
  ['finds our clock wrong', notifyErrors.clock, { outcome: 'try-later', why: 'not-let-in' }],
  ['has a fault', notifyErrors.fault, { outcome: 'try-later', why: 'provider-down' }],
  ['cuts the line', 'hang up' as const, { outcome: 'try-later', why: 'provider-down' }],
])('Notify %s', async (_says, answer, outcome) => {
  notify.fail(answer);
  expect(await bySms()).toEqual(outcome);
});

test('a key that Notify does not know lets nothing through, and may be put right', async () => {
  const settings = { ...notify.settings, apiKey: notify.settings.apiKey.replace(/.$/, 'x') };
  expect(await notifySms(settings).send(alarm, number)).toEqual({ outcome: 'try-later', why: 'not-let-in' });
});

test('with nobody there it is to be tried later', async () => {
  const nowhere = { ...notify.settings, baseUrl: 'http://127.0.0.1:9' };
  expect(await notifySms(nowhere).send(alarm, number)).toEqual({
    outcome: 'try-later',
    why: 'provider-down',
  });
});
