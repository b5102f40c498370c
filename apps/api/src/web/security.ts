import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isSafe, originAllowed } from '../identity/origin';
import { sendRejection } from '../refusal.filter';
import { Rejection } from '../rejection';

/** The console is built to need no inline script or style, and nothing from elsewhere. */
const CONTENT_POLICY = [
  `default-src 'self'`,
  `img-src 'self' data:`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join('; ');

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), payment=(), usb=()',
};

export const setSecurityHeaders = (request: FastifyRequest, reply: FastifyReply): void => {
  void reply.headers(headers);
  if (/^\/(api|health)\b/.test(request.url)) void reply.header('cache-control', 'no-store');
};

/** On every answer, refused or not: the headers, and before anything is read the check of where a command comes from. */
export const secure = (server: FastifyInstance, origins: readonly string[]): void => {
  server.addHook('onRequest', (request, reply, done) => {
    setSecurityHeaders(request, reply);
    if (isSafe(request.method) || originAllowed(request.headers, origins)) return done();
    sendRejection(reply, new Rejection('origin-refused', 'Commands are taken only from pages of this site.'));
  });
};
