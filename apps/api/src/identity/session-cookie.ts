import type { IncomingHttpHeaders } from 'node:http';

const NAME = 'concord_session';
const WINDOW_HEADER = 'x-concord-window';

/** A name that one browser window gave itself; anything else is no name. */
export const windowName = (given: unknown): string | undefined =>
  typeof given === 'string' && /^[a-z0-9]{1,16}$/.test(given) ? given : undefined;

/**
 * Windows of one browser share its cookies. A window that names itself has a session of its own, so
 * that four people of the demo can be played side by side; the rest share the plain cookie.
 */
const cookieName = (window: string | undefined): string => (window ? `${NAME}_${window}` : NAME);

export const windowOf = (headers: IncomingHttpHeaders): string | undefined =>
  windowName(headers[WINDOW_HEADER]);

export const tokenIn = (cookies: string | undefined, window: string | undefined): string | undefined => {
  const prefix = `${cookieName(window)}=`;
  const pair = cookies
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix));
  return pair?.slice(prefix.length) || undefined;
};

/** A browser keeps a `Secure` cookie on plain http only from this machine itself, and not every one does that. */
const isPlainLocal = (protocol: string, host: string): boolean =>
  protocol === 'http' && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);

export interface CookieTo {
  readonly protocol: string;
  readonly host: string;
  readonly window: string | undefined;
}

/** The token is base64url, which needs no encoding. */
const serialize = ({ protocol, host, window }: CookieTo, token: string, maxAgeSeconds: number): string =>
  [
    `${cookieName(window)}=${token}`,
    `Max-Age=${maxAgeSeconds}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    ...(isPlainLocal(protocol, host) ? [] : ['Secure']),
  ].join('; ');

export const sessionCookie = (to: CookieTo, token: string, maxAgeSeconds: number): string =>
  serialize(to, token, maxAgeSeconds);

export const noSessionCookie = (to: CookieTo): string => serialize(to, '', 0);
