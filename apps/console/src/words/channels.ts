import type { Channel, Delivery, DeliveryFailure, Notification } from '@concord/domain';

export const channelWords: Readonly<Record<Channel, string>> = {
  push: 'Notification in a browser',
  sms: 'Text message',
  email: 'E-mail',
  webhook: 'Pager or gateway',
};

export const failureWords: Readonly<Record<DeliveryFailure, string>> = {
  'address-refused': 'address refused',
  'subscription-gone': 'browser has unsubscribed',
  'message-refused': 'message refused',
  'daily-limit': 'daily limit reached',
  'too-fast': 'provider asks us to wait',
  'provider-down': 'provider does not answer',
  'not-let-in': 'provider does not accept our key',
  'not-delivered': 'never arrived',
};

const stateWords: Readonly<Record<Delivery['state'], string>> = {
  recorded: 'not sent: no provider here',
  'handed-over': 'handed over',
  delivered: 'delivered',
  failed: 'failed',
};

/** How a message fared by one contact method: "Text message: failed, provider does not answer". */
export const deliveryWords = ({ channel, state, why, attempts }: Delivery): string => {
  const by = channel ? `${channelWords[channel]}: ` : '';
  const because = why ? `, ${failureWords[why]}` : '';
  return `${by}${stateWords[state]}${because}${attempts > 1 ? `, tried ${attempts} times` : ''}`;
};

/** How a message fared by all of its person's methods together. */
export const messageWords = ({ deliveries, state }: Notification): string => {
  const each = deliveries.map(deliveryWords);
  if (state === 'queued')
    return [...each, deliveries.length > 0 ? 'will be tried again' : 'waiting'].join('; ');
  if (state === 'withdrawn') return [...each, 'not sent any more: its alarm had ended'].join('; ');
  if (state === 'failed')
    return each.length > 0
      ? `REACHED NOBODY. ${each.join('; ')}`
      : 'REACHED NOBODY: no verified contact method';
  return each.join('; ');
};
