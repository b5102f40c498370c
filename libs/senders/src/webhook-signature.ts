import { createHmac, timingSafeEqual } from 'node:crypto';

const SCHEME = 'v1=';

/** A receiver refuses what is older or newer than this, so that a copied request is worth nothing soon after. */
export const REPLAY_WINDOW_SECONDS = 300;

const macOf = (secret: string, timestamp: string, body: string): Buffer =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest();

/** `v1=` and the hex HMAC-SHA256, keyed with the shared secret, of the timestamp, a full stop and the body. */
export const webhookSignature = (secret: string, timestamp: string, body: string): string =>
  SCHEME + macOf(secret, timestamp, body).toString('hex');

export type WebhookVerdict = 'genuine' | 'forged' | 'outside-window';

/**
 * What a receiver does with `Concord-Timestamp` and `Concord-Signature`. `nowSeconds` is the receiver's
 * clock, in Unix seconds. A receiver also drops a `Concord-Id` that it has handled before.
 */
export const checkWebhook = (
  secret: string,
  given: { readonly timestamp: string; readonly signature: string; readonly body: string },
  nowSeconds: number,
): WebhookVerdict => {
  const mac = macOf(secret, given.timestamp, given.body);
  const claimed = Buffer.from(given.signature.slice(SCHEME.length), 'hex');
  const signed =
    given.signature.startsWith(SCHEME) && claimed.length === mac.length && timingSafeEqual(claimed, mac);
  if (!signed) return 'forged';
  const age = Math.abs(nowSeconds - Number(given.timestamp));
  return age <= REPLAY_WINDOW_SECONDS ? 'genuine' : 'outside-window';
};
