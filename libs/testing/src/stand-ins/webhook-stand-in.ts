import { checkWebhook } from '@concord/senders';
import { startHttpStandIn, type Answer } from './http-stand-in';

export interface WebhookMessage {
  readonly id: string;
  readonly recipient: string;
  readonly role: string;
  readonly subject: string;
  readonly body: string;
}

export type WebhookStandIn = Awaited<ReturnType<typeof startWebhookStandIn>>;

/** A paging gateway that takes only what is signed, recent, and not already handled. */
export const startWebhookStandIn = async () => {
  const secret = 'a-shared-secret-of-sufficient-length';
  const sent: WebhookMessage[] = [];
  const handled = new Set<string>();
  let failing: Answer | 'hang up' | undefined;
  const server = await startHttpStandIn(({ headers, body }) => {
    if (failing) return failing;
    const verdict = checkWebhook(
      secret,
      {
        timestamp: String(headers['concord-timestamp']),
        signature: String(headers['concord-signature']),
        body: body.toString(),
      },
      Date.now() / 1000,
    );
    if (verdict !== 'genuine') return { status: 401, json: { verdict } };
    const id = String(headers['concord-id']);
    if (!handled.has(id)) sent.push(JSON.parse(body.toString()) as WebhookMessage);
    handled.add(id);
    return { status: 202 };
  });
  return {
    settings: { url: `${server.url}/concord`, secret },
    sent: (): readonly WebhookMessage[] => sent,
    fail: (answer: Answer | 'hang up' | undefined) => void (failing = answer),
    stop: () => server.stop(),
  };
};
