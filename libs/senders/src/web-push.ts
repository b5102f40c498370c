import type { Outgoing } from '@concord/coordination';
import type { Handed } from '@concord/domain';
import webPush from 'web-push';
import { ANSWER_WITHIN_MS, handedOver, never, retryAfter, tryLater, type AddressOf, type Way } from './way';

export interface VapidSettings {
  readonly publicKey: string;
  readonly privateKey: string;
  /** Whom a push service may write to about this installation: `mailto:…` or `https://…`. */
  readonly subject: string;
  /** Push services besides the browsers' own, as `host` or `host:port`. */
  readonly otherHosts?: readonly string[];
}

/** Chrome and its kin, Firefox, Edge, Safari. Anybody with an account can name an endpoint: the server calls no other. */
const BROWSERS_OWN = [
  /^fcm\.googleapis\.com$/,
  /^updates\.push\.services\.mozilla\.com$/,
  /\.notify\.windows\.com$/,
  /^web\.push\.apple\.com$/,
];

/** Whether an endpoint is at a push service that this installation knows. */
export const isKnownPushService = ({ otherHosts = [] }: VapidSettings, endpoint: string): boolean => {
  const { protocol, host } = new URL(endpoint);
  if (otherHosts.includes(host)) return true;
  return protocol === 'https:' && BROWSERS_OWN.some((known) => known.test(host));
};

/** An alarm that nobody could be told of for an hour has climbed to the next step by then. */
const KEEP_SECONDS = 3_600;

const outcomeOf = (response: Response): Handed => {
  const { status } = response;
  if (status >= 200 && status < 300) return handedOver;
  if (status === 404 || status === 410) return never('subscription-gone');
  if (status === 429)
    return tryLater('too-fast', retryAfter(response.headers.get('retry-after'), Date.now()));
  if (status >= 500)
    return tryLater('provider-down', retryAfter(response.headers.get('retry-after'), Date.now()));
  return status === 401 || status === 403 ? tryLater('not-let-in') : never('message-refused');
};

/** RFC 8030's Topic takes 32 characters: a UUID without its dashes. Two with one topic are shown once. */
const topicOf = (id: string): string => id.replaceAll('-', '').slice(0, 32);

const encrypted = (
  { id, glance }: Outgoing,
  { endpoint, p256dh, auth }: AddressOf<'push'>,
  vapid: VapidSettings,
) => {
  try {
    return webPush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      JSON.stringify({ id, glance }),
      { vapidDetails: vapid, TTL: KEEP_SECONDS, urgency: 'high', topic: topicOf(id) },
    );
  } catch {
    return undefined;
  }
};

/**
 * Web push (RFC 8030, 8291, 8292). The body is encrypted for the browser and still holds a reference
 * only: it is shown on locked screens and passes through another country's push service.
 */
export const webPushWay = (vapid: VapidSettings): Way<'push'> => ({
  channel: 'push',
  async send(message, address) {
    if (!isKnownPushService(vapid, address.endpoint)) return never('address-refused');
    const request = encrypted(message, address, vapid);
    // Keys that nothing can be encrypted for will be no better another time.
    if (!request) return never('subscription-gone');
    const { 'Content-Length': _counted, ...headers } = request.headers;
    try {
      // Not by the library's own request, which has no limit on the whole answer and follows none of ours.
      const response = await fetch(address.endpoint, {
        method: request.method,
        headers: { ...headers, TTL: String(KEEP_SECONDS) },
        body: new Uint8Array(request.body),
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
