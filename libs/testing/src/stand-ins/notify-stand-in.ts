import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { startHttpStandIn, type Answer, type Received } from './http-stand-in';

export interface NotifyMessage {
  readonly kind: 'sms' | 'email';
  readonly to: string;
  readonly templateId: string;
  readonly personalisation: Readonly<Record<string, string>>;
  readonly reference: string;
  /** Notify's own id for it, which its receipts carry. */
  readonly id: string;
}

export type NotifyStandIn = Awaited<ReturnType<typeof startNotifyStandIn>>;

const problem = (status: number, error: string, message: string): Answer => ({
  status,
  json: { status_code: status, errors: [{ error, message }] },
});

/** GOV.UK Notify's documented errors, by the name each has in its documentation. */
export const notifyErrors = {
  rateLimit: problem(
    429,
    'RateLimitError',
    'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds',
  ),
  dailyLimit: problem(429, 'TooManyRequestsError', 'Exceeded send limits (250000) for today'),
  teamOnly: problem(400, 'BadRequestError', 'Can’t send to this recipient using a team-only API key'),
  badNumber: problem(400, 'ValidationError', 'phone_number Not enough digits'),
  missingField: problem(400, 'BadRequestError', 'Missing personalisation: message'),
  clock: problem(403, 'AuthError', 'Error: Your system clock must be accurate to within 30 seconds'),
  badKey: problem(403, 'AuthError', 'Invalid token: API key not found'),
  fault: problem(500, 'Exception', 'Internal server error'),
} as const;

const part = (text: string | undefined): Record<string, unknown> =>
  JSON.parse(Buffer.from(text ?? '', 'base64url').toString()) as Record<string, unknown>;

/** Notify's token: HS256 over the service's id and the time, keyed with the secret, good for 30 seconds. */
const tokenFault = (
  authorization: string | undefined,
  service: string,
  secret: string,
): Answer | undefined => {
  const [header, claims, signature] = (authorization ?? '').replace('Bearer ', '').split('.');
  const expected = createHmac('sha256', secret).update(`${header}.${claims}`).digest();
  const given = Buffer.from(signature ?? '', 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return notifyErrors.badKey;
  if (part(header)['alg'] !== 'HS256' || part(claims)['iss'] !== service) return notifyErrors.badKey;
  const apart = Math.abs(Date.now() / 1000 - Number(part(claims)['iat']));
  return apart > 30 ? notifyErrors.clock : undefined;
};

/** Speaks GOV.UK Notify's HTTP: checks the token, the template and the fields, then keeps the message. */
export const startNotifyStandIn = async () => {
  const [service, secret] = [randomUUID(), randomUUID()];
  const templates = { sms: randomUUID(), email: randomUUID() };
  const sent: NotifyMessage[] = [];
  let failing: Answer | 'hang up' | undefined;

  const take = (kind: 'sms' | 'email', { body }: Received): Answer => {
    const given = JSON.parse(body.toString()) as Record<string, unknown> & { reference?: string };
    const to = kind === 'sms' ? given['phone_number'] : given['email_address'];
    const personalisation = (given['personalisation'] ?? {}) as Record<string, string>;
    if (given['template_id'] !== templates[kind])
      return problem(400, 'BadRequestError', 'Template not found');
    if (typeof to !== 'string' || to === '')
      return problem(
        400,
        'ValidationError',
        `${kind === 'sms' ? 'phone_number' : 'email_address'} is a required property`,
      );
    const fields = kind === 'sms' ? ['message'] : ['subject', 'message'];
    if (fields.some((field) => !personalisation[field])) return notifyErrors.missingField;
    const [id, reference] = [randomUUID(), given.reference ?? ''];
    sent.push({ kind, to, templateId: templates[kind], personalisation, reference, id });
    return { status: 201, json: { id, reference, content: {}, template: { id: templates[kind] } } };
  };

  const server = await startHttpStandIn((request) => {
    if (failing) return failing;
    const fault = tokenFault(request.headers.authorization, service, secret);
    if (fault) return fault;
    if (request.path === '/v2/notifications/sms') return take('sms', request);
    if (request.path === '/v2/notifications/email') return take('email', request);
    return problem(404, 'NotFound', 'The requested URL was not found');
  });

  return {
    settings: {
      apiKey: `concord_test-${service}-${secret}`,
      baseUrl: server.url,
      smsTemplate: templates.sms,
      emailTemplate: templates.email,
    },
    sent: (): readonly NotifyMessage[] => sent,
    /** From now on every request is answered so; `undefined` mends it. */
    fail: (answer: Answer | 'hang up' | undefined) => void (failing = answer),
    stop: () => server.stop(),
  };
};
