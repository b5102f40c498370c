import type { Handed } from '@concord/domain';
import { ANSWER_WITHIN_MS, handedOver, never, retryAfter, tryLater, type Way } from './way';
import { webhookSignature } from './webhook-signature';

export interface WebhookSettings {
  readonly url: string;
  readonly secret: string;
}

const outcomeOf = (response: Response): Handed => {
  const { status } = response;
  if (status >= 200 && status < 300) return handedOver;
  const after = retryAfter(response.headers.get('retry-after'), Date.now());
  if (status === 408 || status === 429) return tryLater('too-fast', after);
  if (status >= 500) return tryLater('provider-down', after);
  if (status === 401 || status === 403) return tryLater('not-let-in');
  return never(status === 404 || status === 410 ? 'address-refused' : 'message-refused');
};

/** One signed POST to the installation's own paging or messaging gateway, which knows its recipients by name. */
export const webhookWay = ({ url, secret }: WebhookSettings): Way<'webhook'> => ({
  channel: 'webhook',
  async send({ id, role, subject, body }, { recipient }) {
    const content = JSON.stringify({ id, recipient, role, subject, body });
    const timestamp = String(Math.floor(Date.now() / 1000));
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'concord-id': id,
          'concord-timestamp': timestamp,
          'concord-signature': webhookSignature(secret, timestamp, content),
        },
        body: content,
        // A redirect would carry the signature to somebody else.
        redirect: 'manual',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      await response.body?.cancel();
      return outcomeOf(response);
    } catch {
      return tryLater('provider-down');
    }
  },
});
