import type { FastifyInstance, FastifyServerOptions } from 'fastify';

/** An error without what it carried: query parameters and row contents are personal data. */
const bareError = (error: Error & { code?: unknown }) => ({
  type: error.name,
  message: error.message,
  stack: error.stack ?? '',
  code: error.code,
});

/** Structured lines without bodies, query strings, cookies or addresses. */
export const loggerFor = (level: string): NonNullable<FastifyServerOptions['logger']> => ({
  level,
  base: { name: 'concord-api' },
  serializers: { err: bareError, req: () => ({}), res: () => ({}) },
});

const pathOf = (url: string): string => url.split('?', 1)[0] ?? '';

/** One line per request, when it has been answered. */
export const logRequests = (server: FastifyInstance): void => {
  server.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        path: pathOf(request.url),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        user: request.signedIn?.person.userId,
      },
      'answered',
    );
    done();
  });
};
