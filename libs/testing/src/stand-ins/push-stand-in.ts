import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
  type ECDH,
} from 'node:crypto';
import { startHttpStandIn, type Answer, type Received } from './http-stand-in';

export interface PushMessage {
  readonly endpoint: string;
  readonly payload: { readonly id: string; readonly glance: string };
  readonly ttl: number;
  readonly urgency: string;
  readonly topic: string;
}

export interface Browser {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

export type PushStandIn = Awaited<ReturnType<typeof startPushStandIn>>;

const derive = (secret: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, bytes));

/** RFC 8291 and 8188: what the browser does with a message. */
const decrypt = (body: Buffer, keys: ECDH, auth: Buffer): string => {
  const salt = body.subarray(0, 16);
  const idLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + idLength);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender]);
  const ikm = derive(keys.computeSecret(sender), auth, info, 32);
  const key = derive(ikm, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(ikm, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const sealed = body.subarray(21 + idLength);
  const opened = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([opened.update(sealed.subarray(0, -16)), opened.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString();
};

/** RFC 8292: an ES256 token for exactly this push service, signed with the key that it names. */
const vapidFault = (authorization: string, publicKey: string, audience: string): string | undefined => {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? [];
  if (key !== publicKey) return 'another key than the subscription was made with';
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const jwk = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const [head = '', claims = '', signature = ''] = token.split('.');
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: jwk, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!signed) return 'the signature is not of this token';
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
  if (said['aud'] !== audience) return 'meant for another push service';
  const leftSeconds = Number(said['exp']) - Date.now() / 1000;
  if (!(leftSeconds > 0 && leftSeconds <= 86_400)) return 'expired, or good for longer than a day';
  return /^(mailto|https):/.test(String(said['sub'])) ? undefined : 'does not say whom to write to';
};

/** A push service and the browsers behind it: checks the VAPID token and the headers, and decrypts what arrives. */
export const startPushStandIn = async () => {
  const vapid = createECDH('prime256v1');
  vapid.generateKeys();
  const publicKey = vapid.getPublicKey('base64url');
  const browsers = new Map<string, { keys: ECDH; auth: Buffer }>();
  const sent: PushMessage[] = [];
  const refusedFor: string[] = [];
  let failing: Answer | 'hang up' | undefined;

  const take = ({ path, headers, body }: Received): Answer => {
    const browser = browsers.get(path);
    if (!browser) return { status: 410 };
    const fault =
      headers['content-encoding'] === 'aes128gcm'
        ? vapidFault(headers.authorization ?? '', publicKey, server.url)
        : 'not encrypted as RFC 8291 says';
    if (fault !== undefined) {
      refusedFor.push(fault);
      return { status: 403 };
    }
    const payload = JSON.parse(decrypt(body, browser.keys, browser.auth)) as PushMessage['payload'];
    const [urgency, topic] = [String(headers['urgency']), String(headers['topic'])];
    sent.push({ endpoint: server.url + path, payload, ttl: Number(headers['ttl']), urgency, topic });
    return { status: 201 };
  };
  const server = await startHttpStandIn((request) => failing ?? take(request));

  return {
    url: server.url,
    settings: {
      publicKey,
      privateKey: vapid.getPrivateKey('base64url'),
      subject: 'mailto:concord@harrowdale.example',
      otherHosts: [new URL(server.url).host],
    },
    /** A browser that has just subscribed. */
    subscribe: (): Browser => {
      const path = `/push/${randomBytes(8).toString('hex')}`;
      const [keys, auth] = [createECDH('prime256v1'), randomBytes(16)];
      keys.generateKeys();
      browsers.set(path, { keys, auth });
      return {
        endpoint: server.url + path,
        p256dh: keys.getPublicKey('base64url'),
        auth: auth.toString('base64url'),
      };
    },
    unsubscribe: ({ endpoint }: Browser) => void browsers.delete(new URL(endpoint).pathname),
    sent: (): readonly PushMessage[] => sent,
    refusedFor: (): readonly string[] => refusedFor,
    fail: (answer: Answer | 'hang up' | undefined) => void (failing = answer),
    stop: () => server.stop(),
  };
};
