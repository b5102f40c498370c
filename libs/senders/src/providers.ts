import type { Outgoing, Sender } from '@concord/coordination';
import type { Address, Channel, Handed } from '@concord/domain';
import type { SenderSettings } from './environment';
import { notifyEmail, notifySms } from './govuk-notify';
import { recorder } from './recorder';
import { smtpEmail } from './smtp';
import { never, type Way } from './way';
import { isKnownPushService, webPushWay } from './web-push';
import { webhookWay } from './webhook';

interface Ways {
  readonly push?: Way<'push'>;
  readonly sms?: Way<'sms'>;
  readonly email?: Way<'email'>;
  readonly webhook?: Way<'webhook'>;
}

const waysOf = ({ notify, smtp, vapid, webhook }: SenderSettings): Ways => ({
  ...(vapid && { push: webPushWay(vapid) }),
  ...(notify?.smsTemplate !== undefined && {
    sms: notifySms({ ...notify, smsTemplate: notify.smsTemplate }),
  }),
  ...(notify?.emailTemplate !== undefined && {
    email: notifyEmail({ ...notify, emailTemplate: notify.emailTemplate }),
  }),
  ...(smtp && { email: smtpEmail(smtp) }),
  ...(webhook && { webhook: webhookWay(webhook) }),
});

const by = (ways: Ways, message: Outgoing, address: Address | null): Promise<Handed> | undefined => {
  switch (address?.channel) {
    case 'push':
      return ways.push?.send(message, address);
    case 'sms':
      return ways.sms?.send(message, address);
    case 'email':
      return ways.email?.send(message, address);
    case 'webhook':
      return ways.webhook?.send(message, address);
    case undefined:
      return undefined;
  }
};

/** The installation's providers as one sender; the recorder when it names none. */
export const senderFor = (settings: SenderSettings): Sender => {
  const ways = waysOf(settings);
  const channels = Object.keys(ways) as Channel[];
  if (channels.length === 0) return recorder();
  return {
    channels,
    reachesPeople: true,
    pushKey: settings.vapid?.publicKey ?? null,
    takes: (address) =>
      channels.includes(address.channel) &&
      (address.channel !== 'push' ||
        (settings.vapid !== undefined && isKnownPushService(settings.vapid, address.endpoint))),
    send: (message, address) => by(ways, message, address) ?? Promise.resolve(never('address-refused')),
  };
};
