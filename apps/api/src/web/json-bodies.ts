import type { FastifyInstance } from 'fastify';

/** Bodies are JSON or nothing: 415 for anything else. An empty body is no body, whatever its declared type. */
export const readJsonOnly = (server: FastifyInstance): void => {
  server.removeAllContentTypeParsers();
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body as string, done);
  });
};
