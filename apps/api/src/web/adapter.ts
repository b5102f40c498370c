import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { rejectionFor, sendRejection } from '../refusal.filter';
import { loggerFor } from './request-log';
import { setSecurityHeaders } from './security';

const MOST_BYTES_IN = 64 * 1024;
const REQUEST_MS = 15_000;

export const adapterFor = (logLevel: string, trustedProxies: readonly string[]): FastifyAdapter =>
  new FastifyAdapter({
    logger: loggerFor(logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: MOST_BYTES_IN,
    requestTimeout: REQUEST_MS,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    // The router refuses some paths before any hook runs.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      setSecurityHeaders(request, reply);
      sendRejection(reply, rejectionFor(error, request.log));
    },
  });
