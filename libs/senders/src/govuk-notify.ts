import type { Outgoing } from '@concord/coordination';
import type { Handed } from '@concord/domain';
import { NotifyClient } from 'notifications-node-client';
import { ANSWER_WITHIN_MS, handedOver, never, tryLater, type Way } from './way';

export interface NotifySettings {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly smsTemplate?: string | undefined;
  readonly emailTemplate?: string | undefined;
}

interface NotifyAnswer {
  readonly status?: number;
  readonly data?: { readonly errors?: readonly { readonly error?: string; readonly message?: string }[] };
}

/** Notify's documented errors. It says 429 both for "slower" and for "enough for today"; only the name differs. */
const failureFrom = (thrown: unknown): Handed => {
  const { status, data } = (thrown as { response?: NotifyAnswer }).response ?? {};
  const [first] = data?.errors ?? [];
  if (status === undefined || status >= 500) return tryLater('provider-down');
  if (status === 429)
    return first?.error === 'TooManyRequestsError' ? never('daily-limit') : tryLater('too-fast');
  if (status === 401 || status === 403) return tryLater('not-let-in');
  const aboutTheAddress = /phone_number|email_address|recipient/i.test(first?.message ?? '');
  return never(aboutTheAddress ? 'address-refused' : 'message-refused');
};

const clientFor = ({ apiKey, baseUrl }: NotifySettings): NotifyClient => {
  const client = new NotifyClient(baseUrl, apiKey);
  // The client's own requests never time out.
  const { apiClient } = client as unknown as {
    apiClient: { restClient: { create(given: object): Parameters<NotifyClient['setClient']>[0] } };
  };
  client.setClient(apiClient.restClient.create({ timeout: ANSWER_WITHIN_MS, maxRedirects: 0 }));
  return client;
};

const handed = (sending: Promise<unknown>): Promise<Handed> => sending.then(() => handedOver, failureFrom);

const textOf = ({ subject, body }: Outgoing): string => `${subject}\n${body}`;

/** Text messages by GOV.UK Notify. The template is one field, `((message))`. */
export const notifySms = (settings: NotifySettings & { smsTemplate: string }): Way<'sms'> => {
  const client = clientFor(settings);
  return {
    channel: 'sms',
    send: (message, { number }) =>
      handed(
        client.sendSms(settings.smsTemplate, number, {
          personalisation: { message: textOf(message) },
          reference: message.id,
        }),
      ),
  };
};

/** E-mail by GOV.UK Notify. The template's subject is `((subject))` and its text `((message))`. */
export const notifyEmail = (settings: NotifySettings & { emailTemplate: string }): Way<'email'> => {
  const client = clientFor(settings);
  return {
    channel: 'email',
    send: (message, { email }) =>
      handed(
        client.sendEmail(settings.emailTemplate, email, {
          personalisation: { subject: message.subject, message: message.body },
          reference: message.id,
        }),
      ),
  };
};
