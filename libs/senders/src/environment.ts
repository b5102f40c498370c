import type { NotifySettings } from './govuk-notify';
import type { SmtpSettings } from './smtp';
import type { VapidSettings } from './web-push';
import type { WebhookSettings } from './webhook';

export interface SenderSettings {
  readonly notify?: NotifySettings | undefined;
  readonly smtp?: SmtpSettings | undefined;
  readonly vapid?: VapidSettings | undefined;
  readonly webhook?: WebhookSettings | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

const NOTIFY = 'https://api.notifications.service.gov.uk';
const SHORTEST_SECRET = 32;

/** All of a provider's settings, or none: undefined when none is given, a refusal naming what is missing otherwise. */
const together = <const Names extends readonly string[]>(
  env: Env,
  ...names: Names
): { readonly [Name in Names[number]]: string } | undefined => {
  const given = names.filter((name) => env[name]);
  if (given.length === 0) return undefined;
  const missing = names.filter((name) => !env[name]);
  if (missing.length > 0)
    throw new Error(`${missing.join(' and ')} must be set as well, because ${given.join(' and ')} is.`);
  return Object.fromEntries(names.map((name) => [name, env[name] ?? ''])) as {
    readonly [Name in Names[number]]: string;
  };
};

const urlIn = (name: string, text: string, protocols: readonly string[]): string => {
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol))
    throw new Error(
      `${name} must be a URL that begins with ${protocols.map((one) => `${one}//`).join(' or ')}.`,
    );
  return text;
};

const notifyIn = (env: Env): NotifySettings | undefined => {
  const [apiKey, smsTemplate, emailTemplate, url] = [
    env['CONCORD_NOTIFY_API_KEY'],
    env['CONCORD_NOTIFY_SMS_TEMPLATE'],
    env['CONCORD_NOTIFY_EMAIL_TEMPLATE'],
    env['CONCORD_NOTIFY_URL'],
  ];
  if (!apiKey && !smsTemplate && !emailTemplate && !url) return undefined;
  if (!apiKey)
    throw new Error('CONCORD_NOTIFY_API_KEY must be set as well, because another CONCORD_NOTIFY_… is.');
  // Notify's keys end in two UUIDs: the service's, and the secret.
  if (!/[\da-f-]{36}-[\da-f-]{36}$/.test(apiKey))
    throw new Error('CONCORD_NOTIFY_API_KEY is not a GOV.UK Notify API key.');
  if (!smsTemplate && !emailTemplate)
    throw new Error('CONCORD_NOTIFY_SMS_TEMPLATE or CONCORD_NOTIFY_EMAIL_TEMPLATE must name a template.');
  const baseUrl = url ? urlIn('CONCORD_NOTIFY_URL', url, ['https:', 'http:']).replace(/\/$/, '') : NOTIFY;
  return {
    apiKey,
    baseUrl,
    smsTemplate: smsTemplate || undefined,
    emailTemplate: emailTemplate || undefined,
  };
};

const smtpIn = (env: Env): SmtpSettings | undefined => {
  const given = together(env, 'CONCORD_SMTP_URL', 'CONCORD_SMTP_FROM');
  if (!given) return undefined;
  if (!/.@./.test(given.CONCORD_SMTP_FROM)) throw new Error('CONCORD_SMTP_FROM must be an e-mail address.');
  return {
    url: urlIn('CONCORD_SMTP_URL', given.CONCORD_SMTP_URL, ['smtp:', 'smtps:']),
    from: given.CONCORD_SMTP_FROM,
  };
};

const keyIn = (name: string, text: string, bytes: number): string => {
  if (Buffer.from(text, 'base64url').length !== bytes)
    throw new Error(
      `${name} must be ${bytes} bytes in URL-safe base64, as "npx web-push generate-vapid-keys" makes.`,
    );
  return text;
};

const vapidIn = (env: Env): VapidSettings | undefined => {
  const given = together(
    env,
    'CONCORD_VAPID_PUBLIC_KEY',
    'CONCORD_VAPID_PRIVATE_KEY',
    'CONCORD_VAPID_SUBJECT',
  );
  return (
    given && {
      publicKey: keyIn('CONCORD_VAPID_PUBLIC_KEY', given.CONCORD_VAPID_PUBLIC_KEY, 65),
      privateKey: keyIn('CONCORD_VAPID_PRIVATE_KEY', given.CONCORD_VAPID_PRIVATE_KEY, 32),
      subject: urlIn('CONCORD_VAPID_SUBJECT', given.CONCORD_VAPID_SUBJECT, ['mailto:', 'https:']),
      otherHosts: (env['CONCORD_PUSH_HOSTS'] ?? '')
        .split(',')
        .map((host) => host.trim())
        .filter(Boolean),
    }
  );
};

const webhookIn = (env: Env): WebhookSettings | undefined => {
  const given = together(env, 'CONCORD_WEBHOOK_URL', 'CONCORD_WEBHOOK_SECRET');
  if (!given) return undefined;
  if (given.CONCORD_WEBHOOK_SECRET.length < SHORTEST_SECRET)
    throw new Error(`CONCORD_WEBHOOK_SECRET must have at least ${SHORTEST_SECRET} characters.`);
  return {
    url: urlIn('CONCORD_WEBHOOK_URL', given.CONCORD_WEBHOOK_URL, ['https:', 'http:']),
    secret: given.CONCORD_WEBHOOK_SECRET,
  };
};

/** The providers that the environment names. Refuses half of one, naming the variable; never repeats a secret. */
export const readSenderSettings = (env: Env): SenderSettings => {
  const settings = { notify: notifyIn(env), smtp: smtpIn(env), vapid: vapidIn(env), webhook: webhookIn(env) };
  if (settings.smtp && settings.notify?.emailTemplate)
    throw new Error(
      'CONCORD_SMTP_URL and CONCORD_NOTIFY_EMAIL_TEMPLATE are both set: e-mail goes one way only.',
    );
  return settings;
};
