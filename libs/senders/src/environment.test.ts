import { readSenderSettings } from './environment';
import { senderFor } from './providers';

const apiKey = 'concord-00000000-0000-4000-8000-000000000001-00000000-0000-4000-8000-000000000002';
const vapid = {
  CONCORD_VAPID_PUBLIC_KEY: Buffer.alloc(65, 4).toString('base64url'),
  CONCORD_VAPID_PRIVATE_KEY: Buffer.alloc(32, 4).toString('base64url'),
  CONCORD_VAPID_SUBJECT: 'mailto:concord@harrowdale.example',
};
const smtp = {
  CONCORD_SMTP_URL: 'smtps://user:secret@mail.example',
  CONCORD_SMTP_FROM: 'concord@vale.example',
};
const webhook = { CONCORD_WEBHOOK_URL: 'https://page.example/in', CONCORD_WEBHOOK_SECRET: 's'.repeat(32) };
const notify = { CONCORD_NOTIFY_API_KEY: apiKey, CONCORD_NOTIFY_SMS_TEMPLATE: 'template' };

test('with no provider named, nothing leaves: the recorder keeps it', () => {
  const sender = senderFor(readSenderSettings({}));
  expect(sender.reachesPeople).toBe(false);
  expect(sender.channels).toEqual(['push', 'sms', 'email', 'webhook']);
});

test('each provider brings its channels', () => {
  expect(senderFor(readSenderSettings({ ...notify, ...vapid })).channels).toEqual(['push', 'sms']);
  expect(senderFor(readSenderSettings({ ...smtp, ...webhook })).channels).toEqual(['email', 'webhook']);
});

test('an address of a channel that is not configured is never reached, and nothing is thrown', async () => {
  const sender = senderFor(readSenderSettings(smtp));
  const message = { id: 'n-1', to: 'Priya Nair', role: 'amhp', glance: 'HV-1', subject: 'HV-1', body: '' };
  expect(await sender.send(message, { channel: 'sms', number: '07700 900123' })).toEqual({
    outcome: 'never',
    why: 'address-refused',
  });
});

test.each([
  [{ CONCORD_NOTIFY_SMS_TEMPLATE: 'template' }, 'CONCORD_NOTIFY_API_KEY'],
  [{ CONCORD_NOTIFY_API_KEY: apiKey }, 'CONCORD_NOTIFY_SMS_TEMPLATE or CONCORD_NOTIFY_EMAIL_TEMPLATE'],
  [{ ...notify, CONCORD_NOTIFY_API_KEY: 'hunter2' }, 'CONCORD_NOTIFY_API_KEY is not'],
  [{ ...notify, CONCORD_NOTIFY_URL: 'notify.example' }, 'CONCORD_NOTIFY_URL'],
  [{ CONCORD_SMTP_URL: smtp.CONCORD_SMTP_URL }, 'CONCORD_SMTP_FROM'],
  [{ ...smtp, CONCORD_SMTP_URL: 'http://mail.example' }, 'CONCORD_SMTP_URL'],
  [{ ...smtp, CONCORD_SMTP_FROM: 'concord' }, 'CONCORD_SMTP_FROM'],
  [{ ...vapid, CONCORD_VAPID_SUBJECT: '' }, 'CONCORD_VAPID_SUBJECT'],
  [{ ...vapid, CONCORD_VAPID_PRIVATE_KEY: 'short' }, 'CONCORD_VAPID_PRIVATE_KEY'],
  [{ ...vapid, CONCORD_VAPID_SUBJECT: 'somebody' }, 'CONCORD_VAPID_SUBJECT'],
  [{ ...webhook, CONCORD_WEBHOOK_SECRET: 'short' }, 'CONCORD_WEBHOOK_SECRET'],
  [{ CONCORD_WEBHOOK_SECRET: webhook.CONCORD_WEBHOOK_SECRET }, 'CONCORD_WEBHOOK_URL'],
  [{ ...notify, ...smtp, CONCORD_NOTIFY_EMAIL_TEMPLATE: 'template' }, 'CONCORD_NOTIFY_EMAIL_TEMPLATE'],
])('half a provider is refused by the name of the variable (%#)', (env, named) => {
  expect(() => readSenderSettings(env)).toThrow(named);
});

test.each([
  { ...notify, CONCORD_NOTIFY_API_KEY: 'hunter2' },
  { ...smtp, CONCORD_SMTP_URL: 'http://user:hunter2@mail.example' },
  { ...webhook, CONCORD_WEBHOOK_SECRET: 'hunter2' },
  { ...vapid, CONCORD_VAPID_PRIVATE_KEY: 'hunter2' },
])('a refusal repeats no secret (%#)', (env) => {
  expect(() => readSenderSettings(env)).toThrow(/^(?!.*hunter2)/);
});
