import type { IncomingHttpHeaders } from 'node:http';

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
};

/**
 * Whether this request comes from our own pages, a listed origin, or no browser at all. A browser
 * that sends no Origin still says when it was another site's doing.
 */
export const originAllowed = (headers: IncomingHttpHeaders, listed: readonly string[]): boolean => {
  const { origin, host } = headers;
  if (origin === undefined) {
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none';
  }
  return listed.includes(origin) || (host !== undefined && hostOf(origin) === host);
};

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isSafe = (method: string): boolean => safe.has(method);
